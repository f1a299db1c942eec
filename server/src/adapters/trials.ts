import { Worker } from 'node:worker_threads';
import { limits } from '@board/shared/protocol/limits';
import type { Clock, TrialJob, TrialOutcome, Trials } from '../ports.ts';

/** Milliseconds without a trial after which the worker is let go: it holds some ten megabytes. */
const idleMs = 30_000;
/** Milliseconds between two looks at a trial that goes on. */
const lookMs = 250;
/** Megabytes that a trial may fill; a document at its limits needs some 400. */
const mostMegabytes = 1_024;

interface Waiting {
  job: TrialJob;
  tell(outcome: TrialOutcome): void;
}

/** Tries out one thing at a time in a worker thread that is there only while it is needed. */
export function openTrials(clock: Clock): Trials & { stop(): Promise<void> } {
  return new WorkerTrials(clock);
}

class WorkerTrials implements Trials {
  readonly #clock: Clock;
  readonly #waiting: Waiting[] = [];
  #worker: Worker | null = null;
  #running: Waiting | null = null;
  #callOff = (): void => {};
  #isStopped = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  attempt(job: TrialJob): Promise<TrialOutcome> {
    if (this.#isStopped || this.#waiting.length >= limits.trialsWaiting) return Promise.resolve('busy');
    return new Promise((tell) => {
      this.#waiting.push({ job, tell });
      this.#next();
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const { tell } of this.#waiting.splice(0)) tell('busy');
    this.#end('busy');
    await this.#letGo();
  }

  #next(): void {
    if (this.#running || this.#isStopped) return;
    this.#callOff();
    this.#running = this.#waiting.shift() ?? null;
    if (!this.#running) {
      this.#callOff = this.#clock.after(idleMs, () => void this.#letGo());
      return;
    }
    this.#worker ??= this.#start();
    this.#worker.postMessage(this.#running.job);
    void this.#watch(this.#running, this.#worker);
  }

  /** Looks from outside how long a trial works: a machine that is busy otherwise ends none. */
  async #watch(trial: Waiting, worker: Worker): Promise<void> {
    const since = this.#clock.elapsed();
    const before = await workOf(worker);
    const look = async (): Promise<void> => {
      const done = (await workOf(worker)) - before;
      if (this.#running !== trial || this.#worker !== worker) return;
      if (done > limits.trialMs || this.#clock.elapsed() - since > limits.trialWaitMs) this.#giveUp();
      else this.#callOff = this.#clock.after(lookMs, () => void look());
    };
    await look();
  }

  #end(outcome: TrialOutcome): void {
    this.#callOff();
    const ended = this.#running;
    this.#running = null;
    ended?.tell(outcome);
    this.#next();
  }

  #giveUp(): void {
    void this.#letGo();
    this.#end('heavy');
  }

  #start(): Worker {
    const worker = new Worker(new URL('./trial-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    worker.unref();
    worker.on('message', (outcome: TrialOutcome) => this.#end(outcome));
    // It had no room for what it was to try out, or was ended.
    worker.on('error', () => this.#giveUp());
    worker.on('exit', () => this.#giveUp());
    return worker;
  }

  /** Whoever needs a worker again starts one. */
  async #letGo(): Promise<void> {
    const gone = this.#worker;
    this.#worker = null;
    gone?.removeAllListeners();
    await gone?.terminate();
  }
}

/** Milliseconds that a worker has worked; none before it runs and when it has gone. */
async function workOf(worker: Worker): Promise<number> {
  const { user, system } = await worker.cpuUsage().catch(() => ({ user: 0, system: 0 }));
  return (user + system) / 1000;
}
