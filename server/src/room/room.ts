import type { ErrorCode } from '@board/shared/errors';
import type { PersonId } from '@board/shared/ids';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { encodeFrame } from '@board/shared/protocol/codec';
import type { Frame } from '@board/shared/protocol/frames';
import { limits } from '@board/shared/protocol/limits';
import * as Y from 'yjs';
import { faultOf } from '../fault.ts';
import type { Member, Snapshot } from '../ports.ts';
import { type Answers, answers } from './answers.ts';
import { type ClientIds, clientIds } from './client-ids.ts';
import { type FanOut, fanOut } from './fan-out.ts';
import { mostToOpen } from './opening.ts';
import { pace } from './pace.ts';
import type { RoomParts } from './parts.ts';
import { type Presence, presence } from './presence.ts';
import { Asks, type Seated } from './seated.ts';
import { Writing } from './writing.ts';

/** Updates after which a snapshot is written, so that opening the room need not replay more. */
const usualUpdatesPerSnapshot = 500;

/**
 * One document and the members who sit around it. The document holds what is durable and nothing else: an update is
 * checked, stored, and only then applied and told to others.
 */
export class Room {
  readonly generation: number;
  readonly #parts: RoomParts;
  readonly #doc: Y.Doc;
  readonly #seats = new Set<Seated>();
  readonly #ids: ClientIds;
  /** Null where people do not write together: a hall of 500 is counted, not announced to each other. */
  readonly #presence: Presence | null;
  readonly #fanOut: FanOut;
  readonly #answers: Answers;
  readonly #asks: Asks;
  readonly #writing: Writing;
  #isEnded = false;
  #updatesPerSnapshot = usualUpdatesPerSnapshot;
  /** The last entry with which no snapshot could be kept. */
  #slowAt = -1;

