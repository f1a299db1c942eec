import type { ErrorCode } from '@board/shared/errors';
import type { PersonId } from '@board/shared/ids';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import * as Y from 'yjs';
import { faultOf } from '../fault.ts';
import type { TrialOutcome } from '../ports.ts';
import { applyInTurns } from './apply.ts';
import type { ClientIds } from './client-ids.ts';
import { documentSize } from './document-size.ts';
import type { FanOut } from './fan-out.ts';
import { type Intake, intake, type Verdict } from './intake.ts';
import type { Pace } from './pace.ts';
import type { RoomParts } from './parts.ts';
import type { Seated } from './seated.ts';
import { type Made, type Sent, Trying } from './trying.ts';
import type { Accepted } from './under-way.ts';
import { WayToDisk } from './way-to-disk.ts';

export interface WritingParts {
  room: RoomParts;
  ids: ClientIds;
  pace: Pace;
  fanOut: FanOut;
  dismiss(seat: Seated, reason: CloseReason): void;
  deny(seat: Seated, why: ErrorCode): void;
  /** The document has changed. */
  changed(): void;
  /** Runs something; a throw that nothing foresaw ends the room. */
  guard(run: () => void): void;
}

/** What becomes of somebody whose update did not stand its trial. */
const refusals: Record<Exclude<TrialOutcome, 'light'>, CloseReason> = {
  heavy: 'too-large',
  broken: 'malformed-update',
  busy: 'too-many-requests',
};

/** Something on its way to the disk. */
interface Written extends Accepted {
  /** Whose it is; null for what Yjs tidied up by itself. */
  seat: Seated | null;
  /** Counted in `stored`; an answer to the server's state vector is not. */
  isCounted: boolean;
}

/** Nothing new: it only waits for its turn to be told. */
const nothing: Accepted = {
  update: null,
  ends: new Map(),
  lists: new Map(),
  placed: new Map(),
  fallen: new Map(),
  cuts: 0,
  steps: 0,
  touched: new Set(),
  growth: { bytes: 0, structs: 0 },
};
/** Times that the disk is asked once more for what is left when a room ends. */
const lastAttempts = 3;

/** The way of a room's updates: judged, stored together, applied, told. The document holds what is durable and nothing else. */
export class Writing {
  readonly #parts: WritingParts;
  readonly #doc: Y.Doc;
  readonly #size: ReturnType<typeof documentSize>;
  readonly #intake: Intake;
  readonly #way: WayToDisk<Written>;
  /** What people write while a decision is made on the document; null when there is none. */
  #held: (() => void)[] | null = null;
  #holders = 0;
  readonly #trying: Trying;
  #accepted = 0;
  /** When something was last changed in a list or text, counted in accepted updates. */
  readonly #touched = new Map<string, number>();
  #isStopped = false;
  #seq: number;
  /** Updates that are in no snapshot. */
  sinceSnapshot: number;

