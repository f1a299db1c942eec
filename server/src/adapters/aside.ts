import { Worker } from 'node:worker_threads';
import type { Aside, AsideJob } from '../ports.ts';

/** Megabytes that one piece of work may fill, and milliseconds that it may take: the largest file needs some 500, and some seconds. */
const mostMegabytes = 1_024;
const mostMs = 60_000;

/** Does work in a worker thread that is there for it alone. */
export const asideInThread: Aside = <Result>(script: URL, data: unknown) =>
  new Promise<{ result: Result } | 'past-limits'>((resolve, reject) => {
    const worker = new Worker(new URL('./aside-worker.ts', import.meta.url), {
      workerData: { script: script.href, data } satisfies AsideJob,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    worker.unref();
    const giveUp = setTimeout(() => {
      void worker.terminate();
      resolve('past-limits');
    }, mostMs).unref();
    worker.on('message', (result: Result) => resolve({ result }));
    worker.on('error', (problem: NodeJS.ErrnoException) => {
      if (problem.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve('past-limits');
      else reject(problem);
    });
    worker.on('exit', () => {
      clearTimeout(giveUp);
      reject(new Error('the thread ended without a word'));
    });
  });
