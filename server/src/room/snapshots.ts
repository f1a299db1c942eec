import type { PersonId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import * as Y from 'yjs';
import { faultOf } from '../fault.ts';
import type { Snapshot } from '../ports.ts';
import { mostToOpen } from './opening.ts';
import type { RoomParts } from './parts.ts';
import type { Replay } from './replay.ts';

/** Updates after which a snapshot is written, so that opening the room need not replay more; see `Replay.amount`. */
const usualUpdatesPerSnapshot = 500;
/** Milliseconds after which a snapshot is tried again by itself that could not be kept: first, and twice as many each time, to the longest. */
const firstPause = 1_000;
const longestPause = 60_000;

export interface SnapshotsParts {
  room: RoomParts;
  /** What is in no snapshot. */
  replay: Replay;
  /** The last entry of the log that is in the document. */
  seq(): number;
  /** Who first wrote under each Yjs client id. */
  writers(): ReadonlyMap<number, PersonId>;
}

/** A room's snapshots: when one is due, whether it may be kept, and how long to leave it when it could not be. */
export class Snapshots {
  readonly #parts: SnapshotsParts;
  #updatesPerSnapshot = usualUpdatesPerSnapshot;
  /** The last entry with which no snapshot could be kept. */
  #slowAt = -1;
  /** How long the next snapshot waits for the last one's failure, and until when; 0 after one that was written. */
  #pause = 0;
  #pausedUntil = 0;

  constructor(parts: SnapshotsParts) {
    this.#parts = parts;
  }

  /** True when so much is in none that one should be written now. */
  get isDue(): boolean {
    if (this.#parts.replay.amount < this.#updatesPerSnapshot) return false;
    return this.#pause === 0 || this.#parts.room.clock.elapsed() >= this.#pausedUntil;
  }

  /** Writes one if there are updates that are in none. Resolves also when that fails: the log has everything. */
  async write(): Promise<void> {
    const { room, replay } = this.#parts;
    const { document, generation, log, journal } = room;
    if (replay.updates === 0) return;
    const taken = replay.take();
    try {
      const snapshot = await this.#light();
      if (snapshot) await log.writeSnapshot({ document, generation, ...snapshot });
      if (snapshot) this.#pause = 0;
      else this.#putOff(taken);
    } catch (error) {
      this.#putOff(taken);
      journal.warn('snapshot-not-written', { document, why: faultOf(error) });
    }
  }

  #putOff(taken: ReturnType<Replay['take']>): void {
    this.#parts.replay.add(taken);
    this.#pause = Math.min(longestPause, Math.max(firstPause, this.#pause * 2));
    this.#pausedUntil = this.#parts.room.clock.elapsed() + this.#pause;
  }

  /**
   * A document can be made that came in lightly and opens slowly. Without a snapshot of it, it is opened as it came in. It is
   * looked at again after twice as many updates.
   */
  async #light(): Promise<Omit<Snapshot, 'document' | 'generation'> | null> {
    const { document, loaded, trials, journal } = this.#parts.room;
    if (mostToOpen(loaded.doc) <= limits.stepsToOpen) return this.#state();
    const seq = this.#parts.seq();
    if (this.#slowAt === seq) return null;
    let tried: Omit<Snapshot, 'document' | 'generation'> | null = null;
    const outcome = await trials.attempt(null, () => {
      tried = this.#state();
      return { state: tried.state, before: [], update: null };
    });
    this.#slowAt = outcome === 'light' ? -1 : seq;
    this.#updatesPerSnapshot = outcome === 'heavy' ? this.#updatesPerSnapshot * 2 : usualUpdatesPerSnapshot;
    if (outcome === 'heavy') journal.warn('document-opens-slowly', { document });
    return outcome === 'light' ? tried : null;
  }

  #state(): Omit<Snapshot, 'document' | 'generation'> {
    const { room, seq, writers } = this.#parts;
    return { seq: seq(), state: Y.encodeStateAsUpdate(room.loaded.doc), writers: new Map(writers()) };
  }
}
