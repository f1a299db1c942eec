import type { DocumentName, PersonId } from '@board/shared/ids';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { decodeFrame } from '@board/shared/protocol/codec';
import { fail, ok, type Result } from '@board/shared/result';
import type { Doc } from 'yjs';
import { faultOf } from '../fault.ts';
import type { Clock, Entry, Journal, Member, Meter, RoomDirectory, Seat, Trials, WorkshopLog } from '../ports.ts';
import { loadDocument } from './load.ts';
import { Room } from './room.ts';
import type { Seated } from './seated.ts';
import { sharedTimers } from './shared-timers.ts';

export interface RoomsParts {
  log: WorkshopLog;
  clock: Clock;
  journal: Journal;
  meter: Meter;
  trials: Trials;
  /** The live generation of a document, or null when there is no such document. */
  generation(document: DocumentName): number | null;
}

/** A room and who needs it. There is at most one per document, from the first who asks until it is put away. */
interface Slot {
  generation: number;
  room: Promise<Room>;
  /** The same as soon as it is there. */
  loaded: Room | null;
  /** Seats and readers, counted from before the room is loaded, so that it is never put away under anybody. */
  holders: number;
  callOff: () => void;
}

/** A connection's seat. A class and not a set of functions, since a hall has thousands of these. */
class TakenSeat implements Seat {
  readonly #rooms: Rooms;
  readonly #document: DocumentName;
  readonly #slot: Slot;
  readonly #room: Room;
  readonly #seat: Seated;
  #isLeft = false;

  constructor(rooms: Rooms, document: DocumentName, slot: Slot, { room, seat }: { room: Room; seat: Seated }) {
    this.#rooms = rooms;
    this.#document = document;
    this.#slot = slot;
    this.#room = room;
    this.#seat = seat;
  }

  receive(bytes: Uint8Array): boolean {
    const frame = decodeFrame(bytes);
    if (frame.ok) return this.#room.receive(this.#seat, frame.value);
    this.#room.dismiss(this.#seat, frame.problem);
    return false;
  }

  leave(): void {
    if (this.#isLeft) return;
    this.#isLeft = true;
    this.#room.leave(this.#seat);
    this.#rooms.release(this.#document, this.#slot);
  }
}

/** How long an empty room stays loaded, in milliseconds: a reload or a change of page comes back sooner. */
const unloadAfterMs = 10_000;

/** The rooms of one workshop. */
export function openRooms(parts: RoomsParts): RoomDirectory {
  return new Rooms(parts);
}

class Rooms implements RoomDirectory {
  readonly #parts: RoomsParts;
  readonly #slots = new Map<DocumentName, Slot>();
  readonly #listeners = new Set<(document: DocumentName) => void>();
  /** Rooms on their way out. Whoever loads the document anew waits for them, or would miss what they still store. */
  readonly #ending = new Map<DocumentName, Promise<void>>();
  readonly #unfollow: () => void;
  /** Decisions for which all rooms are still: who comes in waits for them. */
  readonly #decisions = new Set<Promise<void>>();
  readonly #roomClock: Clock;
  #isClosed = false;

  constructor(parts: RoomsParts) {
    this.#parts = parts;
    this.#roomClock = sharedTimers(parts.clock);
    this.#unfollow = parts.log.follow((entries) => this.#follow(entries));
  }

  async join(document: DocumentName, member: Member): Promise<Result<Seat, CloseReason>> {
    const slot = this.#hold(document);
    if (typeof slot === 'string') return fail(slot);
    const seated = await this.#seat(document, slot, member);
    if (seated.ok) return ok(new TakenSeat(this, document, slot, seated.value));
    this.release(document, slot);
    return seated;
  }

  async read<Value>(document: DocumentName, read: (doc: Doc) => Value): Promise<Value> {
    for (;;) {
      const slot = this.#hold(document);
      if (typeof slot === 'string') throw new Error(slot);
      try {
        const room = await slot.room;
        const answer = room.read(read);
        if (answer) return answer.value;
      } finally {
        this.release(document, slot);
      }
    }
  }

  async still<Value>(document: DocumentName, run: (doc: Doc) => Promise<Value>): Promise<Result<Value, 'not-stored'>> {
    for (;;) {
      const slot = this.#hold(document);
      if (typeof slot === 'string') throw new Error(slot);
      try {
        const room = await slot.room;
        const answer = await whileStill([room], async () => {
          const seen = room.read(run);
          return seen && { value: await seen.value };
        });
        if (!answer.ok) return answer;
        if (answer.value) return ok(answer.value.value);
      } finally {
        this.release(document, slot);
      }
    }
  }

