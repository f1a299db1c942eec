import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import i18next from 'i18next';
import exportWorker from './export-worker.ts?worker&url';
import type { ExportAnswer, ExportQuestion, FileOrder } from './orders.ts';
import { pageResources } from './page-words.ts';
import { documentWords } from './words.ts';

/**
 * Makes a file in a worker. Where none can be started the page makes it itself. `signal` stops it; the answer is then null.
 */
export async function makeFile(
  order: FileOrder,
  file: WorkshopFile,
  language: string,
  signal: AbortSignal,
): Promise<ExportAnswer | null> {
  const resources = await pageResources(language);
  const question: ExportQuestion = { order, file, language, resources };
  return signal.aborted ? null : ask(question, signal);
}

/** Begins to load what makes files, so that it is there when the server is not. A browser keeps it: its name changes with its content. */
export function preloadMaker(): void {
  void i18next.loadNamespaces([...documentWords]);
  void fetch(exportWorker).catch(() => {});
}

function ask(question: ExportQuestion, signal: AbortSignal): Promise<ExportAnswer | null> {
  return new Promise((resolve) => {
    const worker = new Worker(exportWorker, { type: 'module' });
    const finish = (answer: ExportAnswer | null): void => {
      worker.terminate();
      resolve(answer);
    };
    signal.addEventListener('abort', () => finish(null));
    worker.onmessage = ({ data }: MessageEvent<ExportAnswer>) => finish(data);
    worker.onerror = ({ message }) => finish({ ok: false, problem: message });
    worker.postMessage(question);
  });
}
