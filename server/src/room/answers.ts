import type { CloseReason } from '@board/shared/protocol/close-codes';
import { encodeFrame } from '@board/shared/protocol/codec';
import { limits } from '@board/shared/protocol/limits';
import { readNumber } from '@board/shared/protocol/read-number';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { Budgets, type Rate } from '../budget.ts';
import type { Clock } from '../ports.ts';
import type { Seated } from './seated.ts';

export interface AnswersParts {
  doc: Y.Doc;
  clock: Clock;
  /** The last entry of the log that is in the document. */
  seq(): number;
  dismiss(seat: Seated, reason: CloseReason): void;
  /** Runs what a timer sets off, where a throw would have nobody to catch it. */
  guard(run: () => void): void;
}

/** Bytes of a question that is worth remembering: that of a page with the words of hundreds of others. */
const longestQuestion = 16 * 1024;
const writeRate: Rate = { burst: limits.structsAnswered, more: limits.structsAnsweredPerSecond, inMs: 1_000 };
/** Structs that are looked at, for what was deleted, in the time in which one is written. */
const looksPerStruct = 8;

/**
 * Answers to state vectors. A hall that comes in at once asks the same question, and gets the same answer. Who has been
 * answered as much as one person may be waits; of what a connection asks meanwhile the last is answered.
 */
export class Answers {
  readonly #parts: AnswersParts;
  readonly #written: Budgets;
  /** What connections ask that wait. */
  readonly #waiting = new Map<Seated, Uint8Array>();
  #last: { question: string; seq: number; frames: readonly Uint8Array[] } | null = null;

  constructor(parts: AnswersParts) {
    this.#parts = parts;
    this.#written = new Budgets(parts.clock, writeRate);
  }

  /** Sends what brings the member from a state vector to the document as it is then; closes whoever sends none. */
  ask(seat: Seated, stateVector: Uint8Array): void {
    if (!isStateVector(stateVector)) this.#parts.dismiss(seat, 'malformed-frame');
    else if (this.#waiting.has(seat)) this.#waiting.set(seat, stateVector);
    else this.#answer(seat, stateVector);
  }

  #answer(seat: Seated, stateVector: Uint8Array): void {
    const { doc, clock, guard } = this.#parts;
    const question = Buffer.from(stateVector).toString('latin1');
    const seq = this.#parts.seq();
    let frames = this.#last?.question === question && this.#last.seq === seq ? this.#last.frames : null;
    if (!frames) {
      const structs = Math.min(structsFor(doc, stateVector), limits.structsAnswered);
      const wait = this.#written.of(seat.member.person.id).take(structs);
      if (wait > 0) {
        this.#waiting.set(seat, stateVector);
        clock.after(wait, () => guard(() => this.#again(seat)));
        return;
      }
      frames = [encodeFrame({ type: 'answer', update: Y.encodeStateAsUpdate(doc, stateVector) })];
      if (question.length <= longestQuestion) this.#last = { question, seq, frames };
    }
    seat.isAnswered = true;
    seat.member.send(frames);
  }

  #again(seat: Seated): void {
    const stateVector = this.#waiting.get(seat);
    this.#waiting.delete(seat);
    if (stateVector && !seat.isGone) this.#answer(seat, stateVector);
  }
}

/** How many structs an answer is worth: those that are written into it, and all that are looked at. */
function structsFor(doc: Y.Doc, stateVector: Uint8Array): number {
  const known = Y.decodeStateVector(stateVector);
  let count = 0;
  for (const [client, structs] of doc.store.clients) {
    const from = known.get(client) ?? 0;
    count += structs.length / looksPerStruct;
    if (from < Y.getState(doc.store, client)) count += structs.length - Y.findIndexSS(structs, from);
  }
  return count;
}

/** Pairs of client id and clock, and nothing behind them. */
function isStateVector(bytes: Uint8Array): boolean {
  try {
    const decoder = decoding.createDecoder(bytes);
    for (let numbers = 2 * readNumber(decoder); numbers > 0; numbers--) readNumber(decoder);
    return !decoding.hasContent(decoder);
  } catch {
    return false;
  }
}
