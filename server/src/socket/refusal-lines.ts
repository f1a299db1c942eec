import type { DocumentName, WorkshopId } from '@board/shared/ids';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { Budget, type Rate } from '../budget.ts';
import { Lines } from '../lines.ts';
import type { Clock, Journal } from '../ports.ts';
import type { Attendance } from './admission.ts';

/** Reasons that lie in what somebody has sent. Rights that end and networks that fail are nobody's fault, and are counted only. */
const told: ReadonlySet<CloseReason> = new Set([
  'malformed-frame',
  'malformed-update',
  'too-large',
  'too-many-requests',
  'foreign-client-id',
]);

/** Lines about one person in a row; one more every six seconds, so that coming anew makes no more of it. */
export const linesOfPerson = 5;
const personsRate: Rate = { burst: linesOfPerson, more: 1, inMs: 6_000 };

/** Whose socket was refused, and where. */
interface Refused {
  workshop: WorkshopId;
  document: DocumentName | null;
  attendance: Attendance;
}

/** Tells the journal of sockets that were closed for what was sent: ids only, and never so many lines that they fill a disk. */
export class RefusalLines {
  readonly #clock: Clock;
  readonly #journal: Journal;
  readonly #lines: Lines;

  constructor(clock: Clock, journal: Journal) {
    this.#clock = clock;
    this.#journal = journal;
    this.#lines = new Lines(clock);
  }

  tell(reason: CloseReason, { workshop, document, attendance }: Refused): void {
    if (!told.has(reason)) return;
    attendance.lines ??= new Budget(this.#clock, personsRate);
    const leftOut = this.#lines.admit(attendance.lines);
    if (!leftOut) return;
    const where = document === null ? { workshop } : { workshop, document };
    this.#journal.info('socket-refused', { reason, ...where, ...leftOut });
  }
}
