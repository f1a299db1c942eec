import type { ErrorCode } from '@board/shared/errors';
import type { PersonId } from '@board/shared/ids';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { encodeFrame } from '@board/shared/protocol/codec';
import type { AwarenessEntry, Frame } from '@board/shared/protocol/frames';
import { limits } from '@board/shared/protocol/limits';
import * as Y from 'yjs';
import { Budgets, type Rate } from '../budget.ts';
import { faultOf } from '../fault.ts';
import type { Member } from '../ports.ts';
import { Answers } from './answers.ts';
import { type ClientIds, clientIds } from './client-ids.ts';
import { type FanOut, fanOut, presenceFrames } from './fan-out.ts';
import { pace } from './pace.ts';
import type { RoomParts } from './parts.ts';
import { type Presence, presence } from './presence.ts';
import type { Seated } from './seated.ts';
import { Snapshots } from './snapshots.ts';
import { Writing } from './writing.ts';

/** How often people ask for the document's state: the answer may be all of it, for a question of a few bytes. */
const askRate: Rate = { burst: limits.stateAsks, more: 1, inMs: limits.stateAskMs };

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
  readonly #asks: Budgets;
  readonly #writing: Writing;
  readonly #snapshots: Snapshots;
  #isEnded = false;

  constructor(parts: RoomParts) {
    const { document, generation, loaded, clock, meter } = parts;
    this.#parts = parts;
    this.generation = generation;
    this.#doc = loaded.doc;
    this.#asks = new Budgets(clock, askRate);
    this.#ids = clientIds(loaded.writers, loaded.reserved);
    const rhythm = pace(clock);
    const guard = (run: () => void): void => this.#guard(run);
    const dismiss = (seat: Seated, reason: CloseReason): void => this.dismiss(seat, reason);
    this.#fanOut = fanOut({ seats: this.#seats, clock, meter, pace: rhythm, guard });
    this.#presence = document === 'charter' || document.startsWith('group/') ? presence(this.#ids) : null;
    this.#writing = new Writing({
      room: parts,
      ids: this.#ids,
      pace: rhythm,
      fanOut: this.#fanOut,
      guard,
      dismiss,
      deny: (seat, why) => this.#deny(seat, why),
      changed: () => this.#changed(),
    });
    const seq = (): number => this.#writing.seq;
    this.#answers = new Answers({ doc: loaded.doc, clock, seq, dismiss, guard });
    const writers = () => this.#ids.writers();
    this.#snapshots = new Snapshots({ room: parts, replay: this.#writing.replay, seq, writers });
    meter.rooms(1);
  }

  /** Seats a member and sends it the server's state vector; null when the room has ended. */
  seat(member: Member): Seated | null {
    if (this.#isEnded) return null;
    const seat: Seated = { member, isAnswered: false, stored: 0, isBehind: false, isGone: false };
    this.#seats.add(seat);
    const present = this.#presence?.present() ?? [];
    const stateVector = encodeFrame({ type: 'state-vector', stateVector: Y.encodeStateVector(this.#doc) });
    member.send([stateVector, ...presenceFrames(present)]);
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

  /** Takes in one frame of a seated member. True when it is an echo, see `Seat.receive`. */
  receive(seat: Seated, frame: Frame): boolean {
    if (seat.isGone || this.#isEnded) return false;
    if (frame.type === 'awareness') return this.#hear(seat, frame.entries);
    this.#guard(() => this.#receive(seat, frame));
    return false;
  }

  #receive(seat: Seated, frame: Exclude<Frame, { type: 'awareness' }>): void {
    switch (frame.type) {
      case 'state-vector':
        if (this.#mayAsk(seat)) this.#answers.ask(seat, frame.stateVector);
        return;
      case 'answer':
      case 'update':
        this.#writing.write({ seat, update: frame.update, isCounted: frame.type === 'update' });
        return;
      case 'query-awareness':
        if (this.#mayAsk(seat)) this.#tellPresent(seat);
        return;
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

  /** See `Snapshots.write`; not of a room that has ended. */
  async snapshot(): Promise<void> {
    if (!this.#isEnded) await this.#snapshots.write();
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

  /** Presence touches no document: whatever it throws is its sender's affair. */
  #hear(seat: Seated, entries: readonly AwarenessEntry[]): boolean {
    if (!this.#presence) return false;
    try {
      const received = this.#presence.receive(seat.member, entries);
      if (typeof received !== 'string') {
        this.#fanOut.presence(received.changed);
        if (received.answer.length > 0) seat.member.send(presenceFrames(received.answer));
        return received.isEcho;
      }
      this.dismiss(seat, received);
    } catch (error) {
      this.#parts.journal.error('presence-failed', { document: this.#parts.document, why: faultOf(error) });
      this.dismiss(seat, 'internal');
    }
    return false;
  }

  /** Asking who is there counts like asking for the document's state: it is as short a question for as long an answer. */
  #mayAsk(seat: Seated): boolean {
    if (this.#asks.of(seat.member.person.id).take(1) === 0) return true;
    this.dismiss(seat, 'too-many-requests');
    return false;
  }

  #tellPresent(seat: Seated): void {
    const frames = presenceFrames(this.#presence?.present() ?? []);
    if (frames.length > 0) seat.member.send(frames);
  }

  #deny(seat: Seated, reason: ErrorCode): void {
    this.#parts.meter.refused(reason);
    if (!seat.isGone) seat.member.send([encodeFrame({ type: 'denied', reason })]);
  }

  #changed(): void {
    this.#parts.onChange();
    if (this.#snapshots.isDue) void this.snapshot();
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
