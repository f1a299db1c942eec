import type { DocumentName } from '@board/shared/ids';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { encodeFrame } from '@board/shared/protocol/codec';
import type { Frame } from '@board/shared/protocol/frames';
import { limits } from '@board/shared/protocol/limits';
import * as Y from 'yjs';
import type { Clock, Journal, Member, WorkshopLog } from '../ports.ts';
import { applyChecked, isKnown } from './apply.ts';
import { type ClientIds, clientIds } from './client-ids.ts';
import { documentSize } from './document-size.ts';
import { type FanOut, fanOut } from './fan-out.ts';
import type { Loaded } from './load.ts';
import { type Presence, presence } from './presence.ts';
import { mayAsk, type Seated } from './seated.ts';
import { checkUpdate } from './strict.ts';
import { WayToDisk } from './way-to-disk.ts';

export interface RoomParts {
  document: DocumentName;
  generation: number;
  loaded: Loaded;
  log: WorkshopLog;
  clock: Clock;
  journal: Journal;
  /** The document's durable state has changed. */
  onChange(): void;
  /** The document in memory can no longer be trusted: nobody sits in the room any more and it must be loaded anew. */
  onBroken(): void;
}

/** A member's update, on its way to the disk. */
interface Written {
  seat: Seated;
  /** Counted in `stored`; an answer to the server's state vector is not. */
  isCounted: boolean;
  /** What it changed; null when everything was known. */
  delta: Uint8Array | null;
}

/** Updates after which a snapshot is written, so that opening the room need not replay more. */
const updatesPerSnapshot = 500;

/**
 * One document and the members who sit around it. An update is applied at once and told to others only when it is
 * durable; who asks for the document's state waits until nothing is on its way to the disk.
 */
export class Room {
  readonly generation: number;
  readonly #parts: RoomParts;
  readonly #doc: Y.Doc;
  readonly #seats = new Set<Seated>();
  readonly #ids: ClientIds = clientIds();
  /** Null where people do not write together: a hall of 500 is counted, not announced to each other. */
  readonly #presence: Presence | null;
  readonly #fanOut: FanOut;
  readonly #way: WayToDisk<Written>;
  readonly #size: ReturnType<typeof documentSize>;
  #seq: number;
  #sinceSnapshot: number;
  #hasChanged = false;
  #isEnded = false;

