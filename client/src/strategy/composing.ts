import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { yCursorPluginKey, ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { alignLines, type Mapping } from './align-lines.ts';
import { plainPlaceOf } from './caret-place.ts';
import { placeAt, plainOfNode } from './plain-node.ts';
import { TextBehind } from './text-behind.ts';

type Events = Y.YEvent<Y.AbstractType<unknown>>[];

/** What is used of the binding between the editor and the shared text. */
interface Binding {
  type: Y.XmlFragment;
  doc: Y.Doc;
  mapping: Mapping;
  beforeTransactionSelection: unknown;
  prosemirrorView: EditorView | null;
  beforeAllTransactions: () => void;
  _observeFunction: (events: Events, transaction: Y.Transaction) => void;
  _prosemirrorChanged: (doc: Node) => void;
}

/** An input method’s last word comes a moment after it says that it has ended. */
const settling = 50;

/**
 * Keeps an editor still while an input method is composing: whatever is drawn anew under its hands, it loses the word or
 * writes it twice. From the first change that others make meanwhile until the composition ends, the editor shows what it
 * showed; what is composed still goes to the others at once.
 */
export class ComposingHold {
  #view: EditorView | null = null;
  #binding: Binding | null = null;
  #behind: TextBehind | null = null;
  #isSettling = false;
  #last: { events: Events; transaction: Y.Transaction } | null = null;

  /** True while the editor shows less than there is. */
  get isHolding(): boolean {
    return this.#last !== null;
  }

  get isComposing(): boolean {
    return this.isHolding || this.#view?.composing === true;
  }

  /** Stands between the editor and the shared text from now on. Returns how to stop. */
  join(view: EditorView): () => void {
    const binding = (ySyncPluginKey.getState(view.state) as { binding: Binding }).binding;
    const { _observeFunction: draw, _prosemirrorChanged: write } = binding;
    const { type } = binding;
    this.#view = view;
    this.#binding = binding;
    const observe: Binding['_observeFunction'] = (events, transaction) => {
      if (this.#keeps(events, transaction)) return;
      // Where the caret goes is not the binding’s to guess (keep-caret); its guesses may even lie outside of the text.
      binding.beforeTransactionSelection = null;
      draw(events, transaction);
    };
    type.unobserveDeep(draw);
    type.observeDeep(observe);
    binding._observeFunction = observe;
    binding._prosemirrorChanged = (doc) => {
      if (this.isHolding) {
        this.#behind?.write(plainOfNode(doc), ySyncPluginKey);
        return;
      }
      binding.doc.transact(() => {
        alignLines(type, doc, binding.mapping);
        write.call(binding, doc);
      }, ySyncPluginKey);
    };
    return () => {
      this.#forget();
      type.unobserveDeep(observe);
      binding._observeFunction = draw;
      binding._prosemirrorChanged = write;
      if (binding.prosemirrorView) type.observeDeep(draw);
      this.#view = null;
      this.#binding = null;
    };
  }

  begin(): void {
    if (!this.#behind && this.#binding) this.#behind = new TextBehind(this.#binding.type);
  }

  /** Shows what was held back, as soon as nothing is composed any more. */
  end(): void {
    this.#isSettling = true;
    setTimeout(() => {
      this.#isSettling = false;
      const view = this.#view;
      if (!view || view.composing || view.isDestroyed) return;
      if (this.isHolding) this.#show(view);
      this.#forget();
      view.dispatch(view.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }));
    }, settling);
  }

  #keeps(events: Events, transaction: Y.Transaction): boolean {
    const behind = this.#behind;
    const binding = this.#binding;
    if (!behind || !binding || !this.#view) return false;
    if (!this.isHolding && !this.#isSettling && !this.#view.composing) return false;
    const isOwn = transaction.origin === ySyncPluginKey;
    if (!this.isHolding) {
      if (isOwn || behind.shown !== plainOfNode(this.#view.state.doc)) {
        this.#behind = new TextBehind(binding.type);
        return false;
      }
      // It would look for the caret’s place in a text that the editor does not show.
      binding.doc.off('beforeAllTransactions', binding.beforeAllTransactions);
    }
    behind.follow(events);
    if (!isOwn || !this.#last) this.#last = { events, transaction };
    return true;
  }

  #show(view: EditorView): void {
    const last = this.#last;
    const behind = this.#behind;
    const binding = this.#binding;
    if (!last || !behind || !binding) return;
    const { doc, selection } = view.state;
    const [anchor, head] = [plainPlaceOf(doc, selection.anchor), plainPlaceOf(doc, selection.head)];
    this.#forget();
    const { placeOf } = behind.catchUp();
    binding._observeFunction(last.events, last.transaction);
    const { state } = view;
    const caret = TextSelection.between(
      state.doc.resolve(placeAt(state.doc, placeOf(anchor))),
      state.doc.resolve(placeAt(state.doc, placeOf(head))),
    );
    view.dispatch(state.tr.setSelection(caret).setMeta('addToHistory', false));
  }

  #forget(): void {
    const binding = this.#binding;
    if (this.isHolding && binding?.prosemirrorView)
      binding.doc.on('beforeAllTransactions', binding.beforeAllTransactions);
    this.#last = null;
    this.#behind = null;
  }
}

/** The hold as a part of an editor; to be named behind the one that binds it to the shared text. */
export function keepStill(hold: ComposingHold): Extension {
  return Extension.create({
    name: 'keepStill',
    addProseMirrorPlugins: () => [
      new Plugin({
        view: (view) => ({ destroy: hold.join(view) }),
        props: {
          handleDOMEvents: {
            compositionstart: () => {
              hold.begin();
              return false;
            },
            compositionend: () => {
              hold.end();
              return false;
            },
          },
        },
      }),
    ],
  });
}

/** A plugin that draws others’ carets, told to leave the page alone while something is composed in it. */
export function stillWhileComposing(plugin: Plugin, hold: ComposingHold): Plugin {
  const { state, view } = plugin.spec;
  return new Plugin({
    ...plugin.spec,
    ...(state && {
      state: {
        ...state,
        apply: (transaction, value, before, after) => {
          if (!hold.isComposing) return state.apply.call(plugin, transaction, value, before, after);
          return value.map(transaction.mapping, transaction.doc);
        },
      },
    }),
    ...(view && {
      view: (editor) => {
        const { update, destroy } = view(editor);
        return {
          update: (now, before) => {
            if (!hold.isHolding) update?.(now, before);
          },
          ...(destroy && { destroy }),
        };
      },
    }),
  });
}
