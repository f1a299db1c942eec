import { isStamped, newStampSecret, type StampedPaper, stampCovered } from '@board/shared/consensus/paper';
import type { GroupId, PersonId, VoteId } from '@board/shared/ids';
import type { Secrecy } from '@board/shared/live-view';
import type { Clock, Journal, SheetStore } from '../ports.ts';
import {
  type Ballot,
  type BoxContents,
  decodeBallots,
  decodeCount,
  decodeTexts,
  emptyBox,
  encodeCount,
  encodeSheet,
  groupOfHands,
  sheetNames,
  voteOfSheet,
} from './ballot-box.ts';
import { notStored, Refusal } from './refusal.ts';
import { SharedWrite } from './shared-write.ts';
import { Turns } from './turns.ts';
import type { VoteState } from './votes-fold.ts';

/** What one request adds to a box. */
type Change = { person: PersonId; covered: string } | { key: string; ballot: Ballot } | HandChange;

/** Ballots that the facilitator enters, and those that are taken back. Keys of raised hands, or papers of the facilitator's browser. */
export interface HandChange {
  put: ReadonlyMap<string, Ballot>;
  takenBack: readonly string[];
}

/** How many ballots there are so far. */
export interface Turnout {
  all: number;
  byHand: number;
  /** Whose they are: people, and raised hands by group. Empty in a secret vote, where that is not known. */
  keys: readonly string[];
}

/** An open vote's box in memory. `waiting` is on its way to the disk; only `stored` counts. */
interface Box {
  /** The secret of the stamp; null in an open vote. */
  secret: string | null;
  stored: BoxContents;
  waiting: Change[];
  isSealed: boolean;
}

/**
 * The rolls and boxes of a workshop's open votes (DESIGN §6). Nothing counts and nothing is answered before it is
 * durable; requests that come together share one write. Secret ballots are taken from whoever holds a stamped paper.
 */
export class BallotBoxes {
  readonly #sheets: SheetStore;
  readonly #journal: Journal;
  readonly #turns: Turns;
  readonly #boxes = new Map<VoteId, Box>();
  readonly #write: SharedWrite;
  /** Open votes of which no sheet is there at all, as in a backup: nothing can be counted, and nobody can vote any more. */
  readonly lost: VoteId[] = [];
  #tellTurnout: () => void = () => undefined;

  private constructor(sheets: SheetStore, tools: { clock: Clock; journal: Journal }) {
    this.#sheets = sheets;
    this.#journal = tools.journal;
    this.#turns = new Turns(tools.clock);
    this.#write = new SharedWrite(() => this.#writeWaiting());
  }

  /** Finds the open votes' sheets again, and destroys those that a crash has left of closed or never opened votes. Throws when only some of a vote's sheets are there, or one cannot be read, and `not-stored`. */
  static async load(
    sheets: SheetStore,
    votes: ReadonlyMap<VoteId, VoteState>,
    tools: { clock: Clock; journal: Journal },
  ): Promise<BallotBoxes> {
    const boxes = new BallotBoxes(sheets, tools);
    const found = await sheets.readAll();
    const leftOver = new Map<string, null>();
    for (const name of found.keys()) {
      const vote = voteOfSheet(name);
      if (vote !== null && votes.get(vote)?.closed !== null) leftOver.set(name, null);
    }
    if (leftOver.size > 0) await sheets.write(leftOver).catch(notStored);
    for (const [id, { vote, closed }] of votes) {
      if (closed) continue;
      if (Object.values(sheetNames(id)).some((name) => found.has(name)))
        boxes.#boxes.set(id, readBox(id, vote.secrecy, found));
      else boxes.lost.push(id);
    }
    return boxes;
  }

  /** Says whom to tell when more ballots have become durable. */
  onTurnout(tell: () => void): void {
    this.#tellTurnout = tell;
  }

