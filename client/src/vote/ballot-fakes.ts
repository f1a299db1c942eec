import type { CastBallot } from '@board/shared/commands-votes';
import * as papers from '@board/shared/consensus/paper';
import { isStamped, newStampSecret, stampCovered } from '@board/shared/consensus/paper';
import type { ErrorCode } from '@board/shared/errors';
import { fail, ok } from '@board/shared/result';
import { Ballot, type BallotPorts } from './ballot.ts';
import type { Choice } from './choice.ts';
import { type BallotKeeper, keepBallot, type TextStorage } from './kept-ballot.ts';

/** The server's side of one vote, with the real stamp, and a network that can be cut before or after it. */
export class Box {
  readonly secret = newStampSecret();
  readonly ballots = new Map<string, CastBallot>();
  collectedBy: string | null = null;
  requests = 0;
  network: 'up' | 'down' | 'loses-answers' = 'up';
  refusal: ErrorCode | null = null;
  isClosed = false;

  async collect(covered: string) {
    return this.#answer(() => {
      if (this.collectedBy !== null && this.collectedBy !== covered) return fail('paper-already-collected');
      this.collectedBy = covered;
      return ok({ stamped: stampCovered(this.secret, covered) ?? '' });
    });
  }

  async cast(ballot: CastBallot) {
    return this.#answer(() => {
      const paper = { paper: ballot.paper ?? '', stamp: ballot.stamp ?? '' };
      if (!isStamped(this.secret, paper)) return fail('paper-not-valid');
      this.ballots.set(paper.paper, ballot);
      return ok({ counted: true });
    });
  }

  async #answer<Value>(decide: () => { ok: true; value: Value } | { ok: false; problem: ErrorCode }) {
    this.requests += 1;
    await Promise.resolve();
    if (this.network === 'down') return fail({ code: 'offline' as const });
    const code = this.refusal ?? (this.isClosed ? 'vote-closed' : null);
    const decided = code === null ? decide() : fail(code);
    if (this.network === 'loses-answers') return fail({ code: 'offline' as const });
    return decided.ok ? decided : fail({ code: decided.problem });
  }

  /** What another device of this person has sent, in an open vote. */
  elsewhere: Choice | null = null;

  async look() {
    return this.#answer(() => ok({ choice: this.elsewhere }));
  }

  positions(): string[] {
    return [...this.ballots.values()].map((ballot) => ballot.position);
  }
}

/** A browser's storage over a map. */
export function storageOf(stored: Map<string, string>): TextStorage {
  return {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, text) => void stored.set(key, text),
    removeItem: (key) => void stored.delete(key),
    key: (at) => [...stored.keys()][at] ?? null,
    get length() {
      return stored.size;
    },
  };
}

/** A phone: its storage outlives the page, its clock only runs when told. */
export class Phone {
  readonly stored = new Map<string, string>();
  timers: { delay: number; run: () => void }[] = [];
  readonly #box: Box;

  constructor(box: Box) {
    this.#box = box;
  }

  keeper(): BallotKeeper {
    return keepBallot('ballot', () => storageOf(this.stored));
  }

  open(change: Partial<BallotPorts> = {}): Ballot {
    return new Ballot({
      secrecy: 'secret',
      mayVote: true,
      isClosed: false,
      turn: 0,
      isOffline: () => false,
      keeper: this.keeper(),
      collect: (covered) => this.#box.collect(covered),
      cast: (ballot) => this.#box.cast(ballot),
      look: () => this.#box.look(),
      loadPapers: async () => papers,
      after: (delay, run) => {
        const timer = { delay, run };
        this.timers.push(timer);
        return () => {
          this.timers = this.timers.filter((one) => one !== timer);
        };
      },
      ...change,
    });
  }

  async runTimers(): Promise<void> {
    const due = this.timers;
    this.timers = [];
    for (const timer of due) timer.run();
    await settled();
  }
}

/** Lets everything that only waits for the fake network come to rest. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}
