import { createHash } from 'node:crypto';
import type { Position } from '@board/shared/consensus/rules';
import type { VoteId } from '@board/shared/ids';
import type { SheetStore } from '../ports.ts';
import { decodeTexts, encodeSheet } from './ballot-box.ts';
import { Refusal } from './refusal.ts';
import { SharedWrite } from './shared-write.ts';
import type { VoteState } from './votes-fold.ts';

/** A position as it stands while blocks may be lifted. */
export type Lifting = Position | 'lifted';

interface LiftBox {
  stored: ReadonlyMap<string, Lifting>;
  waiting: Set<string>;
  isSealed: boolean;
}

const prefix = 'lift/';

/**
 * While an item may be amended, whoever blocked it can lift the block. For that a sheet remains of the vote: in a secret one
 * fingerprints of the blocks' papers, which only the phones that hold the papers can point at; in an open one the positions
 * by person. What was lifted shows when that time is over, all at once, so that no number moves when somebody taps.
 */
export class LiftBoxes {
  readonly #sheets: SheetStore;
  readonly #boxes = new Map<VoteId, LiftBox>();
  readonly #write: SharedWrite;

  private constructor(sheets: SheetStore) {
    this.#sheets = sheets;
    this.#write = new SharedWrite(() => this.#writeWaiting());
  }

  /** Finds the sheets again, and destroys those of votes whose time for amendments is over or never began. A sheet that cannot be read is destroyed: nothing can be lifted then, and nothing else is lost. */
  static async load(sheets: SheetStore, votes: ReadonlyMap<VoteId, VoteState>): Promise<LiftBoxes> {
    const boxes = new LiftBoxes(sheets);
    const leftOver = new Map<string, null>();
    for (const [name, bytes] of await sheets.readAll()) {
      if (!name.startsWith(prefix)) continue;
      const vote = name.slice(prefix.length) as VoteId;
      const stored = votes.get(vote)?.slotUntil ? read(bytes) : null;
      if (stored) boxes.#boxes.set(vote, { stored, waiting: new Set(), isSealed: false });
      else leftOver.set(name, null);
    }
    if (leftOver.size > 0) await sheets.write(leftOver);
    return boxes;
  }

  /** Keeps what can be lifted, before the vote is closed in the log. Throws `not-stored`. */
  async prepare(vote: VoteId, positions: ReadonlyMap<string, Lifting>): Promise<void> {
    await this.#sheets.write(new Map([[nameOf(vote), encodeSheet(positions)]])).catch(notStored);
    this.#boxes.set(vote, { stored: positions, waiting: new Set(), isSealed: false });
  }

  /** Lifts a block; lifting it again changes nothing. Throws `slot-over`, `no-block` for a ballot that was none, `not-stored`. */
  async lift(vote: VoteId, key: string): Promise<void> {
    const box = this.#boxes.get(vote);
    if (!box || box.isSealed) throw new Refusal('slot-over');
    const stands = box.stored.get(key);
    if (stands === 'lifted') return;
    if (stands !== 'block') throw new Refusal('no-block');
    box.waiting.add(key);
    await this.#write.request().catch(notStored);
  }

  /** Sees to it that of the blocks under such keys at least `count` are lifted. Throws as `lift` does; `no-block` when there are fewer. */
  async liftSome(vote: VoteId, isMeant: (key: string) => boolean, count: number): Promise<void> {
    const box = this.#boxes.get(vote);
    if (!box || box.isSealed) throw new Refusal('slot-over');
    const meant = [...box.stored].filter(([key]) => isMeant(key));
    const isLifted = ([key, stands]: [string, Lifting]): boolean => stands === 'lifted' || box.waiting.has(key);
    const left = meant.filter((one) => one[1] === 'block' && !isLifted(one));
    const more = count - meant.filter(isLifted).length;
    if (more > left.length) throw new Refusal('no-block');
    for (const [key] of left.slice(0, Math.max(0, more))) box.waiting.add(key);
    await this.#write.request().catch(notStored);
  }

  /** Takes no more and hands out how everything stands. Null: nothing can be lifted in this vote. */
  async seal(vote: VoteId): Promise<ReadonlyMap<string, Lifting> | null> {
    const box = this.#boxes.get(vote);
    if (!box) return null;
    box.isSealed = true;
    await this.#write.settled();
    return box.stored;
  }

  /** The end of that time could not be stored: goes on. */
  unseal(vote: VoteId): void {
    const box = this.#boxes.get(vote);
    if (box) box.isSealed = false;
  }

  /** Destroys what was kept. What cannot be destroyed now is destroyed at the next start. */
  async destroy(vote: VoteId): Promise<void> {
    if (!this.#boxes.delete(vote)) return;
    await this.#sheets.write(new Map([[nameOf(vote), null]])).catch(() => undefined);
  }

  /** Waits until what was taken is durable. */
  settle(): Promise<void> {
    return this.#write.settled();
  }

  async #writeWaiting(): Promise<void> {
    const sheets = new Map<string, Uint8Array>();
    const filled = [...this.#boxes]
      .filter(([, box]) => box.waiting.size > 0)
      .map(([vote, box]) => {
        const taken = [...box.waiting];
        const next = new Map(box.stored);
        for (const key of taken) next.set(key, 'lifted');
        sheets.set(nameOf(vote), encodeSheet(next));
        return { box, taken, next };
      });
    if (filled.length === 0) return;
    try {
      await this.#sheets.write(sheets);
      for (const { box, next } of filled) box.stored = next;
    } finally {
      for (const { box, taken } of filled) for (const key of taken) box.waiting.delete(key);
    }
  }
}

/** What is kept of a secret ballot's paper: enough to know it again, not enough to use it. */
export function paperMark(vote: VoteId, paper: string): string {
  return createHash('sha256').update(`${vote}/${paper}`).digest('hex');
}

function nameOf(vote: VoteId): string {
  return prefix + vote;
}

function read(bytes: Uint8Array): Map<string, Lifting> | null {
  try {
    return decodeTexts(bytes) as Map<string, Lifting>;
  } catch {
    return null;
  }
}

function notStored(): never {
  throw new Refusal('not-stored');
}
