import { afterEach, beforeEach, expect, test } from 'vitest';
import { Desk, isSaved, texts, write } from './support/desk.ts';
import { join } from './support/people.ts';
import { until } from './support/until.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.set();
});
afterEach(() => desk.clear());

test('NE5 edits made while the server is away are counted, sent when it is back, and then no longer wait', async () => {
  const a = desk.open(desk.ann);
  await until('Ann has the document', () => isSaved(a));
  write(a.connection.doc, 'written together');
  await until('that is stored', () => isSaved(a));

  await desk.restart(async () => {
    await until('Ann knows', () => a.connection.status.state === 'connecting');
    write(a.connection.doc, 'written alone');
    expect(a.connection.status).toMatchObject({ state: 'waiting', places: 2, connected: false, kept: false });
  });
  await until('all is stored', () => isSaved(a), 40_000);
  expect(a.connection.waiting).toEqual([]);
  const later = desk.open(await join(desk.workshop, 'Bo', { groupId: desk.group }));
  await until('somebody else has the document', () => isSaved(later));
  expect(texts(later.connection.doc)).toEqual(['written together', 'written alone']);
});

test('NE6 between an edit and the word that it is stored the page never says saved', async () => {
  const a = desk.open(desk.ann);
  await until('Ann has the document', () => isSaved(a));
  for (let round = 0; round < 20; round++) {
    write(a.connection.doc, `words ${round}`);
    expect(a.connection.status).toMatchObject({ state: 'waiting', connected: true });
    await until('that is stored', () => isSaved(a));
  }
  expect(a.told.filter(({ state }) => state === 'saved').length).toBe(21);
});

test('NE2 a document of another generation is refused for good, with its reason', async () => {
  const a = desk.open(desk.ann, 7);
  await until('Ann is refused', () => a.connection.status.state === 'refused');
  expect(a.connection.status).toEqual({ state: 'refused', why: 'generation-moved', places: 0 });
});
