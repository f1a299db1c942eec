import { Worker } from 'node:worker_threads';
import type { PersonId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import type { Clock, TrialJob, TrialOutcome, Trials } from '../ports.ts';
import { opened, type TrialNews } from './trial-news.ts';

/** Milliseconds without a trial after which the worker is let go: it holds some ten megabytes. */
const idleMs = 30_000;
/** Milliseconds between two looks at a trial that goes on. */
const lookMs = 250;
/** Milliseconds of work in which a document that opens slowly has to be open, beside what is tried out on it. */
const openingMs = 15_000;
/** Megabytes that a trial may fill; a document at its limits needs some 400. */
const mostMegabytes = 1_024;
/** Milliseconds of work that are forgotten in each second. */
const forgottenPerSecond = 100;

interface Waiting {
  by: PersonId | null;
  make(): TrialJob | null;
  tell(outcome: TrialOutcome): void;
  /** The worker has come to the update itself. */
  isOpened: boolean;
}

/** Tries out one thing at a time in a worker thread that is there only while it is needed. */
export function openTrials(clock: Clock): Trials & { stop(): Promise<void> } {
  return new WorkerTrials(clock);
}

/** What cannot even be made is no trial: its sender is told, and nobody else's waits for it. */
function made({ make }: Waiting): TrialJob | null {
  try {
    return make();
  } catch {
    return null;
  }
}

class WorkerTrials implements Trials {
  readonly #clock: Clock;
  readonly #waiting: Waiting[] = [];
  /** Milliseconds of work that were done for somebody, as of a moment. */
  readonly #done = new Map<PersonId | null, { work: number; at: number }>();
  #worker: Worker | null = null;
  #running: Waiting | null = null;
  #callOff = (): void => {};
  #isStopped = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  attempt(by: PersonId | null, make: () => TrialJob | null, isAgain = false): Promise<TrialOutcome> {
    if (this.#isStopped || (!isAgain && this.#isFullFor(by))) return Promise.resolve('busy');
    return new Promise((tell) => {
      this.#waiting.push({ by, make, tell, isOpened: false });
      this.#next();
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const { tell } of this.#waiting.splice(0)) tell('busy');
    this.#end('busy');
    await this.#letGo();
  }

  #isFullFor(by: PersonId | null): boolean {
    const own = this.#waiting.filter((one) => one.by === by).length;
    return this.#waiting.length >= limits.trialsWaiting || (by !== null && own >= limits.trialsPerPerson);
  }

  #next(): void {
    while (!this.#running && !this.#isStopped) {
      this.#callOff();
      const next = this.#whoseTurn();
      if (!next) {
        this.#callOff = this.#clock.after(idleMs, () => void this.#letGo());
        return;
      }
      const job = made(next);
      if (!job) {
        next.tell('busy');
        continue;
      }
      // Where nothing but the opening is tried out, that is what may be heavy.
      next.isOpened = job.update === null;
      this.#running = next;
      this.#worker ??= this.#start();
      this.#worker.postMessage(job);
      void this.#watch(next, this.#worker);
    }
  }

  #whoseTurn(): Waiting | null {
    const first = this.#waiting.reduce<Waiting | null>(
      (best, one) => (best && this.#doneFor(best.by) <= this.#doneFor(one.by) ? best : one),
      null,
    );
    if (first) this.#waiting.splice(this.#waiting.indexOf(first), 1);
    return first;
  }

  #doneFor(by: PersonId | null): number {
    const done = this.#done.get(by);
    return done ? Math.max(0, done.work - ((this.#clock.elapsed() - done.at) * forgottenPerSecond) / 1000) : 0;
  }

  #count(by: PersonId | null, work: number): void {
    for (const known of this.#done.keys()) if (this.#doneFor(known) === 0) this.#done.delete(known);
    this.#done.set(by, { work: this.#doneFor(by) + work, at: this.#clock.elapsed() });
  }

  /** Looks from outside how long a trial works: a machine that is busy otherwise does not make it a heavy one. */
  async #watch(trial: Waiting, worker: Worker): Promise<void> {
    const since = this.#clock.elapsed();
    const before = await workOf(worker);
    let counted = 0;
    const look = async (): Promise<void> => {
      const done = Math.max(0, (await workOf(worker)) - before);
      this.#count(trial.by, Math.max(0, done - counted));
      counted = Math.max(counted, done);
      if (this.#running !== trial || this.#worker !== worker) return;
      if (done > limits.trialMs + (trial.isOpened ? 0 : openingMs)) this.#giveUp(trial.isOpened ? 'heavy' : 'busy');
      else if (this.#clock.elapsed() - since > limits.trialWaitMs) this.#giveUp('busy');
      else this.#callOff = this.#clock.after(lookMs, () => void look());
    };
    await look();
  }

  #hear(news: TrialNews): void {
    if (news !== opened) this.#end(news);
    else if (this.#running) this.#running.isOpened = true;
  }

  #end(outcome: TrialOutcome): void {
    this.#callOff();
    const ended = this.#running;
    this.#running = null;
    ended?.tell(outcome);
    this.#next();
  }

  #giveUp(outcome: TrialOutcome): void {
    void this.#letGo();
    this.#end(outcome);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./trial-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    worker.unref();
    worker.on('message', (news: TrialNews) => this.#hear(news));
    worker.on('error', ({ code }: NodeJS.ErrnoException) => {
      const hadNoRoom = code === 'ERR_WORKER_OUT_OF_MEMORY' && this.#running?.isOpened;
      this.#giveUp(hadNoRoom ? 'heavy' : 'busy');
    });
    worker.on('exit', () => this.#giveUp('busy'));
    return worker;
  }

  /** Whoever needs a worker again starts one. */
  async #letGo(): Promise<void> {
    const gone = this.#worker;
    this.#worker = null;
    gone?.removeAllListeners();
    gone?.on('error', () => {});
    await gone?.terminate();
  }
}

/** Milliseconds that a worker has worked; none before it runs and when it has gone. */
async function workOf(worker: Worker): Promise<number> {
  const { user, system } = await worker.cpuUsage().catch(() => ({ user: 0, system: 0 }));
  return (user + system) / 1000;
}
