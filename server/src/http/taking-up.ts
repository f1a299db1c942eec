import type { Aside } from '../ports.ts';
import { Refusal } from '../workshop/refusal.ts';
import type { Seed } from '../workshop/seed.ts';
import type { TakingUpJob, TakingUpNews } from './taking-up-news.ts';

/** Reads a workshop's file that is to be taken up, checks it and makes what a workshop starts with. Rejects with a refusal. */
export type TakeUp = (json: Uint8Array, now: number) => Promise<Seed>;

/** Files that are read or wait for it: each is in memory as a whole. */
const mostAtOnce = 4;

const script = new URL('./taking-up-work.ts', import.meta.url);

/** Takes up one file after the other, aside: the largest takes seconds, in which everybody else would wait. */
export function openTakingUp(aside: Aside): TakeUp {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (json, now) => {
    if (waiting >= mostAtOnce) throw new Refusal('too-many-requests');
    waiting += 1;
    const mine = last.then(() => readAside(aside, { json, now }));
    last = mine.catch(() => {}).finally(() => (waiting -= 1));
    return mine;
  };
}

async function readAside(aside: Aside, job: TakingUpJob): Promise<Seed> {
  const done = await aside<TakingUpNews>(script, job);
  if (done === 'past-limits') throw new Refusal('too-large');
  if ('seed' in done.result) return done.result.seed;
  const { code, field } = done.result.refusal;
  throw new Refusal(code, field);
}
