import { plainOf } from '@board/shared/model/plain-paragraphs';
import { liftListItem, sinkListItem, wrapInList } from '@tiptap/pm/schema-list';
import type { Command } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Seat, schema } from './cell-seats.ts';
import { TextBehind } from './text-behind.ts';

const item = schema.nodes['listItem']!;
const list = (seat: Seat): void => void seat.choose(0, seat.text.length).run(wrapInList(schema.nodes['bulletList']!));
const inLine = (act: Command) => (seat: Seat) => void seat.goBehind('alpha').run(act);
const all = (act: Command) => (seat: Seat) => void seat.choose(0, seat.text.length).run(act);

/** What a colleague does to the forms of lines. */
const forms: [string, (seat: Seat) => void, (seat: Seat) => void][] = [
  ['a list of the line', () => {}, inLine(wrapInList(schema.nodes['bulletList']!))],
  ['a numbered list of all', () => {}, all(wrapInList(schema.nodes['orderedList']!))],
  ['the line out of its list', list, inLine(liftListItem(item))],
  ['all out of the list', list, all(liftListItem(item))],
  ['the line further in', list, inLine(sinkListItem(item))],
];

/** Somebody composes in a field that stands still, while a colleague at a laptop has the same cell open. */
function composing(words: string, prepare: (seat: Seat) => void) {
  const there = new Seat(words, 2);
  prepare(there);
  const here = new Y.Doc();
  here.clientID = 1;
  Y.applyUpdate(here, Y.encodeStateAsUpdate(there.doc));
  const own = here.getXmlFragment('cell');
  const behind = new TextBehind(own);
  own.observeDeep((events) => behind.follow(events));
  const send = (): void => Y.applyUpdate(there.doc, Y.encodeStateAsUpdate(here), 'network');
  const receive = (): void => Y.applyUpdate(here, Y.encodeStateAsUpdate(there.doc), 'network');
  return { there, own, behind, send, receive };
}

test('TA79 what is composed stays whole and in its place while another makes a list of its line, or takes one apart', () => {
  for (const [what, prepare, act] of forms)
    for (const lag of [0, 1]) {
      const { there, own, behind, send, receive } = composing('top\nalpha beta\nlast', prepare);
      behind.write('top\nalphaに beta\nlast', null);
      send();
      behind.write('top\nalphaにほ beta\nlast', null);
      // The colleague’s page may not have the last letter yet.
      if (lag === 0) send();
      act(there);
      receive();
      behind.write('top\nalphaにほん beta\nlast', null);
      behind.write('top\nalpha日本 beta\nlast', null);
      behind.write('top\nalpha日本! beta\nlast', null);
      send();
      expect(plainOf(own), `${what}, ${lag}`).toBe('top\nalpha日本! beta\nlast');
      expect(there.text, what).toBe(plainOf(own));
      expect(behind.catchUp().placeOf(13), what).toBe(13);
    }
});
