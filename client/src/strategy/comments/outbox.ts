import type { AddComment } from '@board/shared/commands';
import type { Result } from '@board/shared/result';
import { isPassing } from '../../api/passing.ts';
import type { Refusal } from '../../api/request.ts';
import { type KeptComment, keysWith, parseKept } from '../../sync/kept-comments.ts';
import { Shown } from '../../sync/subscribable.ts';

/** What is needed of `localStorage`. Every call may throw. */
export type KeyedStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface OutboxTools {
  /** Begins every key: whose comments these are, and on what. */
  prefix: string;
  storage: () => KeyedStorage;
  send: (comment: AddComment) => Promise<Result<unknown, Refusal>>;
  /** One was taken by the server. */
  onSent: () => void;
  /** Runs something later, in milliseconds; returns how to call it off. */
  later: (wait: number, run: () => void) => () => void;
  now: () => number;
}

const firstPause = 2_000;
const longestPause = 30_000;
/** Comments on their way. What lies in storage is the truth, so that several tabs share one box. */
export class Outbox {
  readonly #tools: OutboxTools;
  /** For browsers that forbid storage: as long as the page lasts. */
  readonly #memory = new Map<string, KeptComment>();
  readonly #shown = new Shown<readonly KeptComment[]>([]);
  #isSending = false;
  #attempts = 0;
  #callOff: (() => void) | null = null;

  constructor(tools: OutboxTools) {
    this.#tools = tools;
    this.#show();
  }

  getSnapshot = (): readonly KeptComment[] => this.#shown.getSnapshot();
  subscribe = (listener: () => void): (() => void) => this.#shown.subscribe(listener);

  /** Keeps a comment and sends it as soon as that is possible. */
  add(comment: AddComment): void {
    this.#keep({ ...comment, at: this.#tools.now(), refused: null });
    this.flush();
  }

  /** Tries one again that was refused. */
  retry(id: string): void {
    const kept = this.#read().find((one) => one.id === id);
    if (kept) this.#keep({ ...kept, refused: null });
    this.flush();
  }

  /** Throws one away. */
  discard(id: string): void {
    this.#forget(id);
    this.#show();
  }

  /** Sends what waits, now. */
  flush = (): void => {
    this.#callOff?.();
    this.#callOff = null;
    if (!this.#isSending) void this.#sendAll();
  };

  /** No more attempts by itself. */
  stop(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  async #sendAll(): Promise<void> {
    this.#isSending = true;
    for (;;) {
      const next = this.#read().find((one) => one.refused === null);
      if (!next) break;
      const { at: _at, refused: _refused, ...comment } = next;
      const answer = await this.#tools.send(comment);
      if (answer.ok) {
        this.#attempts = 0;
        this.#forget(next.id);
        this.#tools.onSent();
        this.#show();
      } else if (isPassing(answer.problem.code)) {
        this.#attempts += 1;
        const wait = Math.min(longestPause, firstPause * 2 ** (this.#attempts - 1));
        this.#callOff = this.#tools.later(wait, this.flush);
        break;
      } else if (answer.problem.code !== 'offline') this.#keep({ ...next, refused: answer.problem.code });
    }
    this.#isSending = false;
  }

  #show(): void {
    this.#shown.show(this.#read());
  }

  #read(): KeptComment[] {
    const kept = new Map(this.#memory);
    try {
      const storage = this.#tools.storage();
      for (const key of keysWith(this.#tools.prefix, storage)) {
        const found = parseKept(storage.getItem(key));
        if (found) kept.set(found.id, found);
      }
    } catch {
      // Storage is forbidden: what this page holds is all there is.
    }
    return [...kept.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }

  #keep(comment: KeptComment): void {
    try {
      this.#tools.storage().setItem(this.#tools.prefix + comment.id, JSON.stringify(comment));
      this.#memory.delete(comment.id);
    } catch {
      this.#memory.set(comment.id, comment);
    }
    this.#show();
  }

  #forget(id: string): void {
    this.#memory.delete(id);
    try {
      this.#tools.storage().removeItem(this.#tools.prefix + id);
    } catch {
      // Storage is forbidden: then it was never there.
    }
  }
}