  constructor(parts: RoomParts) {
    const { document, generation, loaded, clock } = parts;
    this.#parts = parts;
    this.generation = generation;
    this.#doc = loaded.doc;
    this.#seq = loaded.seq;
    this.#sinceSnapshot = loaded.replayed;
    this.#size = documentSize(loaded.doc, loaded.bytes);
    this.#fanOut = fanOut(this.#seats, clock, (flush) => this.#guard(flush));
    this.#presence = document === 'charter' || document.startsWith('group/') ? presence(this.#ids) : null;
    this.#way = new WayToDisk<Written>({
      arrived: (written, seq) => this.#guard(() => this.#stored(written, seq)),
      rested: () => this.#guard(() => this.#rested()),
      failed: (error) => this.#fail('update-not-stored', error),
    });
  }

  /** Seats a member; resolves when the server's state vector has been sent, or with null when the room ended before. */
  seat(member: Member): Promise<Seated | null> {
    const asks = { asksLeft: limits.stateAsks, asksSince: this.#parts.clock.now() };
    const seat: Seated = { member, isAnswered: false, stored: 0, isGone: false, ...asks };
    return this.still((doc) => {
      this.#seats.add(seat);
      member.send(encodeFrame({ type: 'state-vector', stateVector: Y.encodeStateVector(doc) }));
      this.#sendPresent(seat);
      return seat;
    });
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
    if (seat.isGone || this.#isEnded) return;
    switch (frame.type) {
      case 'state-vector':
        this.#answer(seat, frame.stateVector);
        return;
      case 'answer':
      case 'update':
        this.#way.write(() => this.#guard(() => this.#write(seat, frame.update, frame.type === 'update')));
        return;
      case 'awareness':
        this.#hear(seat, frame);
        return;
      case 'query-awareness':
        this.#sendPresent(seat);
        return;
      default:
        this.dismiss(seat, 'malformed-frame');
    }
  }

  /** Runs something on the document while all that it holds is durable. Null when the room ends before. */
  still<Value>(run: (doc: Y.Doc) => Value): Promise<Value | null> {
    return this.#way.still(() => run(this.#doc));
  }

  /** Writes a snapshot if there are updates that are in none. Resolves also when that fails: the log has everything. */
  async snapshot(): Promise<void> {
    const { document, generation, log, journal } = this.#parts;
    try {
      const snapshot = await this.still((doc) => {
        if (this.#sinceSnapshot === 0) return null;
        this.#sinceSnapshot = 0;
        return { document, generation, seq: this.#seq, state: Y.encodeStateAsUpdate(doc) };
      });
      if (snapshot) await log.writeSnapshot(snapshot);
    } catch (error) {
      journal.warn('snapshot-not-written', { document, message: String(error) });
    }
  }

  /** Closes all members, stores what they had sent, writes a snapshot and lets go of the document. */
  async end(reason: CloseReason): Promise<void> {
    for (const seat of [...this.#seats]) this.dismiss(seat, reason);
    await this.#way.empty();
    await this.snapshot();
    if (!this.#isEnded) this.#stop(reason);
    await this.settled();
  }

  /** Resolves when the log has answered every append of this room, also after it ended. */
  settled(): Promise<void> {
    return this.#way.settled();
  }

  /** Who was seated meanwhile goes too. */
  #stop(reason: CloseReason): void {
    this.#isEnded = true;
    this.#fanOut.flush();
    for (const seat of [...this.#seats]) this.dismiss(seat, reason);
    this.#fanOut.stop();
    this.#way.stop();
    this.#doc.destroy();
  }

  #answer(seat: Seated, stateVector: Uint8Array): void {
    if (!mayAsk(seat, this.#parts.clock.now())) {
      this.dismiss(seat, 'too-many-requests');
      return;
    }
    try {
      Y.decodeStateVector(stateVector);
    } catch {
      this.dismiss(seat, 'malformed-frame');
      return;
    }
    this.still((doc) => {
      if (seat.isGone) return;
      seat.member.send(encodeFrame({ type: 'answer', update: Y.encodeStateAsUpdate(doc, stateVector) }));
      seat.isAnswered = true;
    }).catch((error: unknown) => this.#fail('room-failed', error));
  }

  #hear(seat: Seated, frame: Frame & { type: 'awareness' }): void {
    if (!this.#presence) return;
    const received = this.#presence.receive(seat.member, frame.entries);
    if (!received) {
      this.dismiss(seat, 'foreign-client-id');
      return;
    }
    this.#fanOut.presence(received.changed);
    if (received.answer.length > 0) seat.member.send(encodeFrame({ type: 'awareness', entries: received.answer }));
  }

  #sendPresent(seat: Seated): void {
    const entries = this.#presence?.present() ?? [];
    if (entries.length > 0) seat.member.send(encodeFrame({ type: 'awareness', entries }));
  }

  #write(seat: Seated, update: Uint8Array, isCounted: boolean): void {
    const { member } = seat;
    const checked = checkUpdate(update, (client) => Y.getState(this.#doc.store, client));
    const right = member.mayWrite();
    if (!right.allowed) {
      if (checked.ok && isKnown(this.#doc, checked.value)) return;
      if (!checked.ok && checked.problem === 'malformed-update') this.dismiss(seat, checked.problem);
      else this.#deny(seat, right.why);
      return;
    }
    if (!checked.ok) {
      this.dismiss(seat, checked.problem);
      return;
    }
    if (isKnown(this.#doc, checked.value)) {
      this.#way.follow({ seat, isCounted, delta: null }, this.#seq);
      return;
    }
    const isOwn = checked.value.writers.every((client) => this.#ids.claim(client, member));
    // A write that was held back while its sender left must not claim anything for the absent.
    if (seat.isGone) this.#ids.release(member.connection);
    if (!isOwn) this.dismiss(seat, 'foreign-client-id');
    else if (!this.#size.hasRoomFor(update.byteLength)) this.#deny(seat, 'too-large');
    else this.#apply(seat, update, isCounted);
  }

  #deny(seat: Seated, reason: string): void {
    if (!seat.isGone) seat.member.send(encodeFrame({ type: 'denied', reason }));
  }

  #apply(seat: Seated, update: Uint8Array, isCounted: boolean): void {
    const applied = applyChecked(this.#doc, update);
    if (!applied.ok) {
      this.dismiss(seat, 'malformed-update');
      this.#break();
      return;
    }
    const { delta } = applied;
    if (!delta) {
      this.#way.follow({ seat, isCounted, delta }, this.#seq);
      return;
    }
    this.#size.add(delta.byteLength);
    const { document, generation, log } = this.#parts;
    const body = { kind: 'update', document, generation, update: delta } as const;
    this.#way.enter({ seat, isCounted, delta }, log.append([{ author: seat.member.person.id, body }]));
  }

  #stored({ seat, isCounted, delta }: Written, seq: number): void {
    if (isCounted) seat.stored += 1;
    if (!seat.isGone) this.#fanOut.stored(seat);
    if (!delta) return;
    this.#seq = Math.max(this.#seq, seq);
    this.#sinceSnapshot += 1;
    this.#hasChanged = true;
    this.#fanOut.update(delta, seat);
  }

  #rested(): void {
    if (this.#hasChanged) this.#parts.onChange();
    this.#hasChanged = false;
    if (this.#sinceSnapshot >= updatesPerSnapshot) void this.snapshot();
  }

  /** A throw that nothing foresaw must not end the process, and leaves a document that cannot be trusted. */
  #guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#fail('room-failed', error);
    }
  }

  #fail(event: string, error: unknown): void {
    this.#parts.journal.error(event, { document: this.#parts.document, message: String(error) });
    this.#break();
  }

  /** Memory is ahead of the log for good: everybody goes, and comes back to what the log has. */
  #break(): void {
    if (this.#isEnded) return;
    this.#fanOut.stop();
    this.#stop('not-stored');
    this.#parts.onBroken();
  }
}
