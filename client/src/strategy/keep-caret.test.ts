import { plainOf } from '@board/shared/model/plain-paragraphs';
import { fillFragment } from '@board/shared/model/read';
import { getSchema } from '@tiptap/core';
import { joinBackward, splitBlock } from '@tiptap/pm/commands';
import { splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import { type Command, EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { StarterKit } from '@tiptap/starter-kit';
import { ySyncPlugin } from '@tiptap/y-tiptap';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { ComposingHold } from './composing.ts';
import { caretKeeper } from './keep-caret.ts';
import { placeAt } from './plain-node.ts';

const schema = getSchema([StarterKit]);

/** Somebody with an open cell: the editor's state and its binding to the shared text, without a page around it. */
class Seat {
  readonly doc = new Y.Doc();
  readonly cell = this.doc.getXmlFragment('cell');
  state!: EditorState;
  #views: { update?: (view: EditorView, before: EditorState) => void }[] = [];

  constructor(words: string | Uint8Array, id: number) {
    this.doc.clientID = id;
    if (typeof words === 'string') fillFragment(this.cell, words);
    else Y.applyUpdate(this.doc, words);
    const plugins = [ySyncPlugin(this.cell), caretKeeper(this.cell)];
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
    const { doc, tr } = this.state;
    this.dispatch(tr.setSelection(TextSelection.create(doc, placeAt(doc, place))));
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
function pair(words: string): { here: Seat; there: Seat; exchange: () => void } {
  const here = new Seat(words, 1);
  const there = new Seat(Y.encodeStateAsUpdate(here.doc), 2);
  const exchange = (): void => {
    const [mine, theirs] = [here, there].map(({ doc }) => Y.encodeStateAsUpdate(doc));
    Y.applyUpdate(here.doc, theirs!, 'network');
    Y.applyUpdate(there.doc, mine!, 'network');
  };
  return { here, there, exchange };
}

const asList: Command = (state, dispatch) => wrapInList(schema.nodes['bulletList']!)(state, dispatch);

/** What somebody else does while “half” is typed behind “alpha ”; what all read when “-word” is typed after it. */
const around: [string, (there: Seat) => void, string][] = [
  ['a line above', (there) => there.go(0).run(splitBlock).go(0).type('new'), 'new\nalpha half-word\nbeta'],
  ['a line below', (there) => there.goBehind('beta').run(splitBlock).type('new'), 'alpha half-word\nbeta\nnew'],
  ['words before', (there) => there.go(0).type('x half '), 'x half alpha half-word\nbeta'],
  ['words right at the caret', (there) => there.goBehind('half').type('ZZ'), 'alpha half-wordZZ\nbeta'],
  ['a line begun at the caret', (there) => there.goBehind('half').run(splitBlock), 'alpha half-word\n\nbeta'],
  ['the line divided before the word', (there) => there.goBehind('alpha').run(splitBlock), 'alpha\n half-word\nbeta'],
  ['the line divided in the word', (there) => there.goBehind('alpha ha').run(splitBlock), 'alpha ha\nlf-word\nbeta'],
  ['a list made of the line', (there) => there.goBehind('half').run(asList), 'alpha half-word\nbeta'],
  ['the next line joined to it', (there) => there.goBehind('half\n').run(joinBackward), 'alpha half-wordbeta'],
  ['the word before removed', (there) => there.run(remove(0, 6)), 'half-word\nbeta'],
];

function remove(from: number, to: number): Command {
  return ({ tr, doc }, dispatch) => {
    dispatch?.(tr.delete(placeAt(doc, from), placeAt(doc, to)));
    return true;
  };
}

test.each(around)('TA50 the caret stays behind the letter typed last: %s', (_, act, end) => {
  const { here, there, exchange } = pair('alpha\nbeta');
  here.goBehind('alpha').type(' half');
  exchange();
  act(there);
  exchange();
  here.type('-word');
  exchange();
  expect(here.text).toBe(end);
  expect(there.text).toBe(end);
});

test('TA50 a line that is joined to the one before takes the caret in it along', () => {
  const { here, there, exchange } = pair('alpha\nbeta');
  here.goBehind('beta').type(' half');
  exchange();
  there.goBehind('alpha\n').run(joinBackward);
  exchange();
  here.type('-word');
  expect(here.text).toBe('alphabeta half-word');
});

test('TA50 of several empty lines, the caret stays in the one that this person has made', () => {
  const { here, there, exchange } = pair('alpha');
  here.goBehind('alpha').run(splitBlock);
  there.goBehind('alpha').run(splitBlock);
  exchange();
  here.type('mine');
  exchange();
  there.type('theirs');
  exchange();
  expect(here.text.split('\n').sort()).toEqual(['alpha', 'mine', 'theirs']);
});

test('TA50 taking out one’s own empty line leaves the empty line of another', () => {
  const { here, there, exchange } = pair('alpha');
  here.goBehind('alpha').run(splitBlock);
  exchange();
  there.goBehind('alpha').run(splitBlock);
  exchange();
  there.run(joinBackward);
  here.type('mine');
  exchange();
  expect(here.text).toBe('alpha\nmine');
  expect(there.text).toBe('alpha\nmine');
});

test('TA50 in a list too, a new empty item leaves another’s empty item to that one', () => {
  const { here, there, exchange } = pair('alpha');
  here.goBehind('alpha').run(asList);
  exchange();
  const newItem = splitListItem(schema.nodes['listItem']!);
  here.goBehind('alpha').run(newItem);
  exchange();
  there.goBehind('alpha').run(newItem).type('theirs');
  here.type('mine');
  exchange();
  expect(here.text).toBe('alpha\ntheirs\nmine');
});

test('TA50 among lines that read the same, the caret stays in its own', () => {
  const { here, there, exchange } = pair('same');
  here.goBehind('same').run(splitBlock).type('same');
  exchange();
  there.go(0).run(splitBlock).go(0).type('same');
  exchange();
  here.type('!');
  exchange();
  expect(here.text).toBe('same\nsame\nsame!');
});

test('TA50 a caret that was only put at the end of a line stays at its end, so that a new line divides no word', () => {
  const { here, there, exchange } = pair('alpha');
  there.goBehind('alpha').type(' w');
  exchange();
  here.goBehind('alpha w');
  there.type('or');
  exchange();
  here.run(splitBlock).type('own');
  there.type('d');
  exchange();
  expect(here.text).toBe('alpha word\nown');
  expect(there.text).toBe('alpha word\nown');
});

test('TA50 what is chosen stays chosen', () => {
  const { here, there, exchange } = pair('alpha beta\ngamma');
  here.dispatch(
    here.state.tr.setSelection(
      TextSelection.create(here.state.doc, placeAt(here.state.doc, 6), placeAt(here.state.doc, 13)),
    ),
  );
  there.go(0).type('new ').goBehind('beta').run(splitBlock);
  exchange();
  const { from, to } = here.state.selection;
  expect(here.state.doc.textBetween(from, to, '\n')).toBe('beta\n\nga');
});

test('TA50 whatever order a slow network brings others’ lines in, every word that is typed stays whole', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const { seats, deliver, deliverAll } = slowNetwork(seed, 4);
    const typed: string[] = [];
    for (let turn = 0; turn < 6; turn++) {
      const words = seats.map((_, index) => `p${index}w${turn}`);
      typed.push(...words);
      for (const seat of seats) seat.go(plainOf(seat.cell).length);
      for (const seat of seats) {
        seat.run(splitBlock);
        deliver();
      }
      for (let letter = 0; letter < 4; letter++)
        for (const [index, seat] of seats.entries()) {
          seat.type(words[index]![letter]!);
          deliver();
        }
    }
    deliverAll();
    expect(
      seats[0]!.text
        .split('\n')
        .filter((line) => line !== '')
        .sort(),
      `seed ${seed}`,
    ).toEqual(['begin', ...typed].sort());
    for (const { text } of seats) expect(text).toBe(seats[0]!.text);
  }
});

/** People in one cell over a network that brings each of them what the others did at times of its own, in order. */
function slowNetwork(seed: number, people: number) {
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const first = new Seat('begin', 1);
  const others = Array.from(
    { length: people - 1 },
    (_, index) => new Seat(Y.encodeStateAsUpdate(first.doc), index + 2),
  );
  const seats = [first, ...others];
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
  return { seats, deliver, deliverAll };
}
