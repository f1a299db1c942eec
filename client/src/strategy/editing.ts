import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';

/** How an editor was left: Escape, Tab, Shift+Tab, or a press somewhere else. */
export type LeavingWay = 'escape' | 'next' | 'previous' | 'away';

/** Where the caret stands at first: the end, or where the pointer was (client coordinates). */
export interface EditorStart {
  point?: { x: number; y: number };
  /** The letter that it was opened with; typed once, however often the editor is drawn anew. */
  typed?: string;
  /** It was open until now, elsewhere in the page: the caret stands where it stood there. */
  isAgain?: boolean;
}

/** Something else that can be done where the caret stands; Ctrl+Shift+Enter does it too. */
export interface CaretTool {
  label: string;
  /** `place`: in the text's plain words (`plainOf`). */
  run: (place: number) => void;
}

export interface FragmentEditorProps {
  fragment: Y.XmlFragment;
  /** Carries this person's caret to others and theirs to here. Null: nobody else is shown. */
  awareness: Awareness | null;
  /** What is being edited, for screen readers. */
  label: string;
  /** The undo of the whole document: told of what is typed here, so that it can be undone after the editor is gone. */
  undo?: Y.UndoManager | null;
  start?: EditorStart;
  /** Where the buttons for bold, italic, lists and links stand; right above the text when there is no such place. */
  toolbarPlace?: HTMLElement | null;
  atCaret?: CaretTool | undefined;
  onLeave: (way: LeavingWay) => void;
}

/** What is loaded late, or stands in its place. */
export interface LateEditorProps extends FragmentEditorProps {
  /** Calls back once with what was typed before the editor was there, when the focus can go to the editor. */
  handOver: (begin: (typed: string) => void) => void;
}
