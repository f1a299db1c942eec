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

/** The words of a text file, a PDF or a Word document; null for all others. */
async function textOf(file: Blob): Promise<string | null> {
  if (file.size > largest) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { containerOf } = await import('../import/kinds.ts');
  switch (containerOf(bytes)) {
    case 'pdf': {
      const { readPdf } = await import('../import/pdf.ts');
      return readPdf(bytes, () => {});
    }
    case 'zip': {
      const { documentIn, openArchive } = await import('../import/archive.ts');
      const archive = await openArchive(bytes);
      if (documentIn(archive) !== 'word') return null;
      const { readWord } = await import('../import/word.ts');
      return (await readWord(archive)).text;
    }
    case 'text': {
      const { decode } = await import('../import/decode.ts');
      const decoded = decode(bytes);
      return decoded.ok ? decoded.value.text : null;
    }
    default:
      return null;
  }
}