  async allStill<Value>(concerning: PersonId | null, run: () => Promise<Value>): Promise<Result<Value, 'not-stored'>> {
    const mine = Promise.withResolvers<void>();
    this.#decisions.add(mine.promise);
    try {
      // Nobody sits in a room that is still being loaded, and whoever waits for it waits for this decision as well.
      const rooms = [...this.#slots.values()].flatMap(({ loaded }) => loaded ?? []);
      const concerned = rooms.filter((room) => concerning === null || room.concerns(concerning));
      return await whileStill(concerned, run);
    } finally {
      this.#decisions.delete(mine.promise);
      mine.resolve();
    }
  }

  onChange(listener: (document: DocumentName) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get isEmpty(): boolean {
    return this.#slots.size + this.#ending.size === 0;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#unfollow();
    for (const [document, slot] of this.#slots) this.#retire(document, slot, 'stopping');
    await Promise.all(this.#ending.values());
  }

  /** The document's slot, held; loading starts here if nobody asked before. */
  #hold(document: DocumentName): Slot | CloseReason {
    if (this.#isClosed) return 'stopping';
    const generation = this.#parts.generation(document);
    if (generation === null) return 'unknown-document';
    let slot = this.#slots.get(document);
    if (!slot || slot.generation !== generation) {
      if (slot) this.#retire(document, slot, 'generation-moved');
      slot = this.#load(document, generation);
    }
    slot.callOff();
    slot.holders += 1;
    return slot;
  }

  #load(document: DocumentName, generation: number): Slot {
    const { log, journal, meter, trials } = this.#parts;
    const clock = this.#roomClock;
    const load = async (before: Promise<void> | undefined): Promise<Room> => {
      await before;
      const loaded = await loadDocument(log, document, generation, journal, {
        clock,
        isWanted: () => !this.#isClosed,
      });
      const room = new Room({
        ...{ document, generation, loaded, log, clock, journal, meter, trials },
        onChange: () => this.#tell(document),
        onBroken: () => this.#forget(document, slot, room.settled()),
      });
      slot.loaded = room;
      return room;
    };
    const room = load(this.#ending.get(document));
    const slot: Slot = { generation, room, loaded: null, holders: 0, callOff: () => {} };
    this.#slots.set(document, slot);
    room.catch((error: unknown) => {
      if (!this.#isClosed) journal.error('room-not-loaded', { document, why: faultOf(error) });
      this.#forget(document, slot, Promise.resolve());
    });
    return slot;
  }

  async #seat(
    document: DocumentName,
    slot: Slot,
    member: Member,
  ): Promise<Result<{ room: Room; seat: Seated }, CloseReason>> {
    try {
      const room = await slot.room;
      await Promise.all(this.#decisions);
      if (room.isFull) return fail('document-full');
      const seat = room.seat(member);
      if (seat) return ok({ room, seat });
      if (this.#isClosed) return fail('stopping');
      return fail(this.#parts.generation(document) === slot.generation ? 'not-stored' : 'generation-moved');
    } catch {
      return fail('internal');
    }
  }

  /** Somebody needs the room no longer. */
  release(document: DocumentName, slot: Slot): void {
    slot.holders -= 1;
    if (slot.holders > 0 || this.#slots.get(document) !== slot) return;
    slot.callOff();
    slot.callOff = this.#parts.clock.after(unloadAfterMs, () => void this.#putAway(document, slot));
  }

  /** Stores an empty room's snapshot and forgets the room, unless somebody came meanwhile. */
  async #putAway(document: DocumentName, slot: Slot): Promise<void> {
    const room = await slot.room;
    await room.snapshot();
    if (slot.holders > 0 || this.#slots.get(document) !== slot) return;
    if (room.isStored) this.#retire(document, slot, 'stopping');
    else slot.callOff = this.#parts.clock.after(unloadAfterMs, () => void this.#putAway(document, slot));
  }

  #forget(document: DocumentName, slot: Slot, ending: Promise<void>): void {
    if (this.#slots.get(document) === slot) this.#slots.delete(document);
    const after = Promise.all([this.#ending.get(document), ending]).then(() => {
      if (this.#ending.get(document) === after) this.#ending.delete(document);
    });
    this.#ending.set(document, after);
  }

  /** Takes a room out of use at once and ends it when it can. */
  #retire(document: DocumentName, slot: Slot, reason: CloseReason): void {
    slot.callOff();
    const ending = slot.room.then(
      (room) => room.end(reason),
      () => {},
    );
    this.#forget(document, slot, ending);
  }

  #follow(entries: readonly Entry[]): void {
    for (const { body } of entries) {
      if (body.kind !== 'document') continue;
      const slot = this.#slots.get(body.document);
      if (slot && slot.generation < body.generation) this.#retire(body.document, slot, 'generation-moved');
      this.#tell(body.document);
    }
  }

  #tell(document: DocumentName): void {
    for (const listener of this.#listeners) listener(document);
  }
}

/** Runs something while rooms hold all that was accepted and take nothing in. */
async function whileStill<Value>(
  rooms: readonly Room[],
  run: () => Promise<Value>,
): Promise<Result<Value, 'not-stored'>> {
  const releases = rooms.map((room) => room.hold());
  try {
    const areEmpty = await Promise.all(rooms.map((room) => room.emptied()));
    return areEmpty.every((isEmpty) => isEmpty) ? ok(await run()) : fail('not-stored');
  } finally {
    for (const release of releases) release();
  }
}
