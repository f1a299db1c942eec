import type { PositionsFound } from './positions-found.ts';

/** From this confidence on a text is taken for a State's reply without being asked. */
const sureEnough = 0.5;
/** Bytes of a file that is looked into: replies have some 20 KB. */
const largest = 2 * 1024 * 1024;

/** A State's reply, or null when this is something else. Nothing leaves the device. */
export async function readReply(source: string | Blob): Promise<PositionsFound | null> {
  try {
    const text = typeof source === 'string' ? source : await textOf(source);
    if (text === null) return null;
    const { readPositions } = await import('./read-positions.ts');
    const found = readPositions(text);
    return found && found.confidence >= sureEnough ? found : null;
  } catch {
    // A file that was moved since it was chosen: the reader of lists says so.
    return null;
  }
}

async function textOf(file: Blob): Promise<string | null> {
  if (file.size > largest) return null;
  const { decode } = await import('../import/decode.ts');
  const decoded = decode(new Uint8Array(await file.arrayBuffer()));
  return decoded.ok ? decoded.value.text : null;
}
