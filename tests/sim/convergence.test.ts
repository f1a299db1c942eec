import { afterEach, expect, test, vi } from 'vitest';
import { newSeed, Random } from './random.ts';
import { SqliteStorage } from './sqlite-storage.ts';
import { hostileStorm, playStory, storm } from './story.ts';

/** Seeds that once ended badly; they are played first, for ever. */
const badSeeds: string[] = ['add9899a8127f7c3'];

const stories = 250;
const hostileStories = 100;
const watchedStories = 15;
const storiesOnSqlite = 10;

/** Ids and orders come from the platform's random source: here it is seeded too, so that a seed tells the whole story. */
function seedEverything(seed: string): void {
  const random = new Random(seed);
  vi.stubGlobal('crypto', { getRandomValues: (target: Uint8Array) => random.fill(target) });
}

function seedsFrom(first: string, count: number): string[] {
  const random = new Random(first);
  const half = () => random.bits().toString(16).padStart(8, '0');
  return Array.from({ length: count }, () => half() + half());
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each(badSeeds)('NE20 the story of seed %s, which once ended badly', async (seed) => {
  seedEverything(seed);
  expect((await playStory(seed, storm)).faults).toEqual([]);
});

test(`NE20 ${stories} stormy stories: all see the same, nothing is told or shown before it is durable, nobody writes without the right`, async () => {
  for (const seed of seedsFrom(newSeed(), stories)) {
    seedEverything(seed);
    expect((await playStory(seed, storm)).faults, `seed ${seed}`).toEqual([]);
  }
});

test(`NE20 ${hostileStories} stories on a network that repeats and reorders frames, with the same promises`, async () => {
  for (const seed of seedsFrom(newSeed(), hostileStories)) {
    seedEverything(seed);
    expect((await playStory(seed, hostileStorm)).faults, `seed ${seed}`).toEqual([]);
  }
});

test(`LV32 ${watchedStories} stormy stories in which the clock is set often: the hall sees what is on the disk`, async () => {
  for (const seed of seedsFrom(newSeed(), watchedStories)) {
    seedEverything(seed);
    const { faults } = await playStory(seed, { ...storm, jump: 0.1, isWatched: true });
    expect(faults, `seed ${seed}`).toEqual([]);
  }
});

test(`NE20 ${storiesOnSqlite} stormy stories on the real file`, async () => {
  for (const seed of seedsFrom(newSeed(), storiesOnSqlite)) {
    const { faults } = await playStory(seed, { ...storm, diskRefuses: 0 }, (clock) => new SqliteStorage(clock));
    expect(faults, `seed ${seed}`).toEqual([]);
  }
});

test('NE20 one seed tells the same story twice', async () => {
  const seed = newSeed();
  const told: string[][] = [];
  for (let time = 0; time < 2; time++) {
    seedEverything(seed);
    told.push((await playStory(seed, { ...storm, steps: 40 })).contents);
  }
  expect(told[0]!.join()).toMatch(/<[abf]\d\.\d+>/);
  expect(told[0]).toEqual(told[1]);
});
