import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { systemClock } from '../adapters/system-clock.ts';
import type { Entry } from '../ports.ts';
import { loadDocument } from './load.ts';
import { creation, group, Hand, ManualLog, quiet } from './room.fixture.ts';

const ann = new Hand('ann').person.id;
const bo = new Hand('bo').person.id;

function entry(seq: number, author: Entry['author'], update: Uint8Array): Entry {
  return { seq, at: 0, author, body: { kind: 'update', document: group, generation: 1, update } };
}

test('LO60 what could not be placed is left out, and no later entry completes it', async () => {
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'first ');
  const first = Y.encodeStateAsUpdate(doc);
  const before = Y.encodeStateVector(doc);
  doc.getText('text').delete(0, 6);
  const deletion = Y.encodeStateAsUpdate(doc, before);
  const log = new ManualLog();
  await log.append([creation(group)]);
  log.entries.push(entry(2, bo, deletion), entry(3, ann, first));
  const said: string[] = [];
  const loaded = await loadDocument(log, group, 1, { ...quiet, error: (event) => said.push(event) });
  expect([loaded.doc.getText('text').toString(), said]).toEqual(['first ', ['entry-not-applied']]);
});

test('LO72 a history is opened portion by portion, and no further when nobody waits for it', async () => {
  const log = new ManualLog();
  await log.append([creation(group)]);
  const doc = new Y.Doc();
  doc.on('update', (update: Uint8Array) => log.entries.push(entry(log.entries.length + 1, ann, update)));
  for (let key = 0; key < 50; key++) doc.getText('text').insert(key, 'x');
  const whole = log.readUpdates.bind(log);
  log.readUpdates = async (...which) => (await whole(...which)).slice(0, 7);
  const loaded = await loadDocument(log, group, 1, quiet);
  expect([loaded.doc.getText('text').length, loaded.seq, loaded.replayed]).toEqual([50, 51, 50]);
  let elapsed = 0;
  const slow = { ...systemClock(), elapsed: () => (elapsed += 30) };
  let asked = 0;
  const opening = loadDocument(log, group, 1, quiet, { clock: slow, isWanted: () => ++asked < 3 });
  await expect(opening).rejects.toThrow('no longer wanted');
  expect(asked).toBe(3);
});

test('LO61 a snapshot that does not say who wrote in it is completed from the log', async () => {
  const mine = new Hand('ann').doc;
  mine.getText('text').insert(0, 'mine');
  const log = new ManualLog();
  await log.append([creation(group)]);
  log.entries.push(entry(2, ann, Y.encodeStateAsUpdate(mine)));
  const state = Y.encodeStateAsUpdate(mine);
  log.snapshots.push({ document: group, generation: 1, seq: 2, state, writers: null });
  const { writers, reserved } = await loadDocument(log, group, 1, quiet);
  expect([[...writers], [...reserved]]).toEqual([[[mine.clientID, ann]], []]);
});

test('LO62 an entry that cannot be applied refuses the document: going on would lose what others wrote behind it', async () => {
  const log = new ManualLog();
  await log.append([creation(group)]);
  log.entries.push(entry(2, ann, new Uint8Array([1, 2, 3])));
  await expect(loadDocument(log, group, 1, quiet)).rejects.toThrow('cannot be applied');
});
