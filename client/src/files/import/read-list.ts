import { limits } from '@board/shared/protocol/limits';
import { fail, type Result } from '@board/shared/result';
import type { Found, FoundProblem } from '@board/shared/upr/found';
import { fetchedAhead } from '../fetch-ahead.ts';
import type { ReadingChoices } from './choices.ts';
import type { ListInput, ReadingProgress } from './readers.ts';
import { readingLimits } from './reading-limits.ts';

/** What the page asks of the worker. */
export interface ReadingQuestion {
  input: ListInput;
  choices: ReadingChoices;
}

export type ReadingAnswer = Result<Found, FoundProblem>;

/** What the worker tells: that it has begun, how far it is, any number of times, and the answer, once. */
export type ReadingReport = { progress: ReadingProgress | null } | { answer: ReadingAnswer };

/** Told how far a reading is; null while a file is being opened. */
export type OnProgress = (progress: ReadingProgress | null) => void;

/**
 * Reads somebody's list: pasted text, or a dropped or chosen file. Nothing leaves the device. What is too large is
 * refused before it is opened, and what takes too long is given up. `signal` stops the reading; the answer is then null.
 */
export async function readList(
  source: string | Blob,
  choices: ReadingChoices,
  signal: AbortSignal,
  onProgress: OnProgress = () => {},
): Promise<ReadingAnswer | null> {
  const size = typeof source === 'string' ? source.length : source.size;
  if (size > limits.catalogueFileBytes) return fail('too-large');
  const input = typeof source === 'string' ? { text: source } : await bytesOf(source);
  if (input === null) return fail('unreadable');
  return signal.aborted ? null : askWorker({ input, choices }, signal, onProgress);
}

/** A file that was moved or taken away since it was chosen has no bytes. */
async function bytesOf(file: Blob): Promise<ListInput | null> {
  try {
    return { bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return null;
  }
}

/** Loads every reader of lists, for when the server is away. Rejects where one did not arrive. */
export function preloadReaders(): Promise<void> {
  return fetchedAhead(newWorker());
}

function newWorker(): Worker {
  return new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' });
}

/** One worker per reading: ending it is the only way to stop a reading. */
function askWorker(
  question: ReadingQuestion,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<ReadingAnswer | null> {
  return new Promise((resolve) => {
    const worker = newWorker();
    let hasBegun = false;
    const watch = patience(() => finish(fail('too-slow')));
    const finish = (answer: ReadingAnswer | null) => {
      watch.end();
      worker.terminate();
      resolve(answer);
    };
    signal.addEventListener('abort', () => finish(null));
    worker.onmessage = ({ data }: MessageEvent<ReadingReport>) => {
      hasBegun = true;
      if ('answer' in data) return finish(data.answer);
      watch.heard();
      onProgress(data.progress);
    };
    // Its script did not come, or a file has brought it down.
    worker.onerror = () => finish(fail(hasBegun ? 'unreadable' : 'not-loaded'));
    worker.postMessage(question);
  });
}

/** Gives up a reading that has been silent for too long, or has gone on for too long. */
function patience(giveUp: () => void): { heard: () => void; end: () => void } {
  const whole = setTimeout(giveUp, readingLimits.wholeMs);
  let silence = setTimeout(giveUp, readingLimits.silenceMs);
  const end = () => {
    clearTimeout(whole);
    clearTimeout(silence);
  };
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(giveUp, readingLimits.silenceMs);
  };
  return { heard, end };
}