  constructor(parts: WritingParts) {
    const { doc, bytes, seq, replayed } = parts.room.loaded;
    this.#parts = parts;
    this.#doc = doc;
    this.#seq = seq;
    this.sinceSnapshot = replayed;
    this.#size = documentSize(doc, bytes);
    this.#intake = intake({ doc, ids: parts.ids, size: this.#size, clock: parts.room.clock });
    this.#way = this.#newWay();
    this.#trying = new Trying({
      trials: parts.room.trials,
      make: (update) => this.#trialOf(update),
      wasLight: (sent, allowed) => this.#wasLight(sent, allowed),
      refused: (seat, outcome) => this.#refused(seat, outcome),
    });
  }

  /** The last entry of the log that is in the document. */
  get seq(): number {
    return this.#seq;
  }

  /** Nothing waits for the disk, or to be tried out. */
  get isStored(): boolean {
    return this.#way.isEmpty && this.#trying.isEmpty;
  }

  /** True when something of this person waits for the disk. */
  hasWordsOf(person: PersonId): boolean {
    return this.#way.items().some(({ seat }) => seat?.member.person.id === person);
  }

  /** Takes in a member's update. */
  write(sent: Sent): void {
    if (this.#trying.keeps(sent)) return;
    this.#whenFree(
      () => this.write(sent),
      () => this.#write(sent),
    );
  }

  /** Takes nothing in until the returned function is called: what people write waits, and is looked at then. */
  hold(): () => void {
    this.#holders += 1;
    this.#held ??= [];
    let isHolding = true;
    return () => {
      if (!isHolding) return;
      isHolding = false;
      this.#holders -= 1;
      if (this.#holders === 0) this.#letGo();
    };
  }

  /** Resolves when nothing that was accepted waits for the disk; false when the disk refuses it. */
  emptied(): Promise<boolean> {
    return this.#way.empty();
  }

  /** Stores what has been accepted. False when the disk takes it not even at the last attempt. */
  async finish(): Promise<boolean> {
    for (let attempt = 0; attempt < lastAttempts; attempt++) if (await this.#way.empty()) return true;
    return this.#way.isEmpty;
  }

  /** Resolves when the log has answered every append, also after stopping. */
  settled(): Promise<void> {
    return this.#way.settled();
  }

  /** Forgets what is not stored. */
  stop(): void {
    this.#isStopped = true;
    this.#trying.stop();
    this.#way.stop();
  }

  /** Runs something now, or, while a decision is made, queues what leads to it. */
  #whenFree(again: () => void, now: () => void): void {
    if (this.#held) this.#held.push(() => this.#parts.guard(again));
    else now();
  }

  #letGo(): void {
    const held = this.#held ?? [];
    this.#held = null;
    if (!this.#isStopped) for (const write of held) write();
  }

  #newWay(): WayToDisk<Written> {
    const { document, generation, log, clock, journal } = this.#parts.room;
    return new WayToDisk<Written>({
      clock,
      store: (items) =>
        log.append(
          items.flatMap(({ seat, update }) => {
            if (!update) return [];
            return [{ author: seat?.member.person.id ?? null, body: { kind: 'update', document, generation, update } }];
          }),
        ),
      arrived: (items, seq) => this.#parts.guard(() => this.#arrived(items, seq)),
      refused: (error) => journal.warn('update-not-stored', { document, why: faultOf(error) }),
      accepted: () => journal.info('storing-again', { document }),
      stillWanted: (items) => this.#stillWanted(items),
    });
  }

  /** `allowed`: the steps that it may cost after it was tried out. */
  #write(sent: Sent, allowed?: number): void {
    const verdict = this.#intake.judge(sent.seat, sent.update, allowed);
    if (verdict.is === 'doubtful') {
      this.#trying.begin(sent);
      return;
    }
    const behind = allowed === undefined ? [] : this.#trying.settle(sent.seat);
    this.#decide(sent, verdict);
    if (verdict.is !== 'dismissed') for (const one of behind) this.write(one);
  }

  #decide({ seat, isCounted }: Sent, verdict: Exclude<Verdict, { is: 'doubtful' }>): void {
    switch (verdict.is) {
      case 'dismissed':
        this.#parts.dismiss(seat, verdict.reason);
        return;
      case 'denied':
        seat.isBehind = true;
        this.#parts.deny(seat, verdict.why);
        return;
      case 'known':
        this.#know({ ...nothing, seat, isCounted });
        return;
      case 'accepted':
        this.#intake.entered(verdict);
        this.#touch(verdict.touched);
        this.#way.add({ ...verdict, seat, isCounted }, this.#parts.pace.note());
        return;
      case 'echo':
    }
  }

  /** While something is tried out it is noted what others change. */
  #touch(names: ReadonlySet<string>): void {
    this.#accepted += 1;
    if (this.#trying.isEmpty) this.#touched.clear();
    else for (const name of names) this.#touched.set(name, this.#accepted);
  }

  #wasLight(sent: Sent, allowed: number): void {
    const now = (): void => this.#write(sent, allowed);
    const again = (): void => this.#whenFree(again, now);
    this.#parts.guard(again);
  }

  #refused(seat: Seated, outcome: Exclude<TrialOutcome, 'light'>): void {
    this.#parts.guard(() => this.#parts.dismiss(seat, refusals[outcome]));
  }

  /** What an update is tried out on: the document as it is, with what is on its way. */
  #trialOf(update: Uint8Array): Made | null {
    if (this.#isStopped) return null;
    const since = this.#accepted;
    const before = this.#way.items().flatMap((item) => (item.update ? [item.update] : []));
    const job = { state: Y.encodeStateAsUpdate(this.#doc), before, update };
    const { steps, touched } = this.#intake.weigh(update);
    return { job, steps, isStale: () => [...touched].some((name) => (this.#touched.get(name) ?? 0) > since) };
  }

  /** Nothing new: told behind all that was accepted before it. */
  #know(written: Written): void {
    if (this.#way.isEmpty) this.#tell([written], null);
    else this.#way.add(written, 0);
  }

  #arrived(items: readonly Written[], seq: number): void {
    const fresh = items.flatMap(({ seat, update, steps }) => (seat && update ? [{ update, steps }] : []));
    const tidied = items.flatMap(({ seat, update }) => (!seat && update ? [update] : []));
    const applied = applyInTurns(this.#doc, fresh);
    if (!applied.ok) throw new RangeError('an update that passed the check could not be applied');
    this.#intake.arrived(items.reduce((sum, { growth }) => sum + growth.structs, 0));
    this.#intake.left(this.#way.items());
    if (fresh.length + tidied.length > 0) this.#seq = seq;
    this.sinceSnapshot += fresh.length + tidied.length;
    this.#parts.room.meter.edits(fresh.length);
    for (const { growth } of items) this.#size.add(growth);
    if (applied.tidying) this.#way.add({ ...nothing, seat: null, isCounted: false, update: applied.tidying }, 0);
    const told = applied.delta ? [applied.delta, ...tidied] : tidied;
    this.#tell(items, told.length > 1 ? Y.mergeUpdates(told) : (told[0] ?? null));
    if (told.length > 0) this.#parts.changed();
  }

  #tell(items: readonly Written[], delta: Uint8Array | null): void {
    const authors = new Set<Seated>();
    const stored = new Set<Seated>();
    for (const { seat, isCounted, update } of items) {
      if (!seat) continue;
      if (update) authors.add(seat);
      if (seat.isBehind) continue;
      if (isCounted) seat.stored += 1;
      if (!seat.isGone) stored.add(seat);
    }
    this.#parts.fanOut.tell({ delta, authors, stored });
  }

  /** What the disk refused is asked about anew before it is tried again: a right may have gone meanwhile. */
  #stillWanted(items: readonly Written[]): Written[] {
    const wanted: Written[] = [];
    for (const item of items) {
      const right = item.seat?.member.mayWrite() ?? { allowed: true };
      if (right.allowed) wanted.push(item);
      else if (item.seat) {
        item.seat.isBehind = true;
        this.#parts.deny(item.seat, right.why);
      }
    }
    this.#intake.left(wanted);
    return wanted;
  }
}
