import type { ErrorCode } from '@board/shared/errors';
import { isId, type WorkshopId } from '@board/shared/ids';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { closeCodes } from '@board/shared/protocol/close-codes';
import { limits } from '@board/shared/protocol/limits';
import { fail, ok, type Result } from '@board/shared/result';
import type { Budget } from '../budget.ts';
import type { Clock, SessionPerson, WorkshopDirectory, WorkshopGate } from '../ports.ts';
import { Allowance } from './allowance.ts';
import { Echoes } from './echoes.ts';
import { sessionToken } from './session-cookie.ts';

/** One person's sockets in one workshop: how many there are, and what they may send together. */
export interface Attendance {
  readonly key: string;
  readonly allowance: Allowance;
  /** What they may send of presence beside it. */
  readonly echoes: Echoes;
  /** Lines of the journal that may still be written about this person. Null: about most people none ever is. */
  lines: Budget | null;
  sockets: number;
  /** Bytes of large messages that wait to be sent to any of them. */
  waiting: number;
  /** Bytes of memory that unfinished messages to all of them take. */
  unfinished: number;
  /** Calls its being forgotten off. */
  callOff: () => void;
}

/** Who was let in. */
export interface Admitted {
  gate: WorkshopGate;
  person: SessionPerson;
  /** With which this socket was let in: one of a person's sessions may end, and the others stay. */
  token: string;
  attendance: Attendance;
}

/** The first gate of every socket: the workshop, the session behind the cookie, and how many sockets that person holds. */
export class Admission {
  readonly #directory: WorkshopDirectory;
  readonly #clock: Clock;
  readonly #attendances = new Map<string, Attendance>();

  constructor(directory: WorkshopDirectory, clock: Clock) {
    this.#directory = directory;
    this.#clock = clock;
  }

  /** Counts a socket in, until `release` is called for it. */
  async admit(workshop: string, cookies: string | undefined): Promise<Result<Admitted, CloseReason>> {
    if (!isId<WorkshopId>(workshop)) return fail('unknown-workshop');
    const found = await this.#directory.find(workshop);
    if (!found.ok) return fail(found.problem);
    const token = sessionToken(cookies, workshop);
    const person = token === null ? null : found.value.personByToken(token);
    if (token === null || !person) return fail(found.value.whyOut(token));
    const attendance = this.#attend(`${workshop}/${person.id}`);
    return attendance ? ok({ gate: found.value, person, token, attendance }) : fail('too-many-windows');
  }

  release(attendance: Attendance): void {
    attendance.sockets -= 1;
    if (attendance.sockets > 0) return;
    // Kept until it is full again: coming anew must not make more of it.
    attendance.callOff();
    attendance.callOff = this.#clock.after(limits.allowanceMemoryMs, () => this.#attendances.delete(attendance.key));
  }

  #newAttendance(key: string): Attendance {
    const [allowance, echoes] = [new Allowance(this.#clock), new Echoes(this.#clock)];
    return { key, allowance, echoes, lines: null, sockets: 0, waiting: 0, unfinished: 0, callOff: () => {} };
  }

  #attend(key: string): Attendance | null {
    const attendance = this.#attendances.get(key) ?? this.#newAttendance(key);
    if (attendance.sockets >= limits.socketsPerPerson) return null;
    attendance.callOff();
    attendance.sockets += 1;
    this.#attendances.set(key, attendance);
    return attendance;
  }
}

/** A refusal of the table of rights as a close reason; what has no code of its own is `not-allowed`. */
export function closeReasonFor(why: ErrorCode): CloseReason {
  return Object.hasOwn(closeCodes, why) ? (why as CloseReason) : 'not-allowed';
}
