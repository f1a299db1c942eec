import { limits } from '@board/shared/protocol/limits';
import { Places } from '../places.ts';
import type { Aside } from '../ports.ts';
import { Refusal } from '../workshop/refusal.ts';
import type { Seed } from '../workshop/seed.ts';
import type { TakingUpJob, TakingUpNews } from './taking-up-news.ts';

/** Reads a workshop's file of a network that is to be taken up, checks it and makes what a workshop starts with. Rejects with a refusal. */
export type TakeUp = (json: Uint8Array, now: number, network: string) => Promise<Seed>;

const script = new URL('./taking-up-work.ts', import.meta.url);

/** Takes up one file after the other, aside: the largest takes seconds, in which everybody else would wait. */
export function openTakingUp(aside: Aside): TakeUp {
  const places = new Places(limits.filesTakenUpPerNetwork, limits.filesTakenUp);
  let last: Promise<unknown> = Promise.resolve();
  return async (json, now, network) => {
    const leave = places.take(network);
    if (!leave) throw new Refusal('too-many-requests');
    const mine = last.then(() => readAside(aside, { json, now }));
    last = mine.catch(() => {}).finally(leave);
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
