import { isStamped, newStampSecret, type StampedPaper, stampCovered } from '@board/shared/consensus/paper';
import { type FeedbackId, newId, type PersonId, type PresentationId } from '@board/shared/ids';
import type { FeedbackMarks } from '@board/shared/presentation';
import { limits } from '@board/shared/protocol/limits';
import type { Clock, Journal, SheetStore } from '../ports.ts';
import type { NamelessPiece } from './decisions.ts';
import {
  decodeFeedback,
  emptyFeedback,
  encodeFeedbackSheet,
  type FeedbackChange,
  type FeedbackContents,
  feedbackSheets,
  presentationOfSheet,
  withChanges,
} from './feedback-sheets.ts';
import { unmarked } from './presentations-fold.ts';
import { notStored, Refusal } from './refusal.ts';
import { SharedWrite } from './shared-write.ts';
import { Turns } from './turns.ts';

/** Milliseconds: what was said without a name is shown together with all else of the same ten seconds, so that the moment in which a neighbour presses a button tells less. */
export const namelessWindow = 10_000;

type Said = Pick<NamelessPiece, 'kind' | 'text' | 'row'>;

/** The running presentation's box in memory. `waiting` is on its way to the disk; only `stored` counts. */
interface Box {
  id: PresentationId;
  secret: string;
  stored: FeedbackContents;
  waiting: FeedbackChange[];
  /** What everybody sees, and where it stands among what came before and after. Never on disk. */
  shown: Map<FeedbackId, number>;
  isSealed: boolean;
}

/**
 * What is said without a name to the group that presents (SECURITY.md). As in a secret vote each person has slips stamped
 * under their cover, and hands them in without a session. Sheets keep neither order nor time; when the presentation has ended,
 * what was said goes into the log in one piece and slips, roll and stamp are destroyed.
 */
export class FeedbackBox {
  readonly #sheets: SheetStore;
  readonly #clock: Clock;
  readonly #journal: Journal;
  readonly #turns: Turns;
  readonly #write: SharedWrite;
  #box: Box | null = null;
  /** Of a presentation that is about to begin. */
  #prepared: Box | null = null;
  #moments = 0;
  #callOff: (() => void) | null = null;
  #tell: () => void = () => undefined;
  #named: () => number = () => 0;

  private constructor(sheets: SheetStore, { clock, journal }: { clock: Clock; journal: Journal }) {
    this.#sheets = sheets;
    this.#clock = clock;
    this.#journal = journal;
    this.#turns = new Turns(clock);
    this.#write = new SharedWrite(() => this.#writeWaiting());
  }

