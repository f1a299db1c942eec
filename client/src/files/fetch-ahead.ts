/** What a worker is told instead of a question: to load all its parts and say so. */
export const fetchAhead = 'fetch-ahead';

/**
 * Has a worker load everything that it may need, so that the browser keeps it for when the server is away: its names change
 * with its content. Nobody but the worker knows its parts. Ends it. Rejects where something did not arrive.
 */
export function fetchedAhead(worker: Worker): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<unknown>) =>
      data === true ? resolve() : reject(new Error('not loaded'));
    worker.onerror = () => reject(new Error('not loaded'));
    worker.postMessage(fetchAhead);
  }).finally(() => worker.terminate());
}

/** The worker's side: loads its parts and tells whether all came. */
export async function answerFetchAhead(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  const loaded = await Promise.allSettled(parts.map((part) => part()));
  postMessage(loaded.every(({ status }) => status === 'fulfilled'));
}
