import type { CloseReason } from '@board/shared/protocol/close-codes';
import type { Member, Seat } from '../../server/src/ports.ts';
import type { VirtualClock } from './clock.ts';
import type { Random } from './random.ts';

/** The two ends of a link, as the world fills them in. */
export interface LinkEnds {
  /** A frame has arrived at the person. */
  arriveDown(bytes: Uint8Array): void;
  /** The connection is gone for the person; null when nobody said why. */
  gone(reason: CloseReason | null): void;
  /** A frame is about to be handed to the room. */
  arriveUp(bytes: Uint8Array): void;
  /** The room hands over a frame for the person. */
  sentDown(bytes: Uint8Array): void;
}

/** What a network may do that TCP never does: probabilities per frame. */
export interface Hostility {
  /** A frame arrives a second time, later. */
  duplicate: number;
  /** A frame is overtaken by those behind it. */
  reorder: number;
}

export const tcp: Hostility = { duplicate: 0, reorder: 0 };

/**
 * One connection through a bad network: frames come late but in order, and are lost only together with the connection,
 * unless the network is hostile. The room's side is a `Member`; the socket that would stand between them is this link.
 */
export class Link implements Member {
  readonly connection: number;
  readonly person: Member['person'];
  readonly mayWrite: Member['mayWrite'];
  readonly #clock: VirtualClock;
  readonly #random: Random;
  readonly #ends: LinkEnds;
  readonly #hostility: Hostility;
  #seat: Seat | null = null;
  #beforeSeat: Uint8Array[] = [];
  #isCut = false;
  #lastUp = 0;
  #lastDown = 0;

  constructor(
    about: Pick<Member, 'connection' | 'person' | 'mayWrite'>,
    clock: VirtualClock,
    random: Random,
    ends: LinkEnds,
    hostility: Hostility = tcp,
  ) {
    this.connection = about.connection;
    this.person = about.person;
    this.mayWrite = about.mayWrite;
    this.#clock = clock;
    this.#random = random;
    this.#ends = ends;
    this.#hostility = hostility;
  }

  get isCut(): boolean {
    return this.#isCut;
  }

  /** The room has let the member in. */
  seated(seat: Seat): void {
    if (this.#isCut) {
      seat.leave();
      return;
    }
    this.#seat = seat;
    for (const bytes of this.#beforeSeat.splice(0)) this.#handOver(bytes);
  }

  /** The person sends a frame. */
  up(bytes: Uint8Array): void {
    this.#lastUp = this.#carry(this.#lastUp, () => this.#handOver(bytes));
  }

  send(frames: readonly Uint8Array[]): void {
    for (const bytes of frames) {
      if (this.#isCut) return;
      this.#ends.sentDown(bytes);
      this.#lastDown = this.#carry(this.#lastDown, () => this.#ends.arriveDown(bytes));
    }
  }

  close(reason: CloseReason): void {
    if (this.#isCut) return;
    this.#later(this.#lastDown, () => this.cut(reason));
    this.#seat?.leave();
    this.#seat = null;
  }

  /** The connection is gone, and everything with it that was on its way. */
  cut(reason: CloseReason | null = null): void {
    if (this.#isCut) return;
    this.#isCut = true;
    this.#seat?.leave();
    this.#seat = null;
    this.#ends.gone(reason);
  }

  /** The server's memory is gone: nobody is told to leave a room that is no more. */
  lose(): void {
    this.#seat = null;
    this.cut();
  }

  #handOver(bytes: Uint8Array): void {
    if (this.#seat === null) {
      this.#beforeSeat.push(bytes);
      return;
    }
    this.#ends.arriveUp(bytes);
    this.#seat.receive(bytes);
  }

  /** Lets a frame travel; returns when those behind it may arrive. */
  #carry(last: number, run: () => void): number {
    const { duplicate, reorder } = this.#hostility;
    if (this.#random.chance(duplicate)) this.#later(last + this.#random.between(1, 500), run);
    if (!this.#random.chance(reorder)) return this.#later(last, run);
    this.#later(last + this.#random.between(1, 200), run);
    return last;
  }

  #later(last: number, run: () => void): number {
    const now = this.#clock.passed;
    const delay = this.#random.chance(0.1) ? this.#random.between(100, 800) : this.#random.between(1, 40);
    const at = Math.max(now + delay, last);
    this.#clock.after(at - now, () => {
      if (!this.#isCut) run();
    });
    return at;
  }
}
