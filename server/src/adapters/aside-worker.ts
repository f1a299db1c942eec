import { parentPort, workerData } from 'node:worker_threads';
import type { AsideJob } from '../ports.ts';

/** The thread in which one piece of work is done: what the script exports as `work`. It ends by itself. */
const { script, data } = workerData as AsideJob;
const { work } = (await import(script)) as { work(data: unknown): unknown };
parentPort?.postMessage(work(data));
