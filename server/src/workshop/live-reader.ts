import type { DocumentName } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import type { Clock, Journal, RoomDirectory } from '../ports.ts';
import { type BoardReading, nothingRead, type Readings, readingOf, type TakeReading } from './live-readings.ts';

/** Milliseconds of reading after which others get a turn. */
const breath = 10;

/**
 * Keeps what was last read from the documents, and reads again what has changed. A document that cannot be read, or that no
 * view can be made with, keeps the part that it had: the others are seen all the same. One that is dear to read is read so
 * much less often, and all of these together so that a part of the time is left for everything else.
 */
export class LiveReader {
  readonly #parts: { rooms: Pick<RoomDirectory, 'read'>; clock: Clock; journal: Journal };
  readonly #toRead: Set<DocumentName>;
  /** Read, and not yet in a view. */
  readonly #fresh = new Map<DocumentName, TakeReading>();
  /** Until when documents that are dear to read are left alone: each for itself, and all of them for the latest. */
  readonly #restUntil = new Map<DocumentName, number>();
  #allRestUntil = Number.NEGATIVE_INFINITY;
  /** Said to be unreadable, so that it is said once. */
  readonly #reported = new Set<DocumentName>();
  #readings: Readings = nothingRead;

  constructor(
    parts: { rooms: Pick<RoomDirectory, 'read'>; clock: Clock; journal: Journal },
    documents: Iterable<DocumentName>,
  ) {
    this.#parts = parts;
    this.#toRead = new Set(documents);
  }

  /** Takes note that a document has changed. */
  changed(document: DocumentName): void {
    this.#toRead.add(document);
  }

  /** The board, when it has been read since it last changed. */
  get board(): BoardReading | null {
    return this.#toRead.has('board') ? null : this.#readings.board;
  }

  /** Milliseconds until something that has changed and rests may be read; null when nothing rests. */
  get rest(): number | null {
    const now = this.#parts.clock.elapsed();
    const ends = [...this.#toRead].flatMap((document) => this.#restEnd(document) ?? []);
    // A rest may have ended while another document was read.
    return ends.length === 0 ? null : Math.max(0, Math.min(...ends) - now);
  }

  /** Reads what has changed and does not rest. Never rejects. */
  async read(): Promise<void> {
    const { clock } = this.#parts;
    for (const document of [...this.#toRead]) {
      if ((this.#restEnd(document) ?? 0) > clock.elapsed()) continue;
      this.#toRead.delete(document);
      const took = await this.#readOne(document);
      if (took > breath) await new Promise<void>((resolve) => clock.after(0, resolve));
    }
  }

  /** Makes something of what was read. Throws when it cannot be made without what was read last either. */
  made<View>(make: (readings: Readings) => View): View {
    const fresh = [...this.#fresh];
    this.#fresh.clear();
    try {
      const next = fresh.reduce((before, [, take]) => take(before), this.#readings);
      const view = make(next);
      this.#readings = next;
      for (const [document] of fresh) this.#reported.delete(document);
      return view;
    } catch (problem) {
      if (fresh.length === 0) throw problem;
      return this.#madeWithout(fresh, make);
    }
  }

  /** Tries one document after the other, and leaves out those with which nothing can be made. */
  #madeWithout<View>(fresh: [DocumentName, TakeReading][], make: (readings: Readings) => View): View {
    const failed = new Map<DocumentName, unknown>();
    for (const [document, take] of fresh) {
      try {
        const next = take(this.#readings);
        make(next);
        this.#readings = next;
      } catch (problem) {
        failed.set(document, problem);
      }
    }
    try {
      const view = make(this.#readings);
      for (const [document] of fresh) if (!failed.has(document)) this.#reported.delete(document);
      for (const [document, problem] of failed) this.#report(document, problem);
      return view;
    } catch (problem) {
      // It was none of them.
      for (const document of failed.keys()) this.#toRead.add(document);
      throw problem;
    }
  }

  /** Answers how many milliseconds it took. */
  async #readOne(document: DocumentName): Promise<number> {
    const { rooms, clock } = this.#parts;
    const how = readingOf(document);
    if (how === null) return 0;
    let took = 0;
    try {
      const take = await rooms.read(document, (doc) => {
        const start = clock.elapsed();
        try {
          return how(doc);
        } finally {
          took = clock.elapsed() - start;
        }
      });
      this.#fresh.set(document, take);
    } catch (problem) {
      this.#report(document, problem);
    }
    if (took > limits.dearReadingMs) {
      this.#restUntil.set(document, clock.elapsed() + took * limits.restPerReading);
      this.#allRestUntil = clock.elapsed() + took * limits.restPerDearReading;
    } else this.#restUntil.delete(document);
    return took;
  }

  /** When a document that was dear to read may be read again; null for any other. */
  #restEnd(document: DocumentName): number | null {
    const own = this.#restUntil.get(document);
    return own === undefined ? null : Math.max(own, this.#allRestUntil);
  }

  #report(document: DocumentName, problem: unknown): void {
    if (this.#reported.has(document)) return;
    this.#reported.add(document);
    this.#parts.journal.error('document-not-read', {
      document,
      why: problem instanceof Error ? problem.name : 'unknown',
    });
  }
}
