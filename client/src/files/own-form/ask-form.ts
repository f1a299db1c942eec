import { fail, type Result } from '@board/shared/result';
import { fetchedAhead } from '../fetch-ahead.ts';
import type { FormProblem, FormTable } from './form.ts';
import type { FormQuestion } from './form-worker.ts';
import { fileBytes } from './unpack.ts';

/** Milliseconds after which a file is taken for one that is made to keep readers busy. */
const patience = 60_000;

/** Loads what reads such files, for when the server is away. Rejects where it did not arrive. */
export function preloadFormReader(): Promise<void> {
  return fetchedAhead(newWorker());
}

function newWorker(): Worker {
  return new Worker(new URL('./form-worker.ts', import.meta.url), { type: 'module' });
}

/** Reads somebody's file in a worker. Nothing leaves the device. `signal` stops it; the answer is then null. */
export async function askForm(
  file: Blob,
  names: FormQuestion['names'],
  signal: AbortSignal,
): Promise<Result<FormTable[], FormProblem> | null> {
  if (file.size > fileBytes) return fail('too-large');
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  if (bytes === null) return fail('damaged');
  if (signal.aborted) return null;
  return new Promise((resolve) => {
    const worker = newWorker();
    const finish = (answer: Result<FormTable[], FormProblem> | null): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => finish(fail('too-large')), patience);
    signal.addEventListener('abort', () => finish(null));
    worker.onmessage = ({ data }: MessageEvent<Result<FormTable[], FormProblem>>) => finish(data);
    // What is thrown inside a worker has a message; that its code did not arrive has none.
    worker.onerror = ({ message }) => finish(fail(message ? 'damaged' : 'not-loaded'));
    worker.postMessage({ bytes, names } satisfies FormQuestion, [bytes.buffer]);
  });
}
