import { setTimeout as pause } from 'node:timers/promises';
import { positions } from '@board/shared/consensus/rules';
import { expect, test } from 'vitest';
import { newSeed, Random } from '../sim/random.ts';
import { Writer } from '../support/writer.ts';
import { allOnOneScene, closeVote, openVoteOnNewItem, scene, typeWord, wordsIn } from './scene.ts';
import { tallyFaults, Voter } from './voter.ts';

/** More by hand: `CRASH_ROUNDS=1000 pnpm test crash`. */
const rounds = Number(process.env['CRASH_ROUNDS'] ?? 10);
allOnOneScene();

/** All type and vote at once, until the lights go out. */
async function workUntilKilled(random: Random, round: number, voters: readonly Voter[]): Promise<number> {
  let isOn = true;
  const type = async (writer: Writer, name: string) => {
    for (let count = 0; isOn; count++) {
      typeWord(writer, `${name}.${round}.${count}`);
      await pause(random.between(1, 25));
    }
  };
  const vote = async (voter: Voter) => {
    while (isOn) {
      await voter.cast(random.pick(positions));
      await pause(random.between(5, 40));
    }
  };
  const work = [...scene.writers.map((writer, index) => type(writer, `w${index}`)), ...voters.map(vote)];
  await pause(random.between(80, 500));
  const killed = scene.server.kill();
  for (const writer of scene.writers) writer.provider.disconnect();
  isOn = false;
  await killed;
  await Promise.all(work);
  return scene.writers.reduce((sum, writer) => sum + writer.stored.length, 0);
}

/** Words that were told to be stored and that a newcomer, who gets everything from the server, does not see. */
async function lostWords(): Promise<string[]> {
  const lost: string[] = [];
  for (const writer of scene.writers) {
    const newcomer = await new Writer(scene.facilitator, writer.document, 1).synced();
    const words = wordsIn(newcomer);
    lost.push(...writer.stored.filter((word) => !words.has(word)));
    newcomer.close();
  }
  return lost;
}

test(
  `CA27 LO4 (O27) killed ${rounds} times while all type and vote: what was told to be stored or counted is there`,
  async () => {
    const seed = newSeed();
    const random = new Random(seed);
    let stored = 0;
    for (let round = 0; round < rounds; round++) {
      const about = `seed ${seed}, round ${round}`;
      const vote = await openVoteOnNewItem(scene, `Words of round ${round}`);
      const voters = scene.phones.map((phone) => new Voter(phone, vote));
      await Promise.all(voters.map((voter) => voter.collect()));
      stored = await workUntilKilled(random, round, voters);
      await scene.server.start();
      expect(await lostWords(), about).toEqual([]);
      const closed = await closeVote(scene, vote);
      expect(tallyFaults(closed.result!.tally, voters), about).toEqual([]);
      for (const writer of scene.writers) writer.provider.connect();
      await Promise.all(scene.writers.map((writer) => writer.synced()));
    }
    expect(stored).toBeGreaterThan(rounds);
  },
  60_000 + rounds * 10_000,
);
