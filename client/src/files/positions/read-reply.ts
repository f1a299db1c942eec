import type { PositionsFound } from './positions-found.ts';

/** From this confidence on a text is taken for a State's reply without being asked. */
const sureEnough = 0.5;
/** Bytes of a file that is looked into: replies have some 20 KB. */
const largest = 2 * 1024 * 1024;
/** Milliseconds after which a file is left to the reader of lists. */
const patience = 15_000;

/** A State's reply, or null when this is something else. Nothing leaves the device. */
export async function readReply(source: string | Blob): Promise<PositionsFound | null> {
  try {
    const found = typeof source === 'string' ? await readText(source) : await askWorker(source);
    return found && found.confidence >= sureEnough ? found : null;
  } catch {
    // A file that was moved since it was chosen: the reader of lists says so.
    return null;
  }
}

async function readText(text: string): Promise<PositionsFound | null> {
  const { readPositions } = await import('./read-positions.ts');
  return readPositions(text);
}

/** One worker per file: ending it ends whatever a file has it do. */
async function askWorker(file: Blob): Promise<PositionsFound | null> {
  if (file.size > largest) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const worker = new Worker(new URL('./reply-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<PositionsFound | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), patience);
    worker.onmessage = ({ data }: MessageEvent<PositionsFound | null>) => resolve(data);
    worker.onerror = () => resolve(null);
    worker.postMessage(bytes);
    worker.addEventListener('message', () => clearTimeout(timer));
  }).finally(() => worker.terminate());
}
