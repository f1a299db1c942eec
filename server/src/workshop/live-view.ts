import { diffLiveViews } from '@board/shared/live-diff';
import type { LiveChange } from '@board/shared/live-messages';
import type { LiveView } from '@board/shared/live-view';
import { limits } from '@board/shared/protocol/limits';
import type { Clock, Entry, Journal, LiveFeed, RoomDirectory } from '../ports.ts';
import type { Decision } from './decisions.ts';
import { composeLiveView, type LiveSources } from './live-parts.ts';
import { LiveReader } from './live-reader.ts';
import type { BoardReading } from './live-readings.ts';

/** Milliseconds between two pushes: four a second can be read in a hall and are cheap for 500 phones. */
const calmWindow = 250;
/** The longest time between two, however much the hall was sent: what is small, such as a vote's turnout, waits no longer. */
const longestWindow = 5_000;

/** Decisions that the hall waits for. They go out at once; joins, ballots and typing share a window. */
const prompt: ReadonlySet<Decision['type']> = new Set([
  'stage-set',
  'timer-set',
  'message-sent',
  'message-taken-back',
  'group-added',
  'group-changed',
  'vote-opened',
  'vote-closed',
  'slot-set',
  'slot-ended',
  'charter-adopted',
  'amendment-shown',
  'amendment-taken',
  'amendment-declined',
  'join-code-renewed',
  'presentation-begun',
  'presentation-changed',
  'presentation-turned',
  'presentation-ended',
  'feedback-marked',
  'screen-set',
  'wifi-set',
  'overlap-decided',
]);

export interface LiveViewTools {
  rooms: RoomDirectory;
  clock: Clock;
  journal: Journal;
  /** Everything but the readings, as it is now. */
  now(): Omit<LiveSources, 'readings'>;
}

/**
 * Keeps the live view and tells of its changes. Documents are read again only when they themselves have changed, and
 * nothing is computed while nobody looks. The first change after a calm window goes out at once.
 */
export class LiveViewFeed implements LiveFeed {
  readonly #tools: LiveViewTools;
  readonly #followers = new Set<(changes: readonly LiveChange[]) => void>();
  readonly #reader: LiveReader;
  readonly #stopWatching: () => void;
  #current: LiveView | null = null;
  #isOutdated = true;
  /** Outdated by a decision that the hall waits for: nobody who comes now is shown the view from before it. */
  #isUrgent = false;
  /** When the hall may be told again of what does not go out at once. */
  #freeAt = Number.NEGATIVE_INFINITY;
  /** When what goes out at once may do so again, where making the view is dear. */
  #hurryAt = Number.NEGATIVE_INFINITY;
  #callOff: (() => void) | null = null;
  #running: Promise<void> | null = null;
  /** Until what has changed and rests is read. */
  #endRest: (() => void) | null = null;

  constructor(tools: LiveViewTools) {
    this.#tools = tools;
    this.#reader = new LiveReader(tools, tools.now().state.documents.keys());
    this.#stopWatching = tools.rooms.onChange((document) => {
      this.#reader.changed(document);
      this.touch();
    });
  }

  /**
   * The view as of now, or as last pushed while somebody follows, which lacks no decision that goes out at once: whoever
   * also follows must follow first and apply what came meanwhile on top of this. Never rejects for a document that cannot be read; its part is then empty.
   */
  async view(): Promise<LiveView> {
    const { clock } = this.#tools;
    while (this.#current === null || (this.#isOutdated && this.#isDue)) {
      const rest = this.#hurryAt - clock.elapsed();
      if (rest > 0) await new Promise<void>((resolve) => clock.after(rest, resolve));
      else await this.#refresh();
    }
    return this.#current;
  }

  /** The board, when the view has it as it is now: reading it anew may wait for a slow disk. */
  get board(): BoardReading | null {
    return this.#reader.board;
  }

  follow(listener: (changes: readonly LiveChange[]) => void): () => void {
    this.#followers.add(listener);
    if (this.#isOutdated) this.#schedule(false);
    return () => this.#followers.delete(listener);
  }

  /** Takes note of entries that have become durable. */
  note(entries: readonly Entry[]): void {
    let isPrompt = false;
    let isConcerned = false;
    for (const { body } of entries) {
      if (body.kind === 'update') continue;
      isConcerned = true;
      if (body.kind === 'document') this.#reader.changed(body.document);
      else if (prompt.has(body.decision.type)) isPrompt = true;
    }
    if (isConcerned) this.touch(isPrompt);
  }

  /** Tells that something outside the documents has changed (connections, turnout). */
  touch(isPrompt = false): void {
    this.#isOutdated = true;
    this.#isUrgent ||= isPrompt;
    if (this.#followers.size > 0) this.#schedule(isPrompt);
  }

  /** No more pushes. */
  stop(): void {
    this.#stopWatching();
    this.#callOff?.();
    this.#callOff = null;
    this.#endRest?.();
    this.#endRest = null;
    this.#followers.clear();
  }

  get #isDue(): boolean {
    return this.#isUrgent || this.#followers.size === 0 || this.#tools.clock.elapsed() >= this.#freeAt;
  }

  #schedule(isPrompt: boolean): void {
    const { clock } = this.#tools;
    if (this.#callOff && !isPrompt) return;
    this.#callOff?.();
    const wait = Math.max(0, (isPrompt ? this.#hurryAt : this.#freeAt) - clock.elapsed());
    this.#callOff = clock.after(wait, () => {
      this.#callOff = null;
      this.#refresh().catch(() => this.#tools.journal.error('live-view-not-computed'));
    });
  }

  /** One at a time; who asks while one is running waits, and looks whether another is still needed. */
  async #refresh(): Promise<void> {
    while (this.#running) await this.#running;
    if (!this.#isOutdated) return;
    this.#running = this.#compute();
    try {
      await this.#running;
    } finally {
      this.#running = null;
    }
  }

  async #compute(): Promise<void> {
    this.#isOutdated = false;
    this.#isUrgent = false;
    await this.#reader.read();
    this.#comeBack();
    const before = this.#current;
    const now = this.#tools.now();
    const began = this.#tools.clock.elapsed();
    this.#current = this.#reader.made((readings) => composeLiveView({ ...now, readings }));
    const changes = before ? diffLiveViews(before, this.#current) : [];
    this.#rest(began);
    if (changes.length === 0 || this.#followers.size === 0) return;
    this.#freeAt = Math.max(this.#freeAt, this.#tools.clock.elapsed() + windowAfter(changes));
    for (const tell of [...this.#followers]) tell(changes);
  }

  /** Whoever makes a workshop chooses how large its view is, and many things change it. */
  #rest(began: number): void {
    const ended = this.#tools.clock.elapsed();
    const took = ended - began;
    const isDear = took > limits.dearReadingMs;
    if (isDear) this.#hurryAt = ended + took * limits.restPerDearReading;
    this.#freeAt = Math.max(this.#freeAt, ended + took * (isDear ? limits.restPerReading : limits.restPerDearReading));
  }

  /** Something that has changed may rest, since reading it is dear. */
  #comeBack(): void {
    const { rest } = this.#reader;
    this.#endRest?.();
    this.#endRest = null;
    if (rest === null) return;
    this.#endRest = this.#tools.clock.after(rest, () => {
      this.#endRest = null;
      this.touch();
    });
  }
}

/** Milliseconds that changes are left alone on every phone's line. */
function windowAfter(changes: readonly LiveChange[]): number {
  const window = (JSON.stringify(changes).length * 1_000) / limits.patchTextPerSecond;
  return Math.round(Math.min(longestWindow, Math.max(calmWindow, window)));
}
