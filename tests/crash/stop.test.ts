import { setTimeout as pause } from 'node:timers/promises';
import { type NewRecommendation, readCatalogue, takeIn } from '@board/shared/model/catalogue';
import { expect, test } from 'vitest';
import { RawSocket } from '../support/raw-socket.ts';
import { Writer } from '../support/writer.ts';
import { allOnOneScene, closeVote, openVoteOnNewItem, scene, typeWord, wordsIn } from './scene.ts';
import { Voter } from './voter.ts';

/** A service manager kills what has not stopped by then. */
const stopLimit = 10_000;

allOnOneScene();

test('LO20 asked to stop with browsers open, the server ends well within ten seconds and loses nothing that it took', async () => {
  const vote = await openVoteOnNewItem(scene, 'Words of the last minute');
  const voter = new Voter(scene.phones[0]!, vote);
  await voter.collect();
  await voter.cast('agree');
  const writer = scene.writers[0]!;
  for (let count = 0; count < 20; count++) typeWord(writer, `last.${count}`);
  await writer.allStored();
  typeWord(writer, 'perhaps');
  const started = performance.now();
  const ended = await scene.server.stop();
  expect(ended).toEqual({ code: 0, signal: null });
  expect(performance.now() - started).toBeLessThan(stopLimit);
  writer.provider.disconnect();

  await scene.server.start();
  const newcomer = await new Writer(scene.facilitator, writer.document, 1).synced();
  expect([...wordsIn(newcomer)]).toEqual(expect.arrayContaining(writer.stored));
  newcomer.close();
  const closed = await closeVote(scene, vote);
  expect(closed.result!.tally).toEqual({ agree: 1, reservation: 0, 'stand-aside': 0, block: 0 });
});

test('CA28 LO52 (O28) a word and a ballot of the last second are there after two signals, without waiting for any answer', async () => {
  const vote = await openVoteOnNewItem(scene, 'Words of the last second');
  const voter = new Voter(scene.phones[1]!, vote);
  await voter.collect();
  const writer = scene.writers[1]!;
  await writer.synced();
  typeWord(writer, 'in.the.last.second');
  const cast = voter.cast('block');
  await pause(500);
  const started = performance.now();
  const ended = Promise.all([scene.server.stop(), scene.server.stop()]);
  for (const one of scene.writers) one.provider.disconnect();
  expect(await ended).toEqual(Array.from({ length: 2 }, () => ({ code: 0, signal: null })));
  expect(performance.now() - started).toBeLessThan(stopLimit);
  await cast;

  await scene.server.start();
  const newcomer = await new Writer(scene.facilitator, writer.document, 1).synced();
  expect([...wordsIn(newcomer)]).toContain('in.the.last.second');
  newcomer.close();
  const closed = await closeVote(scene, vote);
  expect(closed.result!.tally).toEqual({ agree: 0, reservation: 0, 'stand-aside': 0, block: 1 });
});

const words = 'Take measures that are needed and that nobody has taken yet. '.repeat(6);
const sheet = (part: number): NewRecommendation[] =>
  Array.from({ length: 50 }, (_, index) => ({
    number: `${part + 1}.${index + 1}`,
    text: { en: `${words}${part}.${index}` },
    states: ['BE', 'CL'],
    position: 'pending',
    themes: [],
    source: '',
  }));

test('CA28 LO52 (O28) stopped in the middle of an import: nothing that was told to be stored is lost, and the page brings the rest by itself', async () => {
  const importer = await new Writer(scene.facilitator, 'catalogue', 1).synced();
  const before = readCatalogue(importer.doc).length;
  const parts = 20;
  const importing = (async () => {
    for (let part = 0; part < parts; part += 1) {
      importer.write(`part ${part}`, (doc) => takeIn(doc, sheet(part)));
      await pause(15);
    }
  })();
  await expect.poll(() => importer.stored.length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(2);
  const started = performance.now();
  expect(await scene.server.stop()).toEqual({ code: 0, signal: null });
  expect(performance.now() - started).toBeLessThan(stopLimit);
  await importing;
  const told = importer.stored.length;
  importer.provider.disconnect();

  await scene.server.start();
  const kept = await new Writer(scene.facilitator, 'catalogue', 1).synced();
  expect(readCatalogue(kept.doc).length - before).toBeGreaterThanOrEqual(told * 50);
  importer.provider.connect();
  await expect.poll(() => readCatalogue(kept.doc).length, { timeout: 60_000 }).toBe(before + parts * 50);
  importer.close();
  kept.close();
});

test('CA28 LO52 (O28) stopped while a whole catalogue comes in as one update: it is there as a whole or not at all, and the page brings it', async () => {
  const importer = await new Writer(scene.facilitator, 'catalogue', 1).synced();
  const before = readCatalogue(importer.doc).length;
  const whole = Array.from({ length: 40 }, (_, part) => sheet(part + 1_000)).flat();
  importer.write('all', (doc) => takeIn(doc, whole));
  await pause(30);
  const started = performance.now();
  expect(await scene.server.stop()).toEqual({ code: 0, signal: null });
  expect(performance.now() - started).toBeLessThan(stopLimit);
  const isTold = importer.stored.length > 0;
  importer.provider.disconnect();

  await scene.server.start();
  const kept = await new Writer(scene.facilitator, 'catalogue', 1).synced();
  const there = readCatalogue(kept.doc).length - before;
  expect(isTold ? [whole.length] : [0, whole.length]).toContain(there);
  importer.provider.connect();
  await expect.poll(() => readCatalogue(kept.doc).length, { timeout: 60_000 }).toBe(before + whole.length);
  importer.close();
  kept.close();
});

test('CA28 LO52 (O28) who is there when the server stops is told why, and nobody comes in any more', async () => {
  const socket = new RawSocket(scene.facilitator.caller, `/live/${scene.workshop.workshopId}`);
  await socket.settled();
  const ended = scene.server.stop();
  expect(await socket.whenClosed()).toEqual({ code: 4503, reason: 'stopping' });
  const late = new RawSocket(scene.facilitator.caller, `/live/${scene.workshop.workshopId}`);
  await late.whenClosed();
  expect(late.texts).toEqual([]);
  const answer = await fetch(`${scene.server.address}/api/server`).catch(() => null);
  expect(answer?.status ?? 503).toBe(503);
  expect((await ended).code).toBe(0);
});
