import type { PersonId } from '@board/shared/ids';
import type { SessionPerson } from '../ports.ts';

/** Who waits; null is the server itself. */
type Asker = Pick<SessionPerson, 'id' | 'role'> | null;

type Start = () => Promise<void>;

/**
 * Lets commands that check and then decide about the same thing go one after the other, so that nothing slips in between
 * the check and the decision. Whoever asks for very much keeps nobody else waiting: of those who wait each has one turn after
 * the other, facilitators (and the server) before everybody else. Keys are free texts; a key nobody waits for takes no room.
 */
export class Queues {
  readonly #lines = new Map<string, Line>();

  /** Runs the task when it is its turn: nothing else of the same key runs meanwhile. One person's tasks keep their order. */
  run<Value>(key: string, by: Asker, task: () => Promise<Value>): Promise<Value> {
    const line = this.#lines.get(key) ?? new Line();
    this.#lines.set(key, line);
    return new Promise<Value>((resolve, reject) => {
      line.add(by, () => Promise.resolve().then(task).then(resolve, reject));
      this.#next(key, line);
    });
  }

  /**
   * Starts the task at once, or as soon as what runs of a key has ended, before the next of it begins: what it looks at first
   * is what stands then. However many wait in the queue, it waits for one.
   */
  between<Value>(key: string, task: () => Promise<Value>): Promise<Value> {
    const line = this.#lines.get(key);
    if (!line?.isBusy) return task();
    return new Promise<Value>((resolve, reject) => {
      line.passing.push(() => void task().then(resolve, reject));
    });
  }

  #next(key: string, line: Line): void {
    if (line.isBusy) return;
    const start = line.take();
    if (!start) {
      this.#lines.delete(key);
      return;
    }
    line.isBusy = true;
    void start().then(() => {
      line.isBusy = false;
      for (const pass of line.passing.splice(0)) pass();
      this.#next(key, line);
    });
  }
}

/** All who wait for one key. */
class Line {
  isBusy = false;
  readonly passing: (() => void)[] = [];
  readonly #first: Waiting = new Map();
  readonly #others: Waiting = new Map();

  add(by: Asker, start: Start): void {
    const waiting = by === null || by.role === 'facilitator' ? this.#first : this.#others;
    const own = waiting.get(by?.id ?? null);
    if (own) own.push(start);
    else waiting.set(by?.id ?? null, [start]);
  }

  take(): Start | undefined {
    return takeOne(this.#first) ?? takeOne(this.#others);
  }
}

/** What each waits with, in the order of turns. */
type Waiting = Map<PersonId | null, Start[]>;

/** The first's first, who then stands behind all others. */
function takeOne(waiting: Waiting): Start | undefined {
  for (const [who, own] of waiting) {
    const start = own.shift();
    waiting.delete(who);
    if (own.length > 0) waiting.set(who, own);
    return start;
  }
  return undefined;
}
