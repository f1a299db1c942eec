import { applyChange } from '@board/shared/model/plain-edit';
import { plainOf } from '@board/shared/model/plain-paragraphs';
import { deleteSelection, joinBackward, splitBlock } from '@tiptap/pm/commands';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { LostWordsWatch } from '../sync/lost-words.ts';
import { ownUndo } from '../sync/undo.ts';
import { chance, Seat } from './cell-seats.ts';

/** Several people join, divide, write and remove the lines of one cell at once, on laptops and phones. */

const start = 'alfa brav\nchar delt\necho foxt';
const hour = 3_600_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

/** Somebody with the cell open, and what their page offers back. `edit` replaces signs of the plain text. */
interface Person {
  doc: Y.Doc;
  watch: LostWordsWatch;
  text: () => string;
  edit: (at: number, removed: number, inserted: string) => void;
}

function atLaptop(state: Uint8Array, id: number): Person {
  const seat = new Seat(state, id);
  ownUndo(seat.doc, [ySyncPluginKey]);
  const edit: Person['edit'] = (at, removed, inserted) => {
    const isEndOfLine = removed === 1 && seat.text[at] === '\n';
    if (isEndOfLine) seat.go(at + 1).run(joinBackward);
    else if (removed > 0) seat.choose(at, at + removed).run(deleteSelection);
    if (inserted === '\n') seat.go(at).run(splitBlock);
    else if (inserted !== '') seat.go(at).type(inserted);
  };
  return { doc: seat.doc, watch: new LostWordsWatch(seat.doc), text: () => seat.text, edit };
}

function atPhone(state: Uint8Array, id: number): Person {
  const doc = new Y.Doc();
  doc.clientID = id;
  Y.applyUpdate(doc, state);
  const cell = doc.getXmlFragment('cell');
  ownUndo(doc, ['phone']);
  const edit: Person['edit'] = (at, removed, inserted) => applyChange(cell, { at, removed, inserted }, 'phone');
  return { doc, watch: new LostWordsWatch(doc), text: () => plainOf(cell), edit };
}

/** The words that must not go in silence: those of the beginning and those typed since, without what somebody removed. */
class Words {
  readonly wanted = new Set(start.split(/\s/));
  #typed = 0;

  typed(): string {
    const word = `w${this.#typed++}w`;
    this.wanted.add(word);
    return word;
  }

  removed(text: string): void {
    for (const word of this.wanted) if (text.includes(word)) this.wanted.delete(word);
  }
}

type Act = (person: Person, words: Words) => void;

/** Acts at a word, where it is still there. */
const at =
  (word: string, act: (person: Person, place: number, words: Words) => void): Act =>
  (person, words) => {
    const place = person.text().indexOf(word);
    if (place >= 0) act(person, place, words);
  };

const joins = ['char', 'echo'].map((word) =>
  at(word, (person, place) => {
    if (person.text()[place - 1] === '\n') person.edit(place - 1, 1, '');
  }),
);
const inLines = ['alfa', 'char', 'echo'].flatMap((word) => [
  at(word, ({ edit }, place) => edit(place, 0, '\n')),
  at(word, ({ edit }, place) => edit(place + 4, 0, '\n')),
  at(word, ({ edit }, place, words) => edit(place, 0, `${words.typed()} `)),
  at(word, ({ edit }, place, words) => edit(place + 4, 0, ` ${words.typed()}`)),
]);
const atEnds = ['brav', 'delt', 'foxt'].flatMap((word) => [
  at(word, ({ edit }, place, words) => edit(place + 4, 0, ` ${words.typed()}`)),
  at(word, ({ edit }, place, words) => {
    edit(place + 4, 0, '\n');
    edit(place + 5, 0, words.typed());
  }),
  at(word, ({ text, edit }, place, words) => {
    const from = text().lastIndexOf('\n', place) + 1;
    const line = text().slice(from).split('\n')[0] ?? '';
    words.removed(line);
    edit(from, line.length, '');
    if (from > 0) edit(from - 1, 1, '');
  }),
]);
const overLines = at('brav', ({ text, edit }, place, words) => {
  const to = text().indexOf('delt');
  if (to < place) return;
  words.removed(text().slice(place, to));
  edit(place, to - place, '');
  edit(place, 0, words.typed());
});
const acts: readonly Act[] = [...joins, ...inLines, ...atEnds, overLines];

