import { addRow } from '@board/shared/model/strategy-edits';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Desk, isSaved, texts, write } from './support/desk.ts';
import { until } from './support/until.ts';

/** How many places a page says wait, on a real connection. */
let desk: Desk;
beforeEach(async () => {
  desk = await Desk.set();
});
afterEach(() => desk.clear());

test('NE27 who adds a row without a connection and undoes it is told of no change that waits, and all is well when it is back', async () => {
  const session = desk.openSession(desk.ann, desk.liveWith(1).live);
  const now = () => session.getSnapshot();
  await until('Ann has the document', () => now().status.state === 'saved');
  const { doc, undo, origin } = now();
  desk.isOffline = true;
  session.drop();
  await until('the connection is lost', () => now().status.state === 'connecting');
  addRow(doc!, null, origin);
  expect(now().status).toMatchObject({ state: 'waiting', places: 1 });
  undo!.undo();
  expect(now().status.state).toBe('connecting');
  expect(session.isWaiting).toBe(false);
  write(doc!, 'and this stays');
  expect(now().status).toMatchObject({ state: 'waiting' });
  desk.isOffline = false;
  await until('it is stored', () => now().status.state === 'saved');
  const reader = desk.open(desk.ann);
  await until('another page has it', () => isSaved(reader));
  expect(texts(reader.connection.doc)).toEqual(['and this stays']);
});
