import type { ErrorCode } from '@board/shared/errors';
import { isId, type WorkshopId } from '@board/shared/ids';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { closeCodes } from '@board/shared/protocol/close-codes';
import { limits } from '@board/shared/protocol/limits';
import { fail, ok, type Result } from '@board/shared/result';
import type { SessionPerson, WorkshopDirectory, WorkshopGate } from '../ports.ts';
import { sessionToken } from './session-cookie.ts';

interface Admitted {
  gate: WorkshopGate;
  person: SessionPerson;
  /** Gives the person's place among the counted sockets back. */
  release(): void;
}

/** The first gate of every socket: the workshop, the session behind the cookie, and how many sockets that person holds. */
export interface Admission {
  admit(workshop: string, cookies: string | undefined): Promise<Result<Admitted, CloseReason>>;
}

export function admission(directory: WorkshopDirectory): Admission {
  const counts = new Map<string, number>();

  const take = (gate: WorkshopGate, person: SessionPerson): (() => void) | null => {
    const key = `${gate.id}/${person.id}`;
    const count = counts.get(key) ?? 0;
    if (count >= limits.socketsPerPerson) return null;
    counts.set(key, count + 1);
    return () => {
      const left = (counts.get(key) ?? 1) - 1;
      if (left === 0) counts.delete(key);
      else counts.set(key, left);
    };
  };

  return {
    async admit(workshop, cookies) {
      if (!isId<WorkshopId>(workshop)) return fail('unknown-workshop');
      const found = await directory.find(workshop);
      if (!found.ok) return fail(found.problem);
      const token = sessionToken(cookies, workshop);
      const person = token === null ? null : found.value.personByToken(token);
      if (!person) return fail(found.value.whyOut(token));
      const release = take(found.value, person);
      return release ? ok({ gate: found.value, person, release }) : fail('too-many-windows');
    },
  };
}

/** A refusal of the table of rights as a close reason; what has no code of its own is `not-allowed`. */
export function closeReasonFor(why: ErrorCode): CloseReason {
  return Object.hasOwn(closeCodes, why) ? (why as CloseReason) : 'not-allowed';
}