  /** Makes a vote's sheets, before the vote is opened in the log. */
  async prepare(vote: VoteId, secrecy: Secrecy): Promise<void> {
    const secret = secrecy === 'secret' ? newStampSecret() : null;
    const names = sheetNames(vote);
    const sheets = new Map([[names.box, encodeSheet(new Map())]]);
    sheets.set(names.hand, encodeCount(0));
    if (secret !== null) {
      sheets.set(names.stamp, new TextEncoder().encode(secret));
      sheets.set(names.roll, encodeSheet(new Map()));
    }
    await this.#sheets.write(sheets).catch(notStored);
    this.#boxes.set(vote, { secret, stored: emptyBox, waiting: [], isSealed: false });
  }

  /** Stamps a person's covered paper, once: the same again gives the same stamp. `isAllowed` looks at the roll, as the caller has done, once more when the paper's turn has come. */
  async collect(vote: VoteId, person: PersonId, covered: string, isAllowed: () => void): Promise<string> {
    const { secret } = this.#taking(vote);
    if (secret === null) throw new Refusal('bad-request', 'secrecy');
    this.#refuseOtherPaper(vote, person, covered);
    const stamped = await this.#turns.run(() => stampCovered(secret, covered));
    if (stamped === null) throw new Refusal('bad-request', 'covered');
    isAllowed();
    this.#refuseOtherPaper(vote, person, covered);
    if (this.#taking(vote).stored.roll.get(person) !== covered) await this.#store(vote, { person, covered });
    return stamped;
  }

  /** Puts a ballot on a stamped paper into the box, in place of what that paper said before. `isAllowed` as in `collect`. */
  async castSecret(vote: VoteId, paper: StampedPaper, ballot: Ballot, isAllowed: () => void): Promise<void> {
    const { secret } = this.#taking(vote);
    if (secret === null) throw new Refusal('bad-request', 'paper');
    if (!(await this.#turns.run(() => isStamped(secret, paper)))) throw new Refusal('paper-not-valid');
    isAllowed();
    await this.#store(vote, { key: paper.paper, ballot });
  }

  /** Puts a named ballot into the box of an open vote. The caller has checked the roll. */
  async castNamed(vote: VoteId, person: PersonId, ballot: Ballot): Promise<void> {
    await this.#store(vote, { key: person, ballot });
  }

  /** The ballot of a person that lies in the box of an open vote. */
  named(vote: VoteId, person: PersonId): Ballot | null {
    const box = this.#boxes.get(vote);
    return box && box.secret === null ? (box.stored.ballots.get(person) ?? null) : null;
  }

  /**
   * Puts ballots of people without a phone into the box, beside or in place of those entered before. Throws
   * `more-than-roll` when there would be more of them than `seats`; then nothing has changed.
   */
  async enterByHand(vote: VoteId, change: HandChange, seats: number): Promise<void> {
    const { stored, waiting } = this.#taking(vote);
    const { byHand } = withChanges(stored, [...waiting, change]);
    // Fewer than none: a paper that nobody has entered by hand was named.
    if (byHand > seats || byHand < 0) throw new Refusal('more-than-roll');
    await this.#store(vote, change);
  }

  /** The ballots that were entered for a group's show of hands, in an open vote, by their keys; those too that are on their way to the disk. */
  handsOf(vote: VoteId, group: GroupId | null): [string, Ballot][] {
    const { stored, waiting } = this.#taking(vote);
    return [...withChanges(stored, waiting).ballots].filter(([key]) => groupOfHands(key) === group);
  }

  /** The ballots of raised hands that lie in the box of an open vote, by their keys. */
  raised(vote: VoteId): [string, Ballot][] {
    return [...this.#taking(vote).stored.ballots].filter(([key]) => groupOfHands(key) !== undefined);
  }

  /** How many durable ballots a vote has that is not closed, and how many of them were entered by hand. */
  turnout(vote: VoteId): Turnout {
    const box = this.#boxes.get(vote);
    const { ballots, byHand } = box?.stored ?? emptyBox;
    return { all: ballots.size, byHand, keys: box?.secret === null ? [...ballots.keys()] : [] };
  }

  /** Takes no more ballots, waits for those on their way to the disk and hands out what is in the box. */
  async seal(vote: VoteId): Promise<BoxContents> {
    this.#taking(vote).isSealed = true;
    await this.#write.settled();
    return this.#boxes.get(vote)?.stored ?? emptyBox;
  }

  /** The vote could not be closed: takes ballots again. */
  unseal(vote: VoteId): void {
    const box = this.#boxes.get(vote);
    if (box) box.isSealed = false;
  }

  /** Destroys a vote's roll, papers and stamp. What cannot be destroyed now is destroyed at the next start. */
  async destroy(vote: VoteId): Promise<void> {
    this.#boxes.delete(vote);
    const gone = new Map(Object.values(sheetNames(vote)).map((name): [string, null] => [name, null]));
    await this.#sheets.write(gone).catch(() => this.#journal.error('papers-not-destroyed', { vote }));
  }

  /** Waits until what was taken is durable. */
  settle(): Promise<void> {
    return this.#write.settled();
  }

  #taking(vote: VoteId): Box {
    const box = this.#boxes.get(vote);
    if (!box || box.isSealed) throw new Refusal('vote-closed');
    return box;
  }

  #refuseOtherPaper(vote: VoteId, person: PersonId, covered: string): void {
    const box = this.#taking(vote);
    const waiting = box.waiting.find((change) => 'person' in change && change.person === person);
    const known = waiting && 'covered' in waiting ? waiting.covered : box.stored.roll.get(person);
    if (known !== undefined && known !== covered) throw new Refusal('paper-already-collected');
  }

  async #store(vote: VoteId, change: Change): Promise<void> {
    this.#taking(vote).waiting.push(change);
    await this.#write.request().catch(notStored);
  }

  /** What cannot be stored is taken out again, so that nobody's ballot counts who was told that it does not. */
  async #writeWaiting(): Promise<void> {
    const sheets = new Map<string, Uint8Array>();
    const taken = [...this.#boxes].filter(([, box]) => box.waiting.length > 0);
    const filled = taken.map(([vote, box]) => {
      const contents = withChanges(box.stored, box.waiting);
      const names = sheetNames(vote);
      if (box.secret !== null) sheets.set(names.roll, encodeSheet(contents.roll));
      sheets.set(names.box, encodeSheet(contents.ballots));
      sheets.set(names.hand, encodeCount(contents.byHand));
      return { box, contents, count: box.waiting.length };
    });
    if (filled.length === 0) return;
    try {
      await this.#sheets.write(sheets);
      for (const { box, contents } of filled) box.stored = contents;
    } finally {
      for (const { box, count } of filled) box.waiting.splice(0, count);
    }
    this.#tellTurnout();
  }
}

function withChanges(stored: BoxContents, changes: readonly Change[]): BoxContents {
  const roll = new Map(stored.roll);
  const ballots = new Map(stored.ballots);
  let { byHand } = stored;
  for (const change of changes) {
    if ('person' in change) roll.set(change.person, change.covered);
    else if ('key' in change) ballots.set(change.key, change.ballot);
    else {
      for (const key of change.takenBack) if (ballots.delete(key)) byHand -= 1;
      for (const [key, ballot] of change.put) {
        if (!ballots.has(key)) byHand += 1;
        ballots.set(key, ballot);
      }
    }
  }
  return { roll, ballots, byHand };
}

function readBox(vote: VoteId, secrecy: Secrecy, found: ReadonlyMap<string, Uint8Array>): Box {
  const names = sheetNames(vote);
  const need = (name: string): Uint8Array => {
    const bytes = found.get(name);
    if (!bytes) throw new RangeError(`a sheet of an open vote is missing`);
    return bytes;
  };
  const isSecret = secrecy === 'secret';
  const contents = {
    roll: isSecret ? decodeTexts<PersonId>(need(names.roll)) : emptyBox.roll,
    ballots: decodeBallots(need(names.box)),
    // A vote that an earlier version has opened has no such sheet.
    byHand: found.has(names.hand) ? decodeCount(need(names.hand)) : 0,
  };
  const secret = isSecret ? new TextDecoder().decode(need(names.stamp)) : null;
  return { secret, stored: contents, waiting: [], isSealed: false };
}
