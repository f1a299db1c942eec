import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, TextSelection } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { type Anchor, anchorAt } from './caret-anchor.ts';
import { placeFound, textsIn } from './caret-found.ts';

/** What the selection held on to when editor and shared text were last the same. */
interface Held {
  anchor: Anchor;
  head: Anchor;
  /** All shared texts of the cell at that moment. */
  known: ReadonlySet<Y.XmlText>;
}

/**
 * Keeps the caret behind the letter that was typed last, whatever others do to the text at that moment. The binding draws
 * the whole text anew for each of their changes and looks for the caret’s place by what the lines say: among lines that
 * say the same, or that change while they are looked for, it takes another person’s. Here the caret holds on to the sign
 * before it; when that sign was moved (a line divided, joined, made a list: shared texts can only write it anew), to
 * where it stands now. A caret that was only put at the end of a line stays at its end.
 */
export function caretKeeper(fragment: Y.XmlFragment): Plugin<boolean> {
  let held: Held | null = null;
  const hold = (state: EditorState): Held | null => {
    if (!(state.selection instanceof TextSelection)) return null;
    const anchor = anchorAt(fragment, state.doc, state.selection.anchor);
    const head = anchorAt(fragment, state.doc, state.selection.head);
    return anchor && head && { anchor, head, known: new Set(textsIn(fragment)) };
  };
  const plugin: Plugin<boolean> = new Plugin({
    // True while the caret has not been typed with where it is.
    state: {
      init: () => true,
      apply: (transaction, isPut) => {
        if (isOthers(transaction.getMeta(ySyncPluginKey))) return isPut;
        if (transaction.docChanged) return false;
        return transaction.selectionSet || isPut;
      },
    },
    view: (view) => {
      held = hold(view.state);
      return {
        update: () => {
          held = hold(view.state);
        },
      };
    },
    appendTransaction: (transactions, before, now) => {
      const drawn = transactions.find((one) => isOthers(one.getMeta(ySyncPluginKey)));
      if (!drawn || !held) return null;
      const { known } = held;
      const isPut = plugin.getState(before) === true && before.selection.empty;
      const place = (anchor: Anchor, was: number) =>
        now.doc.resolve(placeFound({ fragment, known, before: before.doc, now: now.doc }, { anchor, was, isPut }));
      const selection = TextSelection.between(
        place(held.anchor, before.selection.anchor),
        place(held.head, before.selection.head),
      );
      // Still others’ change: without this mark it would be taken for this person’s own.
      const kept = now.tr.setSelection(selection).setMeta(ySyncPluginKey, drawn.getMeta(ySyncPluginKey));
      // Bold that was switched on and not typed with yet stays on.
      if (before.storedMarks) kept.setStoredMarks(before.storedMarks);
      const { binding } = ySyncPluginKey.getState(now) as { binding: { _isLocalCursorInView: () => boolean } };
      return binding._isLocalCursorInView() ? kept.scrollIntoView() : kept;
    },
  });
  return plugin;
}

/** The same as a part of an editor. */
export function keepCaret(fragment: Y.XmlFragment): Extension {
  return Extension.create({ name: 'keepCaret', addProseMirrorPlugins: () => [caretKeeper(fragment)] });
}

function isOthers(meta: unknown): boolean {
  return typeof meta === 'object' && meta !== null && 'isChangeOrigin' in meta && meta.isChangeOrigin === true;
}
