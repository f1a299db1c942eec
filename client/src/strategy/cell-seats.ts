import { plainOf } from '@board/shared/model/plain-paragraphs';
import { fillFragment } from '@board/shared/model/read';
import { getSchema } from '@tiptap/core';
import { type Command, EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { StarterKit } from '@tiptap/starter-kit';
import { ySyncPlugin } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { ComposingHold } from './composing.ts';
import { caretKeeper } from './keep-caret.ts';
import { placeAt } from './plain-node.ts';
import { breaksUnmarked } from './unmarked-breaks.ts';

/** For tests: people who write in one cell, without pages around them. */
export const schema = getSchema([StarterKit]);

/** Breaks the line at the caret. */
export const newBreak: Command = ({ tr }, dispatch) => {
  dispatch?.(tr.replaceSelectionWith(schema.nodes['hardBreak']!.create()));
  return true;
};

/** Takes out what stands between two places of the plain text. */
export function remove(from: number, to: number): Command {
  return ({ tr, doc }, dispatch) => {
    dispatch?.(tr.delete(placeAt(doc, from), placeAt(doc, to)));
    return true;
  };
}

/** Somebody with an open cell: the editor's state and its binding to the shared text, without a page around it. */
export class Seat {
  readonly doc = new Y.Doc();
  readonly cell = this.doc.getXmlFragment('cell');
  state!: EditorState;
  #views: { update?: (view: EditorView, before: EditorState) => void }[] = [];

  constructor(words: string | Uint8Array, id: number) {
    this.doc.clientID = id;
    if (typeof words === 'string') fillFragment(this.cell, words);
    else Y.applyUpdate(this.doc, words);
    const plugins = [ySyncPlugin(this.cell), caretKeeper(this.cell), breaksUnmarked()];
    this.state = EditorState.create({ schema, plugins });
    const view = this as unknown as EditorView;
    this.#views = plugins.map((plugin) => plugin.spec.view?.(view) ?? {});
    new ComposingHold().join(view);
  }

  hasFocus(): boolean {
    return false;
  }

  dispatch(transaction: Transaction): void {
    const before = this.state;
    this.state = before.apply(transaction);
    for (const view of this.#views) view.update?.(this as unknown as EditorView, before);
  }

  /** Puts the caret at a place of the plain text. */
  go(place: number): this {
    return this.choose(place, place);
  }

  choose(from: number, to: number): this {
    const { doc, tr } = this.state;
    this.dispatch(tr.setSelection(TextSelection.create(doc, placeAt(doc, from), placeAt(doc, to))));
    return this;
  }

  goBehind(words: string): this {
    return this.go(plainOf(this.cell).indexOf(words) + words.length);
  }

  type(words: string): this {
    for (const letter of words) this.dispatch(this.state.tr.insertText(letter));
    return this;
  }

  run(command: Command): this {
    command(this.state, (transaction) => this.dispatch(transaction));
    return this;
  }

  get text(): string {
    return plainOf(this.cell);
  }
}

/** Two people in one cell, and how to let each have what the other did. */
export function pair(words: string): { here: Seat; there: Seat; exchange: () => void } {
  const here = new Seat(words, 1);
  const there = new Seat(Y.encodeStateAsUpdate(here.doc), 2);
  const exchange = (): void => {
    const [mine, theirs] = [here, there].map(({ doc }) => Y.encodeStateAsUpdate(doc));
    Y.applyUpdate(here.doc, theirs!, 'network');
    Y.applyUpdate(there.doc, mine!, 'network');
  };
  return { here, there, exchange };
}

/** Chance that is the same each time. */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function seatsFor(people: number): Seat[] {
  const first = new Seat('begin', 1);
  const others = Array.from(
    { length: people - 1 },
    (_, index) => new Seat(Y.encodeStateAsUpdate(first.doc), index + 2),
  );
  return [first, ...others];
}

/** People in one cell over a network that brings each of them what the others did at times of its own, in order. */
export function slowNetwork(seed: number, people: number) {
  const random = chance(seed);
  const seats = seatsFor(people);
  const waiting: { to: Seat; updates: Uint8Array[] }[] = [];
  for (const from of seats)
    for (const to of seats) {
      if (to === from) continue;
      const line = { to, updates: [] as Uint8Array[] };
      waiting.push(line);
      from.doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'network') line.updates.push(update);
      });
    }
  const deliver = (): void => {
    for (const { to, updates } of waiting)
      if (random(4) === 0) for (const update of updates.splice(0, random(3))) Y.applyUpdate(to.doc, update, 'network');
  };
  const deliverAll = (): void => {
    for (const { to, updates } of waiting)
      for (const update of updates.splice(0)) Y.applyUpdate(to.doc, update, 'network');
  };
  return { seats, deliver, deliverAll, random };
}
