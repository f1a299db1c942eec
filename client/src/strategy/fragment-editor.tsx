import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { CellText } from './cell-text.tsx';

/** How an editor was left: Escape, Tab, Shift+Tab, or a press somewhere else. */
export type LeavingWay = 'escape' | 'next' | 'previous' | 'away';

/** Where the caret stands at first: the end, or where the pointer was (client coordinates). */
export interface EditorStart {
  point?: { x: number; y: number };
  /** Asked once, when the editor is there: what was typed before it was. */
  typed?: () => string;
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
  onLeave: (way: LeavingWay) => void;
}

const loadEditor = () => import('./cell-editor.tsx');

/** Begins to load the editor, so that the first cell opens at once. */
export function preloadEditor(): void {
  void loadEditor();
}

const CellEditor = lazy(async () => ({ default: (await loadEditor()).CellEditor }));

/** An editor for one shared text: a cell of the table, an item or the preamble of the charter. The text stands still while the editor loads. */
export function FragmentEditor(props: FragmentEditorProps) {
  useTranslation('strategy');
  return (
    <Suspense fallback={<CellText fragment={props.fragment} />}>
      <CellEditor {...props} />
    </Suspense>
  );
}
