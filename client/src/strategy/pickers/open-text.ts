import type { Editor } from '@tiptap/core';
import { nameBegun } from './partner-names.ts';

/** Where a cell is being written: the editor of the table, or the text field of a phone. */
export interface OpenText {
  /** The words before the caret, of its paragraph or line. */
  before(): string;
  /** Puts a name in the place of the one that was begun. */
  complete(name: string): void;
}

/** The text that is open inside `frame`, or null. */
export function openTextIn(frame: Element): OpenText | null {
  const area = frame.querySelector('textarea');
  if (area) return ofArea(area);
  const editable = frame.querySelector<HTMLElement & { editor?: Editor }>('.ProseMirror');
  return editable?.editor ? ofEditor(editable.editor) : null;
}

function ofEditor(editor: Editor): OpenText {
  const before = (): string => {
    const { $from } = editor.state.selection;
    return $from.parent.textBetween(0, $from.parentOffset, undefined, '\n');
  };
  return {
    before,
    complete(name) {
      const { from } = editor.state.selection;
      editor.commands.insertContentAt(
        { from: from - nameBegun(before()).length, to: from },
        { type: 'text', text: name },
      );
    },
  };
}

function ofArea(area: HTMLTextAreaElement): OpenText {
  const before = (): string => area.value.slice(0, area.selectionStart);
  return {
    before,
    complete(name) {
      const at = area.selectionStart;
      area.setRangeText(name, at - nameBegun(before()).length, at, 'end');
      // The field writes what it is told by this event, as for what is typed.
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
      area.focus();
    },
  };
}
