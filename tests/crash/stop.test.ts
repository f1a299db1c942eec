import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServerProcess } from '../support/server-process.ts';
import { Writer } from '../support/writer.ts';
import { closeVote, openVoteOnNewItem, type Scene, setScene, typeWord, wordsIn } from './scene.ts';
import { Voter } from './voter.ts';

/** A service manager kills what has not stopped by then. */
const stopLimit = 10_000;

let scene: Scene;

beforeAll(async () => {
  scene = await setScene(await ServerProcess.start());
});
afterAll(async () => {
  for (const writer of scene?.writers ?? []) writer.close();
  await scene?.server.remove();
});

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
