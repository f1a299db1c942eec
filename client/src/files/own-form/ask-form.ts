import { fail, type Result } from '@board/shared/result';
import type { FormProblem, FormTable } from './form.ts';
import type { FormQuestion } from './form-worker.ts';

/** Milliseconds after which a file is taken for one that is made to keep readers busy. */
const patience = 60_000;

/** Reads somebody's file in a worker. Nothing leaves the device. `signal` stops it; the answer is then null. */
export async function askForm(
  file: Blob,
  names: FormQuestion['names'],
  signal: AbortSignal,
): Promise<Result<FormTable[], FormProblem> | null> {
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  if (bytes === null) return fail('damaged');
  if (signal.aborted) return null;
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./form-worker.ts', import.meta.url), { type: 'module' });
    const finish = (answer: Result<FormTable[], FormProblem> | null): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => finish(fail('too-large')), patience);
    signal.addEventListener('abort', () => finish(null));
    worker.onmessage = ({ data }: MessageEvent<Result<FormTable[], FormProblem>>) => finish(data);
    worker.onerror = () => finish(fail('damaged'));
    worker.postMessage({ bytes, names } satisfies FormQuestion, [bytes.buffer]);
  });
}
