import type { Me } from '@board/shared/commands';
import type { Result } from '@board/shared/result';
import { isPassing } from '../api/passing.ts';
import type { Refusal } from '../api/request.ts';
import { pauseBefore } from './live.ts';

/** What is known of the person behind this page. */
export type MeState =
  | { state: 'loading' }
  | { state: 'known'; me: Me }
  /** `not-joined`: nobody yet. A refusal that passes (`offline`, …) is asked again by itself. */
  | { state: 'refused'; refusal: Refusal };

/** Who sits here, asked once per page, again when it may have changed, and for as long as the answer is one that passes. */
export class MeStore {
  #state: MeState = { state: 'loading' };
  #listeners = new Set<() => void>();
  #asked = 0;
  /** Answers in a row that pass by themselves. */
  #failures = 0;
  #again: ReturnType<typeof setTimeout> | null = null;
  readonly #ask: () => Promise<Result<Me, Refusal>>;
  readonly #random: () => number;

  /** `random`: between 0 and 1; spreads a hall of pages that were refused in the same moment. */
  constructor(ask: () => Promise<Result<Me, Refusal>>, random: () => number = Math.random) {
    this.#ask = ask;
    this.#random = random;
    void this.refresh();
  }

  getSnapshot = (): MeState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes over an answer that came with a command. */
  set = (me: Me): void => {
    this.#begin();
    this.#failures = 0;
    this.#publish({ state: 'known', me });
  };

  /** Asks the server. A known person stays known through what passes. */
  refresh = async (): Promise<void> => {
    const asked = this.#begin();
    const answer = await this.#ask();
    if (asked !== this.#asked) return;
    const isToAskAgain = !answer.ok && isPassing(answer.problem.code);
    this.#failures = isToAskAgain ? this.#failures + 1 : 0;
    if (isToAskAgain) this.#again = setTimeout(() => void this.refresh(), pauseBefore(this.#failures, this.#random()));
    if (answer.ok) this.#publish({ state: 'known', me: answer.value });
    else if (this.#state.state !== 'known' || !isToAskAgain)
      this.#publish({ state: 'refused', refusal: answer.problem });
  };

  /** Asks at once instead of waiting: the server has just been heard. */
  retryNow = (): void => {
    if (this.#again !== null) void this.refresh();
  };

  /** Asks no more; an answer that is still on its way counts for nothing. */
  stop(): void {
    this.#begin();
  }

  /** What was asked before, or waits to be asked, is out of date. */
  #begin(): number {
    if (this.#again !== null) clearTimeout(this.#again);
    this.#again = null;
    this.#asked += 1;
    return this.#asked;
  }

  #publish(state: MeState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}
