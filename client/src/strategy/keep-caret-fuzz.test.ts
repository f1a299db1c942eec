import { plainOf } from '@board/shared/model/plain-paragraphs';
import { deleteSelection, joinBackward, splitBlock, toggleMark } from '@tiptap/pm/commands';
import { liftListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import type { Command } from '@tiptap/pm/state';
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import { expect, test } from 'vitest';
import { newBreak, type Seat, schema, slowNetwork } from './cell-seats.ts';

const item = schema.nodes['listItem']!;

/** Four people begin lines at the end of one text and type a word into each, all at once. Every line is read by everybody. */
function beginLines(seed: number, begin: (random: (below: number) => number) => Command): void {
  const { seats, deliver, deliverAll, random } = slowNetwork(seed, 4);
  const typed: string[] = [];
  for (let turn = 0; turn < 6; turn++) {
    const words = seats.map((_, index) => `p${index}w${turn}`);
    typed.push(...words);
    for (const seat of seats) seat.go(plainOf(seat.cell).length);
    for (const seat of seats) {
      seat.run(begin(random));
      deliver();
    }
    for (let letter = 0; letter < 4; letter++)
      for (const [index, seat] of seats.entries()) {
        seat.type(words[index]![letter]!);
        deliver();
      }
  }
  deliverAll();
  const lines = seats[0]!.text.split('\n').filter((line) => line !== '');
  expect(lines.sort(), `seed ${seed}`).toEqual(['begin', ...typed].sort());
  for (const { text } of seats) expect(text).toBe(seats[0]!.text);
}

test('TA50 whatever order a slow network brings others’ lines in, every word that is typed stays whole', () => {
  for (let seed = 1; seed <= 40; seed++) beginLines(seed, () => splitBlock);
});

test('TA58 whatever order a slow network brings others’ line breaks in, every word that is typed is there whole, once', () => {
  for (let seed = 1; seed <= 30; seed++) beginLines(seed, (random) => (random(3) === 0 ? splitBlock : newBreak));
});

test('TA50 whatever people do in a cell at once, each editor shows what the shared text says', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const { seats, deliver, deliverAll, random } = slowNetwork(seed, 3);
    const acts: ((seat: Seat) => void)[] = [
      (seat) => seat.go(random(seat.text.length + 1)),
      (seat) => seat.type('abc'.slice(0, 1 + random(3))),
      (seat) => seat.run(splitBlock),
      (seat) => seat.run(newBreak),
      (seat) => seat.run(splitListItem(item)),
      (seat) => seat.run(joinBackward),
      (seat) => seat.run(wrapInList(schema.nodes['bulletList']!)),
      (seat) => seat.run(liftListItem(item)),
      (seat) => seat.run(toggleMark(schema.marks['bold']!)),
      (seat) => seat.run(deleteSelection),
      (seat) => seat.choose(random(seat.text.length + 1), random(seat.text.length + 1)),
    ];
    for (let turn = 0; turn < 60; turn++) {
      for (const seat of seats) {
        acts[random(acts.length)]!(seat);
        deliver();
      }
    }
    deliverAll();
    for (const { cell, state } of seats) {
      expect(cell.toString(), `seed ${seed}`).toBe(seats[0]!.cell.toString());
      expect(yXmlFragmentToProseMirrorRootNode(cell, schema).toString(), `seed ${seed}`).toBe(state.doc.toString());
    }
  }
});
