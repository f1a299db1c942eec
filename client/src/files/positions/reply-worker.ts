import { containerOf } from '../import/kinds.ts';
import type { PositionsFound } from './positions-found.ts';

/** Looks off the page's own thread whether a file is a State's reply. One file, one answer; null when it is something else. */
addEventListener('message', async (event: MessageEvent<Uint8Array>) => {
  postMessage(await replyIn(event.data).catch(() => null));
});

async function replyIn(bytes: Uint8Array): Promise<PositionsFound | null> {
  const text = await textOf(bytes);
  if (text === null) return null;
  const { readPositions } = await import('./read-positions.ts');
  return readPositions(text);
}

/** The words of a text file, a PDF or a Word document; null for all others. */
async function textOf(bytes: Uint8Array): Promise<string | null> {
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