/** People around one cell, and what is on its way from each to each. */
function around(makers: readonly ((state: Uint8Array, id: number) => Person)[]) {
  const state = Y.encodeStateAsUpdate(new Seat(start, 1).doc);
  const people = makers.map((make, index) => make(state, index + 11));
  const ways = people.flatMap((from) =>
    people.filter((to) => to !== from).map((to) => ({ from, to, updates: [] as Uint8Array[] })),
  );
  for (const { from, updates } of ways)
    from.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') updates.push(update);
    });
  const deliver = (way: (typeof ways)[number] | undefined): void => {
    for (const update of way?.updates.splice(0) ?? []) {
      way!.to.watch.told(update);
      Y.applyUpdate(way!.to.doc, update, 'network');
    }
  };
  return { people, ways, deliver, deliverAll: () => ways.forEach(deliver), words: new Words() };
}

/** How many people are offered a word; null where it is on all screens. */
function offersOf(people: readonly Person[], word: string, what: string): number | null {
  const offers = people.filter(({ watch }) => watch.getSnapshot().some(({ words }) => words.includes(word))).length;
  const isThere = people.map(({ text }) => text().includes(word));
  expect(new Set(isThere).size, what).toBe(1);
  return isThere[0] ? null : offers;
}

test('TA81 whatever two people do to lines at one moment, no word goes that is not offered to both', () => {
  for (const makers of [
    [atLaptop, atLaptop],
    [atLaptop, atPhone],
  ])
    for (const [first, one] of acts.entries())
      for (const [second, other] of acts.entries()) {
        const { people, words, deliverAll } = around(makers);
        one(people[0]!, words);
        other(people[1]!, words);
        deliverAll();
        const what = `acts ${first} and ${second}`;
        for (const word of words.wanted) expect(offersOf(people, word, what) ?? 2, `${what}: ${word}`).toBe(2);
        const offered = people.flatMap(({ watch }) => watch.getSnapshot().map(({ words: lost }) => lost)).join();
        for (const word of people[0]!.text().split(/\s/)) if (word !== '') expect(offered, what).not.toContain(word);
      }
});

test('TA81 TA80 whatever three people do to lines, be it hours before they hear of each other, no word goes in silence', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const random = chance(seed);
    const makers = [atLaptop, random(2) ? atLaptop : atPhone, random(2) ? atLaptop : atPhone];
    const { people, ways, words, deliver, deliverAll } = around(makers);
    for (let turn = 0; turn <= random(4); turn++) {
      for (const person of people) if (random(4) > 0) acts[random(acts.length)]!(person, words);
      if (random(3) === 0) deliver(ways[random(ways.length)]);
    }
    if (seed % 2) vi.setSystemTime(Date.now() + hour);
    deliverAll();
    for (const word of words.wanted) {
      const offers = offersOf(people, word, `seed ${seed}`) ?? 1;
      expect(offers, `seed ${seed}: ${word}`).toBeGreaterThan(0);
    }
  }
});

test('TA80 who joins a line that another joins to the next at that moment is offered its words, too, until they are back', () => {
  const { people, words, deliverAll } = around([atLaptop, atPhone]);
  const [one, other] = people;
  joins[0]!(one!, words);
  joins[1]!(other!, words);
  deliverAll();
  expect(people.map(({ text }) => text())).toEqual(['alfa bravchar delt', 'alfa bravchar delt']);
  expect(people.map(({ watch }) => watch.getSnapshot().map(({ words: lost, isOthers }) => [lost, isOthers]))).toEqual([
    [['echo foxt', true]],
    [['echo foxt', false]],
  ]);
  one!.edit(18, 0, ' echo foxt');
  deliverAll();
  expect(people.flatMap(({ watch }) => watch.getSnapshot())).toEqual([]);
});
