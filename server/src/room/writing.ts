import type { ErrorCode } from '@board/shared/errors';
import type { PersonId } from '@board/shared/ids';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { limits } from '@board/shared/protocol/limits';
import * as Y from 'yjs';
import { faultOf } from '../fault.ts';
import type { TrialOutcome } from '../ports.ts';
import { applyChecked } from './apply.ts';
import type { ClientIds } from './client-ids.ts';
import { documentSize } from './document-size.ts';
import type { FanOut } from './fan-out.ts';
import { type Intake, intake, type Verdict } from './intake.ts';
import type { Pace } from './pace.ts';
import type { RoomParts } from './parts.ts';
import { Replay } from './replay.ts';
import type { Seated } from './seated.ts';
import { type Made, refusals, type Sent, Trying } from './trying.ts';
import { WayToDisk } from './way-to-disk.ts';
import { goOf, isEntry, nothing, type Written } from './written.ts';

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
  readonly replay: Replay;

  constructor(parts: WritingParts) {
    const { doc, bytes, seq, replayed, took } = parts.room.loaded;
    this.#parts = parts;
    this.#doc = doc;
    this.#seq = seq;
    this.replay = new Replay(replayed, took);
    this.#size = documentSize(doc, bytes, parts.room.clock);
    this.#intake = intake({ doc, ids: parts.ids, size: this.#size, clock: parts.room.clock });
    this.#way = this.#newWay();
    this.#trying = new Trying({
      clock: parts.room.clock,
      trials: parts.room.trials,
      make: (update) => this.#trialOf(update),
      again: (sent, allowed) => this.#again(sent, allowed),
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
      goOf,
      arrived: (items, rest, seq) => this.#parts.guard(() => this.#arrived(items, seq - rest.filter(isEntry).length)),
      refused: (error) => journal.warn('update-not-stored', { document, why: faultOf(error) }),
      accepted: () => journal.info('storing-again', { document }),
      stillWanted: (items) => this.#stillWanted(items),
    });
  }

  /** `tried`: the steps that it may cost after it was tried out. */
  #write(sent: Sent, tried?: number): void {
    let next = this.#judge(sent, tried);
    while (next) next = this.#judge(next);
  }

  /** `tried`: see `#write`. Hands over what has waited behind it and is to be judged now. */
  #judge(sent: Sent, tried?: number): Sent | null {
    const isSlow = this.replay.work > limits.replayMs;
    const verdict = this.#intake.judge(sent.seat, sent.update, isSlow ? limits.stepsWhereSlow : tried);
    if (isSlow && verdict.is === 'doubtful') {
      this.#decide(sent, { is: 'denied', why: 'too-large' });
      return this.#trying.next(sent, false);
    }
    if (verdict.is === 'doubtful') this.#trying.begin(sent);
    else if (verdict.is === 'early') this.#trying.rest(sent, verdict.wait);
    else {
      this.#decide(sent, verdict);
      return this.#trying.next(sent, verdict.is === 'dismissed');
    }
    return null;
  }

  #decide({ seat, isCounted }: Sent, verdict: Exclude<Verdict, { is: 'doubtful' | 'early' }>): void {
    switch (verdict.is) {
      case 'dismissed':
        this.#parts.dismiss(seat, verdict.reason);
        return;
      case 'denied':
        seat.isBehind = true;
        this.#parts.deny(seat, verdict.why);
        return;
      case 'known':
        this.#know({ ...nothing, repeated: verdict.repeated, seat, isCounted });
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

  #again(sent: Sent, allowed?: number): void {
    const now = (): void => {
      if (this.#trying.waits(sent)) this.#write(sent, allowed);
    };
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
    const fresh = items.flatMap(({ seat, update }) => (seat && update ? [update] : []));
    const tidied = items.flatMap(({ seat, update }) => (!seat && update ? [update] : []));
    const began = this.#parts.room.clock.elapsed();
    const applied = applyChecked(this.#doc, fresh);
    if (!applied.ok) throw new RangeError('an update that passed the check could not be applied');
    this.#intake.arrived(items.reduce((sum, { growth }) => sum + growth.structs, 0));
    this.#intake.left(this.#way.items());
    if (fresh.length + tidied.length > 0) this.#seq = seq;
    this.replay.add({ updates: fresh.length + tidied.length, work: this.#parts.room.clock.elapsed() - began });
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

  /**
   * What the disk refused is asked about anew before it is tried again: a right may have gone meanwhile. Who has built on what
   * goes, which nobody was shown, comes to sync anew.
   */
  #stillWanted(items: readonly Written[]): Written[] {
    const wanted: Written[] = [];
    this.#intake.left([]);
    for (const [at, item] of items.entries()) {
      const { seat } = item;
      const right = seat?.member.mayWrite() ?? { allowed: true };
      const isWanted = right.allowed && (wanted.length === at || this.#intake.stillFits(item));
      if (isWanted || !seat) {
        wanted.push(item);
        this.#intake.entered(item);
        continue;
      }
      seat.isBehind = true;
      this.#parts.guard(() => {
        if (right.allowed) this.#parts.dismiss(seat, 'missing-dependencies');
        else this.#parts.deny(seat, right.why);
      });
    }
    return wanted;
  }
}
