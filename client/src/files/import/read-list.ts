import { limits } from '@board/shared/protocol/limits';
import { fail, type Result } from '@board/shared/result';
import type { Found, FoundProblem } from '@board/shared/upr/found';
import type { ListInput, ReadingChoices } from './readers.ts';

/** What the page asks of the worker; it answers with the result. */
export interface ReadingQuestion {
  input: ListInput;
  choices: ReadingChoices;
}

/**
 * Reads somebody's list: pasted text, or a dropped or chosen file. Nothing leaves the device. What is too large is
 * refused before it is opened. `signal` stops the reading; the answer is then null.
 */
export async function readList(
  source: string | Blob,
  choices: ReadingChoices,
  signal: AbortSignal,
): Promise<Result<Found, FoundProblem> | null> {
  const size = typeof source === 'string' ? source.length : source.size;
  if (size > limits.catalogueFileBytes) return fail('too-large');
  const input = typeof source === 'string' ? { text: source } : await bytesOf(source);
  if (input === null) return fail('unreadable');
  return signal.aborted ? null : askWorker({ input, choices }, signal);
}

/** A file that was moved or taken away since it was chosen has no bytes. */
async function bytesOf(file: Blob): Promise<ListInput | null> {
  try {
    return { bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return null;
  }
}

/** One worker per reading: stopping it is the only way to stop a reading. Where none can be started the page reads itself. */
function askWorker(question: ReadingQuestion, signal: AbortSignal): Promise<Result<Found, FoundProblem> | null> {
  return new Promise((resolve) => {
    const worker = startWorker();
    const finish = (answer: Result<Found, FoundProblem> | null) => {
      worker?.terminate();
      resolve(answer);
    };
    const readHere = () =>
      void import('./readers.ts').then(({ readInput }) => finish(readInput(question.input, question.choices)));
    signal.addEventListener('abort', () => finish(null));
    if (!worker) return readHere();
    worker.onmessage = (event: MessageEvent<Result<Found, FoundProblem>>) => finish(event.data);
    worker.onerror = readHere;
    worker.postMessage(question);
  });
}

function startWorker(): Worker | null {
  try {
    return new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}
