import type { DocumentName } from '@board/shared/ids';
import { diffLiveViews } from '@board/shared/live-diff';
import type { LiveChange, LiveView } from '@board/shared/live-view';
import type { Clock, Entry, Journal, LiveFeed, RoomDirectory } from '../ports.ts';
import type { Decision } from './decisions.ts';
import { composeLiveView, type LiveSources } from './live-parts.ts';
import { nothingRead, type Readings, readAgain } from './live-readings.ts';

/** Milliseconds between two pushes: four a second can be read in a hall and are cheap for 500 phones. */
const calmWindow = 250;

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
  readonly #toRead = new Set<DocumentName>();
  readonly #stopWatching: () => void;
  #readings: Readings = nothingRead;
  #current: LiveView | null = null;
  #isOutdated = true;
  /** Outdated by a decision that the hall waits for: nobody who comes now is shown the view from before it. */
  #isUrgent = false;
  #lastPush = Number.NEGATIVE_INFINITY;
  #callOff: (() => void) | null = null;
  #running: Promise<void> | null = null;

  constructor(tools: LiveViewTools) {
    this.#tools = tools;
    for (const document of tools.now().state.documents.keys()) this.#toRead.add(document);
    this.#stopWatching = tools.rooms.onChange((document) => {
      this.#toRead.add(document);
      this.touch();
    });
  }

  /**
   * The view as of now, or as last pushed while somebody follows, which lacks no decision that goes out at once: whoever
   * also follows must follow first and apply what came meanwhile on top of this. Never rejects for a document that cannot be read; its part is then empty.
   */
  async view(): Promise<LiveView> {
    while (this.#current === null || (this.#isOutdated && this.#mayRefreshNow())) await this.#refresh();
    return this.#current;
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
      if (body.kind === 'document') this.#toRead.add(body.document);
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
    this.#followers.clear();
  }

  #mayRefreshNow(): boolean {
    return this.#isUrgent || this.#followers.size === 0 || this.#tools.clock.elapsed() >= this.#lastPush + calmWindow;
  }

  #schedule(isPrompt: boolean): void {
    const { clock } = this.#tools;
    if (this.#callOff && !isPrompt) return;
    this.#callOff?.();
    const wait = isPrompt ? 0 : Math.max(0, this.#lastPush + calmWindow - clock.elapsed());
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
    for (const document of [...this.#toRead]) {
      this.#toRead.delete(document);
      await this.#read(document);
    }
    const before = this.#current;
    this.#current = composeLiveView({ ...this.#tools.now(), readings: this.#readings });
    const changes = before ? diffLiveViews(before, this.#current) : [];
    if (changes.length === 0 || this.#followers.size === 0) return;
    this.#lastPush = this.#tools.clock.elapsed();
    for (const tell of [...this.#followers]) tell(changes);
  }

  async #read(document: DocumentName): Promise<void> {
    try {
      this.#readings = await readAgain(this.#tools.rooms, document, this.#readings);
    } catch (problem) {
      const why = problem instanceof Error ? problem.name : 'unknown';
      this.#tools.journal.error('document-not-read', { document, why });
    }
  }
}