  /**
   * Finds the running presentation's sheets again, and destroys those that a crash has left of others. Where they are gone, as in
   * a backup, or cannot be read, it begins with an empty box: what was said without a name in this presentation is lost then. Throws `not-stored`.
   */
  static async load(
    sheets: SheetStore,
    running: PresentationId | null,
    tools: { clock: Clock; journal: Journal },
  ): Promise<FeedbackBox> {
    const box = new FeedbackBox(sheets, tools);
    const found = await sheets.readAll();
    const leftOver = [...found.keys()].filter((name) => ![null, running].includes(presentationOfSheet(name)));
    if (leftOver.length > 0) await sheets.write(new Map(leftOver.map((name) => [name, null]))).catch(notStored);
    if (running === null) return box;
    box.#box = box.#read(running, found);
    if (box.#box) box.#show();
    // A full disk leaves nobody a box; the next presentation has one.
    else
      await box.prepare(running).then(
        () => box.open(running),
        () => undefined,
      );
    return box;
  }

  /** Says whom to tell when there is more to see, and how many pieces were said by name so far. */
  follow(tell: () => void, named: () => number): void {
    this.#tell = tell;
    this.#named = named;
  }

  /** Makes a presentation's sheets, before it begins in the log. */
  async prepare(id: PresentationId): Promise<void> {
    const secret = newStampSecret();
    const names = feedbackSheets(id);
    const empty = encodeFeedbackSheet(new Map());
    const stamp = new TextEncoder().encode(secret);
    const sheets = new Map([
      [names.stamp, stamp],
      [names.roll, empty],
      [names.box, empty],
    ] as const);
    await this.#sheets.write(sheets).catch(notStored);
    this.#prepared = { id, secret, stored: emptyFeedback, waiting: [], shown: new Map(), isSealed: false };
  }

  /** The presentation that was prepared has begun: from now on its box is the one. */
  open(id: PresentationId): void {
    if (this.#prepared?.id !== id) return;
    this.stop();
    this.#box = this.#prepared;
    this.#prepared = null;
  }

  /** Stamps a person's covered slips, once: the same again give the same stamps. The caller has checked who may. */
  async collect(id: PresentationId, person: PersonId, covered: readonly string[]): Promise<string[]> {
    const { secret } = this.#taking(id);
    this.#refuseOtherSlips(id, person, covered);
    const stamped: string[] = [];
    for (const one of covered) {
      const stamp = await this.#turns.run(() => stampCovered(secret, one));
      if (stamp === null) throw new Refusal('bad-request', 'covered');
      stamped.push(stamp);
    }
    this.#refuseOtherSlips(id, person, covered);
    if (!this.#taking(id).stored.roll.has(person)) await this.#store(id, { person, covered });
    return stamped;
  }

  /** Takes in what a stamped slip says. A slip says one thing: the same again is taken for the same, anything else is refused. `isAllowed` is asked for what is new. */
  async give(id: PresentationId, slip: StampedPaper, said: Said, isAllowed: () => void): Promise<void> {
    const { secret } = this.#taking(id);
    if (!(await this.#turns.run(() => isStamped(secret, slip)))) throw new Refusal('slip-not-valid');
    const box = this.#taking(id);
    const known = box.stored.pieces.get(slip.paper) ?? waitingOn(box, slip.paper);
    if (known) {
      if (!isSame(known, said)) throw new Refusal('slip-not-valid');
      if (!box.stored.pieces.has(slip.paper)) await this.#write.request().catch(notStored);
      return;
    }
    isAllowed();
    const coming = box.waiting.filter((change) => 'slip' in change).length;
    if (box.stored.pieces.size + coming >= limits.feedbackPerPresentation) throw new Refusal('too-large', 'feedback');
    await this.#store(id, { slip: slip.paper, piece: { id: newId<FeedbackId>(), ...said, ...unmarked, changes: 0 } });
  }

  /** Marks a piece that is in this box, without a trace of when. */
  async mark(id: PresentationId, marked: FeedbackId, marks: FeedbackMarks): Promise<void> {
    await this.#store(id, { marked, marks });
  }

  /** What everybody may see by now of the presentation that is running. */
  shown(id: PresentationId): { piece: NamelessPiece; order: number }[] {
    if (this.#box?.id !== id) return [];
    const { stored, shown } = this.#box;
    return [...stored.pieces.values()]
      .flatMap((piece) => {
        const order = shown.get(piece.id);
        return order === undefined ? [] : [{ piece, order }];
      })
      .sort((a, b) => a.order - b.order || byId(a.piece, b.piece));
  }

  /** Takes nothing more, waits for what is on its way to the disk and hands out all that was said, sorted by its random ids. */
  async seal(id: PresentationId): Promise<NamelessPiece[]> {
    if (this.#box?.id !== id) return [];
    this.#box.isSealed = true;
    await this.#write.settled();
    return [...this.#box.stored.pieces.values()].sort(byId);
  }

  /** The presentation could not be ended: takes feedback again. */
  unseal(id: PresentationId): void {
    if (this.#box?.id === id) this.#box.isSealed = false;
  }

  /** Destroys a presentation's slips, roll and stamp. What cannot be destroyed now is destroyed at the next start. */
  async destroy(id: PresentationId): Promise<void> {
    if (this.#box?.id === id) {
      this.#box = null;
      this.stop();
    }
    const gone = new Map(Object.values(feedbackSheets(id)).map((name): [string, null] => [name, null]));
    await this.#sheets.write(gone).catch(() => this.#journal.error('slips-not-destroyed', { presentation: id }));
  }

  /** Waits until what was taken is durable. */
  settle(): Promise<void> {
    return this.#write.settled();
  }

  /** Shows nothing more by itself. */
  stop(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  #taking(id: PresentationId): Box {
    if (this.#box?.id !== id || this.#box.isSealed) throw new Refusal('presentation-over');
    return this.#box;
  }

  #refuseOtherSlips(id: PresentationId, person: PersonId, covered: readonly string[]): void {
    const { stored, waiting } = this.#taking(id);
    const coming = waiting.find((change) => 'person' in change && change.person === person);
    const known = coming && 'covered' in coming ? coming.covered : stored.roll.get(person);
    if (known && known.join() !== covered.join()) throw new Refusal('slips-elsewhere');
  }

  async #store(id: PresentationId, change: FeedbackChange): Promise<void> {
    this.#taking(id).waiting.push(change);
    await this.#write.request().catch(notStored);
  }

  /** What cannot be stored is taken out again, and whoever sent it is told. */
  async #writeWaiting(): Promise<void> {
    const box = this.#box;
    if (!box || box.waiting.length === 0) return;
    const changes = [...box.waiting];
    const next = withChanges(box.stored, changes);
    const names = feedbackSheets(box.id);
    const sheets = new Map([
      [names.roll, encodeFeedbackSheet(next.roll)],
      [names.box, encodeFeedbackSheet(next.pieces)],
    ] as const);
    try {
      await this.#sheets.write(sheets);
      box.stored = next;
    } finally {
      box.waiting.splice(0, changes.length);
    }
    if (changes.some((change) => 'marked' in change)) this.#tell();
    if (changes.some((change) => 'slip' in change)) this.#showLater();
  }

  /** At the end of the present ten seconds by the clock, whoever was first in them. */
  #showLater(): void {
    if (this.#callOff) return;
    const wait = namelessWindow - (this.#clock.now() % namelessWindow);
    this.#callOff = this.#clock.after(wait, () => {
      this.#callOff = null;
      this.#show();
      this.#tell();
    });
  }

  #show(): void {
    if (!this.#box) return;
    const { stored, shown } = this.#box;
    // Behind all that was said by name so far, which is counted from 0, and behind what was shown at earlier moments.
    const order = this.#named() - 0.5 + this.#moments * 1e-6;
    for (const { id } of stored.pieces.values()) if (!shown.has(id)) shown.set(id, order);
    this.#moments += 1;
  }

  #read(id: PresentationId, found: ReadonlyMap<string, Uint8Array>): Box | null {
    const names = feedbackSheets(id);
    const [stamp, roll, box] = [found.get(names.stamp), found.get(names.roll), found.get(names.box)];
    try {
      if (!stamp || !roll || !box) throw new RangeError('a sheet is missing');
      const secret = new TextDecoder().decode(stamp);
      return { id, secret, stored: decodeFeedback(roll, box), waiting: [], shown: new Map(), isSealed: false };
    } catch {
      this.#journal.warn('nameless-feedback-lost', { presentation: id });
      return null;
    }
  }
}

function waitingOn({ waiting }: Box, slip: string): NamelessPiece | undefined {
  const coming = waiting.find((change) => 'slip' in change && change.slip === slip);
  return coming && 'piece' in coming ? coming.piece : undefined;
}

function isSame(piece: NamelessPiece, said: Said): boolean {
  return piece.kind === said.kind && piece.text === said.text && piece.row === said.row;
}

function byId(a: NamelessPiece, b: NamelessPiece): number {
  return a.id < b.id ? -1 : 1;
}
