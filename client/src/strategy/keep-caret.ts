import { textsIn } from '@board/shared/model/plain-paragraphs';
import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { type Anchor, anchorAt } from './caret-anchor.ts';
import { placeFound } from './caret-found.ts';
import { type CaretInPage, caretMoved } from './caret-in-page.ts';

/** What the selection held on to when editor and shared text were last the same. */
interface Held {
  anchor: Anchor;
  head: Anchor;
  /** Its places in the editor. */
  was: CaretInPage;
  /** The browser has put it there and not told the editor yet. */
  isMoved: boolean;
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
  const hold = ({ doc, selection }: EditorState, moved: CaretInPage | null = null): Held | null => {
    if (!(selection instanceof TextSelection)) return null;
    const was = moved ?? { anchor: selection.anchor, head: selection.head };
    const anchor = anchorAt(fragment, doc, was.anchor);
    const head = anchorAt(fragment, doc, was.head);
    return anchor && head && { anchor, head, was, isMoved: moved !== null, known: new Set(textsIn(fragment)) };
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
      const look = (): void => {
        const moved = caretMoved(view);
        if (!moved) return;
        held = hold(view.state, moved);
        // Before the page draws anything: where the cell is moved in it, the editor puts the caret where it has it.
        queueMicrotask(() => tellMoved(view));
      };
      fragment.doc?.on('beforeAllTransactions', look);
      return {
        update: () => {
          held = hold(view.state);
        },
        destroy: () => fragment.doc?.off('beforeAllTransactions', look),
      };
    },
    appendTransaction: (transactions, before, now) => {
      const drawn = transactions.find((one) => isOthers(one.getMeta(ySyncPluginKey)));
      if (!drawn || !held) return null;
      const { known, was: here } = held;
      const isPut = (held.isMoved || plugin.getState(before) === true) && here.anchor === here.head;
      const place = (anchor: Anchor, was: number) =>
        now.doc.resolve(placeFound({ fragment, known, before: before.doc, now: now.doc }, { anchor, was, isPut }));
      const selection = TextSelection.between(place(held.anchor, here.anchor), place(held.head, here.head));
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

/** Tells the editor where the browser has the caret, if it has not been told of it yet. */
function tellMoved(view: EditorView): void {
  const moved = view.isDestroyed ? null : caretMoved(view);
  if (!moved) return;
  const { doc, tr } = view.state;
  view.dispatch(tr.setSelection(TextSelection.create(doc, moved.anchor, moved.head)));
}

function isOthers(meta: unknown): boolean {
  return typeof meta === 'object' && meta !== null && 'isChangeOrigin' in meta && meta.isChangeOrigin === true;
}
