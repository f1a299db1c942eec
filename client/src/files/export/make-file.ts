import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import { loadAgain } from '../../ui/load-again.ts';
import exportWorker from './export-worker.ts?worker&url';
import type { ExportAnswer, ExportQuestion, FileOrder } from './orders.ts';
import { NotFetched, pageWords } from './page-words.ts';

/**
 * Makes a file in a worker. `signal` stops it; the answer is then null. Rejects with `NotFetched` where what makes files, or
 * its words, did not arrive before the server went away.
 */
export async function makeFile(
  order: FileOrder,
  file: WorkshopFile,
  language: string,
  signal: AbortSignal,
): Promise<ExportAnswer | null> {
  const words = await pageWords(language);
  return signal.aborted ? null : ask({ order, file, words }, signal);
}

/**
 * Loads what makes files in a language, so that it is there when the server is not. A browser keeps it: its name changes with
 * its content. Rejects where something did not arrive.
 */
export async function preloadMaker(language: string): Promise<void> {
  await Promise.all([pageWords(language), loadAgain(fetchWorker)]);
}

async function fetchWorker(): Promise<void> {
  const answer = await fetch(exportWorker);
  if (!answer.ok) throw new NotFetched(`status ${answer.status}`);
  // Read to its end: what nobody reads a browser may leave in the middle.
  await answer.arrayBuffer();
}

function ask(question: ExportQuestion, signal: AbortSignal): Promise<ExportAnswer | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(exportWorker, { type: 'module' });
    const finish = (answer: ExportAnswer | null): void => {
      worker.terminate();
      resolve(answer);
    };
    signal.addEventListener('abort', () => finish(null));
    worker.onmessage = ({ data }: MessageEvent<ExportAnswer>) => finish(data);
    // What is thrown inside a worker has a message; that its code did not arrive has none.
    worker.onerror = ({ message }) => {
      if (message) finish({ ok: false, problem: message });
      else reject(new NotFetched('the worker did not start'));
    };
    worker.postMessage(question);
  });
}
