import { Worker } from 'node:worker_threads';
import { Refusal } from '../workshop/refusal.ts';
import type { Seed } from '../workshop/seed.ts';
import type { TakingUpJob, TakingUpNews } from './taking-up-news.ts';

/** Reads a workshop's file that is to be taken up, checks it and makes what a workshop starts with, in a place where it concerns nobody how long it takes. Rejects with a refusal. */
export type TakeUp = (json: Uint8Array, now: number) => Promise<Seed>;

/** Megabytes that reading one file may fill, and milliseconds that it may take: the largest needs some 500, and some seconds. */
const mostMegabytes = 1_024;
const mostMs = 60_000;
/** Files that are read or wait for it: each is in memory as a whole. */
const mostAtOnce = 4;

/** Takes up one file after the other, each in a worker thread of its own: the largest takes seconds, in which everybody else would wait. */
export function openTakingUp(): TakeUp {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (json, now) => {
    if (waiting >= mostAtOnce) throw new Refusal('too-many-requests');
    waiting += 1;
    const mine = last.then(() => inWorker({ json, now }));
    last = mine.catch(() => {}).finally(() => (waiting -= 1));
    return mine;
  };
}

function inWorker(job: TakingUpJob): Promise<Seed> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./taking-up-worker.ts', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    worker.unref();
    const giveUp = setTimeout(() => {
      void worker.terminate();
      reject(new Refusal('too-large'));
    }, mostMs).unref();
    worker.on('message', (news: TakingUpNews) => {
      if ('seed' in news) resolve(news.seed);
      else reject(new Refusal(news.refusal.code, news.refusal.field));
    });
    worker.on('error', (problem: NodeJS.ErrnoException) => {
      reject(problem.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Refusal('too-large') : problem);
    });
    worker.on('exit', () => {
      clearTimeout(giveUp);
      reject(new Error('the thread ended without a word'));
    });
  });
}
