import { createHash } from 'node:crypto';
import type { Position } from '@board/shared/consensus/rules';
import type { VoteId } from '@board/shared/ids';
import type { Secrecy } from '@board/shared/live-view';
import type { SheetStore } from '../ports.ts';
import { decodeTexts, encodeSheet } from './ballot-box.ts';
import { notStored, Refusal } from './refusal.ts';
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
 * by person. What was lifted shows when that time is over, all at once, so that no number moves when somebody taps. The sheet
 * stays for a time that is opened again, as long as lift-times.ts says.
 */
export class LiftBoxes {
  readonly #sheets: SheetStore;
  readonly #boxes = new Map<VoteId, LiftBox>();
  /** Votes of which the disk has another sheet than what is known here, since it could not be written. */
  readonly #behind = new Set<VoteId>();
  readonly #write: SharedWrite;

  private constructor(sheets: SheetStore) {
    this.#sheets = sheets;
    this.#write = new SharedWrite(() => this.#writeWaiting());
  }

  /**
   * Finds the sheets again, and destroys those of votes that `isLiftable` does not name. A sheet that cannot be read is
   * destroyed: nothing can be lifted then, and nothing else is lost. What was lifted in a time that is over has been counted.
   * Throws `not-stored`.
   */
  static async load(
    sheets: SheetStore,
    votes: ReadonlyMap<VoteId, VoteState>,
    isLiftable: (vote: VoteState) => boolean,
  ): Promise<LiftBoxes> {
    const boxes = new LiftBoxes(sheets);
    const changed = new Map<string, Uint8Array | null>();
    for (const [name, bytes] of await sheets.readAll()) {
      if (!name.startsWith(prefix)) continue;
      const id = name.slice(prefix.length) as VoteId;
      const state = votes.get(id);
      const found = state && isLiftable(state) ? read(bytes) : null;
      const stored = found && state?.slotUntil === null ? counted(found, state.vote.secrecy) : found;
      if (stored) boxes.#boxes.set(id, { stored, waiting: new Set(), isSealed: false });
      if (stored !== found || !stored) changed.set(name, stored && encodeSheet(stored));
    }
    if (changed.size > 0) await sheets.write(changed).catch(notStored);
    return boxes;
  }

  /** The votes of which something is kept. */
  get votes(): VoteId[] {
    return [...this.#boxes.keys()];
  }

  /** Whether anything is kept of a vote: without it no block on it can be lifted. */
  has(vote: VoteId): boolean {
    return this.#boxes.has(vote);
  }

  /**
   * Before a time for amendments is opened again: writes what could not be written when the last one ended, so that no start
   * finds blocks as lifted that have been counted. Throws `not-stored`.
   */
  async catchUp(vote: VoteId): Promise<void> {
    if (this.#behind.has(vote)) await this.#writeOne(vote).catch(notStored);
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

  /** What was lifted is counted by now; what else can be lifted is kept. What cannot be written now is so before that time is opened again, or at the next start. */
  async turnOver(vote: VoteId, secrecy: Secrecy): Promise<void> {
    const box = this.#boxes.get(vote);
    if (!box) return;
    box.stored = counted(box.stored, secrecy);
    box.isSealed = false;
    await this.#writeOne(vote).catch(() => undefined);
  }

  /** Destroys what was kept. What cannot be destroyed now is so before a time for amendments is opened, or at the next start. */
  async destroy(vote: VoteId): Promise<void> {
    if (!this.#boxes.delete(vote)) return;
    await this.#writeOne(vote).catch(() => undefined);
  }

  /** Waits until what was taken is durable. */
  settle(): Promise<void> {
    return this.#write.settled();
  }

  async #writeOne(vote: VoteId): Promise<void> {
    const box = this.#boxes.get(vote);
    this.#behind.add(vote);
    await this.#sheets.write(new Map([[nameOf(vote), box ? encodeSheet(box.stored) : null]]));
    this.#behind.delete(vote);
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

/** Without the blocks that were lifted: of an open vote's positions they stand aside, of a secret one's marks they are no more. */
function counted(stored: ReadonlyMap<string, Lifting>, secrecy: Secrecy): Map<string, Lifting> {
  const isOpen = secrecy === 'open';
  return new Map(
    [...stored].flatMap(([key, stands]): [string, Lifting][] => {
      if (stands !== 'lifted') return [[key, stands]];
      return isOpen ? [[key, 'stand-aside']] : [];
    }),
  );
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