  constructor(parts: RoomParts) {
    const { document, generation, loaded, clock, meter } = parts;
    this.#parts = parts;
    this.generation = generation;
    this.#doc = loaded.doc;
    this.#answers = answers(loaded.doc);
    this.#asks = new Asks(clock);
    this.#ids = clientIds(loaded.writers, loaded.reserved);
    const rhythm = pace(clock);
    const guard = (run: () => void): void => this.#guard(run);
    this.#fanOut = fanOut({ seats: this.#seats, clock, meter, pace: rhythm, guard });
    this.#presence = document === 'charter' || document.startsWith('group/') ? presence(this.#ids) : null;
    this.#writing = new Writing({
      room: parts,
      ids: this.#ids,
      pace: rhythm,
      fanOut: this.#fanOut,
      guard,
      dismiss: (seat, reason) => this.dismiss(seat, reason),
      deny: (seat, why) => this.#deny(seat, why),
      changed: () => this.#changed(),
    });
    meter.rooms(1);
  }

  /** Seats a member and sends it the server's state vector; null when the room has ended. */
  seat(member: Member): Seated | null {
    if (this.#isEnded) return null;
    const seat: Seated = { member, isAnswered: false, stored: 0, isBehind: false, isGone: false };
    this.#seats.add(seat);
    const present = this.#presence?.present() ?? [];
    const frames = [encodeFrame({ type: 'state-vector', stateVector: Y.encodeStateVector(this.#doc) })];
    if (present.length > 0) frames.push(encodeFrame({ type: 'awareness', entries: present }));
    member.send(frames);
    return seat;
  }

  /** The member's connection is gone. What it sent before is still stored. */
  leave(seat: Seated): void {
    if (seat.isGone) return;
    seat.isGone = true;
    this.#seats.delete(seat);
    const ids = this.#ids.release(seat.member.connection);
    if (this.#presence) this.#fanOut.presence(this.#presence.leave(ids));
  }

  /** Closes a member and forgets it. */
  dismiss(seat: Seated, reason: CloseReason): void {
    if (seat.isGone) return;
    this.leave(seat);
    seat.member.close(reason);
  }

  /** Takes in one frame of a seated member. */
  receive(seat: Seated, frame: Frame): void {
    if (!seat.isGone && !this.#isEnded) this.#guard(() => this.#receive(seat, frame));
  }

  #receive(seat: Seated, frame: Frame): void {
    switch (frame.type) {
      case 'state-vector':
        this.#answer(seat, frame.stateVector);
        return;
      case 'answer':
      case 'update':
        this.#writing.write({ seat, update: frame.update, isCounted: frame.type === 'update' });
        return;
      case 'awareness':
        this.#hear(seat, frame);
        return;
      case 'query-awareness': {
        const entries = this.#presence?.present() ?? [];
        if (entries.length > 0) seat.member.send([encodeFrame({ type: 'awareness', entries })]);
        return;
      }
      default:
        this.dismiss(seat, 'malformed-frame');
    }
  }

  /** Reads the document. Null when the room has ended. */
  read<Value>(run: (doc: Y.Doc) => Value): { value: Value } | null {
    return this.#isEnded ? null : { value: run(this.#doc) };
  }

  /** See `Writing.hold`. */
  hold(): () => void {
    return this.#writing.hold();
  }

  /** See `Writing.emptied`. */
  emptied(): Promise<boolean> {
    return this.#writing.emptied();
  }

  /** True when a person sits here, or has words on the way to the disk. */
  concerns(person: PersonId): boolean {
    for (const seat of this.#seats) if (seat.member.person.id === person) return true;
    return this.#writing.hasWordsOf(person);
  }

  /** True when as many sit here as may. */
  get isFull(): boolean {
    return this.#seats.size >= limits.socketsPerRoom;
  }

  /** True when nothing that was accepted waits for the disk. */
  get isStored(): boolean {
    return this.#writing.isStored;
  }

  /** Writes a snapshot if there are updates that are in none. Resolves also when that fails: the log has everything. */
  async snapshot(): Promise<void> {
    const { document, generation, log, journal } = this.#parts;
    const updates = this.#writing.sinceSnapshot;
    if (updates === 0 || this.#isEnded) return;
    this.#writing.sinceSnapshot = 0;
    try {
      const snapshot = await this.#lightSnapshot();
      if (snapshot) await log.writeSnapshot({ document, generation, ...snapshot });
      else this.#writing.sinceSnapshot += updates;
    } catch (error) {
      this.#writing.sinceSnapshot += updates;
      journal.warn('snapshot-not-written', { document, why: faultOf(error) });
    }
  }

  /**
   * A document can be made that came in lightly and opens slowly. Without a snapshot of it, it is opened as it came in. It is
   * looked at again after twice as many updates.
   */
  async #lightSnapshot(): Promise<Omit<Snapshot, 'document' | 'generation'> | null> {
    if (mostToOpen(this.#doc) <= limits.stepsToOpen) return this.#state();
    const { seq } = this.#writing;
    if (this.#slowAt === seq) return null;
    let tried: Omit<Snapshot, 'document' | 'generation'> | null = null;
    const outcome = await this.#parts.trials.attempt(null, () => {
      tried = this.#state();
      return { state: tried.state, before: [], update: null };
    });
    this.#slowAt = outcome === 'light' ? -1 : seq;
    this.#updatesPerSnapshot = outcome === 'heavy' ? this.#updatesPerSnapshot * 2 : usualUpdatesPerSnapshot;
    if (outcome === 'heavy') this.#parts.journal.warn('document-opens-slowly', { document: this.#parts.document });
    return outcome === 'light' ? tried : null;
  }

  #state(): Omit<Snapshot, 'document' | 'generation'> {
    const state = Y.encodeStateAsUpdate(this.#doc);
    return { seq: this.#writing.seq, state, writers: new Map(this.#ids.writers()) };
  }

  /** Closes all members, stores what they had sent as far as the disk takes it, and lets go of the document. */
  async end(reason: CloseReason): Promise<void> {
    for (const seat of [...this.#seats]) this.dismiss(seat, reason);
    // What belongs to a history that has been replaced is not stored any more: its writer keeps it and is told so.
    if (reason !== 'generation-moved') {
      if (!(await this.#writing.finish())) {
        this.#parts.journal.error('words-not-stored', { document: this.#parts.document });
      }
      await this.snapshot();
    }
    this.#stop(reason);
    await this.settled();
  }

  /** Resolves when the log has answered every append of this room, also after it ended. */
  settled(): Promise<void> {
    return this.#writing.settled();
  }

  /** Who was seated meanwhile goes too. */
  #stop(reason: CloseReason): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#fanOut.flush();
    for (const seat of [...this.#seats]) this.dismiss(seat, reason);
    this.#fanOut.stop();
    this.#writing.stop();
    this.#doc.destroy();
    this.#parts.meter.rooms(-1);
  }

  #answer(seat: Seated, stateVector: Uint8Array): void {
    if (!this.#asks.take(seat.member.person.id)) {
      this.dismiss(seat, 'too-many-requests');
      return;
    }
    const frames = this.#answers.to(stateVector, this.#writing.seq);
    if (!frames) {
      this.dismiss(seat, 'malformed-frame');
      return;
    }
    seat.isAnswered = true;
    seat.member.send(frames);
  }

  #hear(seat: Seated, frame: Frame & { type: 'awareness' }): void {
    if (!this.#presence) return;
    const received = this.#presence.receive(seat.member, frame.entries);
    if (!received) {
      this.dismiss(seat, 'foreign-client-id');
      return;
    }
    this.#fanOut.presence(received.changed);
    if (received.answer.length > 0) seat.member.send([encodeFrame({ type: 'awareness', entries: received.answer })]);
  }

  #deny(seat: Seated, reason: ErrorCode): void {
    this.#parts.meter.refused(reason);
    if (!seat.isGone) seat.member.send([encodeFrame({ type: 'denied', reason })]);
  }

  #changed(): void {
    this.#parts.onChange();
    if (this.#writing.sinceSnapshot >= this.#updatesPerSnapshot) void this.snapshot();
  }

  /** A throw that nothing foresaw must not end the process, and leaves a document that cannot be trusted. */
  #guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#parts.journal.error('room-failed', { document: this.#parts.document, why: faultOf(error) });
      this.#break();
    }
  }

  /** Everybody goes, and comes back to what the log has. */
  #break(): void {
    if (this.#isEnded) return;
    this.#fanOut.stop();
    this.#stop('not-stored');
    this.#parts.onBroken();
  }
}
