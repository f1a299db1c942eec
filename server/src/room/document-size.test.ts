import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentSize, growthOf } from './document-size.ts';
import { ManualClock } from './room.fixture.ts';

const nothing = { bytes: 0, structs: 0 };
const clock = new ManualClock();

test('WI72 a document takes so many structs and no more, with those on their way; what was cut counts twice', () => {
  const size = documentSize(new Y.Doc(), 0, clock);
  const most = { bytes: 0, structs: limits.structsPerDocument };
  expect(size.hasRoomFor(most, nothing)).toBe(true);
  expect(size.hasRoomFor(most, { bytes: 0, structs: 1 })).toBe(false);
  expect(growthOf(100, 3, 2)).toEqual({ bytes: 132, structs: 5 });
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'a'.repeat(10));
  doc.getText('text').insertEmbed(5, { a: 1 });
  const counted = documentSize(doc, 0, clock);
  expect(counted.hasRoomFor({ bytes: 0, structs: limits.structsPerDocument - 3 }, nothing)).toBe(true);
  expect(counted.hasRoomFor({ bytes: 0, structs: limits.structsPerDocument - 2 }, nothing)).toBe(false);
});

test('WI72 what was estimated too high is measured when the limit is near', () => {
  const size = documentSize(new Y.Doc(), limits.documentBytes, clock);
  expect(size.hasRoomFor({ bytes: 100, structs: 1 }, nothing)).toBe(true);
});

test('WI100 whoever writes at the limit has the document measured now and then, not with every word', async () => {
  let measured = 0;
  const doc = new Y.Doc();
  const { clients } = doc.store;
  // Whatever measures a document goes through its structs.
  Object.defineProperty(doc.store, 'clients', {
    get: () => {
      measured += 1;
      return clients;
    },
  });
  const size = documentSize(doc, 0, clock);
  const tooMuch = { bytes: limits.documentBytes + 1, structs: 1 };
  const write = (): void => {
    size.add({ bytes: 1, structs: 1 });
    expect(size.hasRoomFor(tooMuch, nothing)).toBe(false);
  };
  write();
  const once = measured;
  for (let word = 0; word < 100; word++) write();
  expect(measured).toBe(once);
  await clock.pass(2_000);
  write();
  expect(measured).toBeGreaterThan(once);
});
