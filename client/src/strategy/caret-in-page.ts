import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** A selection as positions of the editor. */
export interface CaretInPage {
  anchor: number;
  head: number;
}

/**
 * Where the browser has the caret, if that is elsewhere than where the editor has it: it moves the caret by itself and tells
 * so only a moment later. Null where it is the same, or not in this editor, or a word is being composed in it.
 */
export function caretMoved(view: EditorView): CaretInPage | null {
  const chosen = view.composing || !view.hasFocus() ? null : view.dom.ownerDocument.getSelection();
  const { anchorNode, focusNode } = chosen ?? {};
  if (!chosen || !anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode))
    return null;
  const { selection } = view.state;
  if (!(selection instanceof TextSelection)) return null;
  const anchor = view.posAtDOM(anchorNode, chosen.anchorOffset, 1);
  const head = view.posAtDOM(focusNode, chosen.focusOffset, 1);
  return anchor === selection.anchor && head === selection.head ? null : { anchor, head };
}
