import type { DocumentName, WorkshopId } from '@board/shared/ids';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import type { Clock, Journal } from '../ports.ts';
import type { Attendance } from './admission.ts';
import { Allowance } from './allowance.ts';

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
const personsLines = { frameBurst: linesOfPerson, framesPerSecond: 1 / 6, bytesBurst: 0, bytesPerSecond: 0 };
/** Lines about all people in a row; one more every second is some 15 MB a day at most. */
export const linesOfAll = 100;
const allLines = { frameBurst: linesOfAll, framesPerSecond: 1, bytesBurst: 0, bytesPerSecond: 0 };

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
  readonly #all: Allowance;
  #leftOut = 0;

  constructor(clock: Clock, journal: Journal) {
    this.#clock = clock;
    this.#journal = journal;
    this.#all = new Allowance(clock, allLines);
  }

  tell(reason: CloseReason, { workshop, document, attendance }: Refused): void {
    if (!told.has(reason)) return;
    attendance.lines ??= new Allowance(this.#clock, personsLines);
    if (!attendance.lines.take(0) || !this.#all.take(0)) {
      this.#leftOut += 1;
      return;
    }
    const where = document === null ? { workshop } : { workshop, document };
    const leftOut = this.#leftOut > 0 ? { leftOut: this.#leftOut } : {};
    this.#leftOut = 0;
    this.#journal.info('socket-refused', { reason, ...where, ...leftOut });
  }
}
