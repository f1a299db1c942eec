import type { ErrorCode } from '@board/shared/errors';

/** A command that was checked and refused. Carries the code of the one table; HTTP turns it into the answer. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  /** The part of the command that was refused, where one can be named. */
  readonly field: string | undefined;

  constructor(code: ErrorCode, field?: string) {
    super(field === undefined ? code : `${code}: ${field}`);
    this.name = 'Refusal';
    this.code = code;
    this.field = field;
  }
}

/** Throws what the policy refused. */
export function demand(decision: { allowed: true } | { allowed: false; why: ErrorCode }): void {
  if (!decision.allowed) throw new Refusal(decision.why);
}

/** For what the disk did not take: throws `not-stored`, whatever the disk said. */
export function notStored(): never {
  throw new Refusal('not-stored');
}
