import { type MatrixColumn, matrixColumns } from '../../strategy/grid/matrix.ts';
import { answerFetchAhead, fetchAhead } from '../fetch-ahead.ts';
import { readForm } from './read-form.ts';

/** What a worker is asked: a file, and what the columns are called in the page's language. */
export interface FormQuestion {
  bytes: Uint8Array;
  names: Readonly<Record<MatrixColumn, string>>;
}

/** Reads files off the page's own thread, so that the page stays alive meanwhile. One question, one answer. */
addEventListener('message', async ({ data }: MessageEvent<FormQuestion | typeof fetchAhead>) => {
  if (data === fetchAhead) return answerFetchAhead([]);
  const known = new Set<string>(matrixColumns);
  postMessage(await readForm(data.bytes, (column) => (known.has(column) ? data.names[column] : '')));
});
