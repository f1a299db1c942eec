import type { TextItem } from 'pdfjs-dist/types/src/display/api';
import { layOutPage, type PagePiece } from './pdf-lines.ts';
import { readingLimits } from './reading-limits.ts';
import { Unreadable } from './unreadable.ts';

/**
 * Reads the words of a PDF, line by line as they stand on its pages; footnotes come behind all pages. The reader is
 * Mozilla's, loaded only now. Nothing is drawn, no font or script of the file is used. `onPage` is told each page.
 */
export async function readPdf(bytes: Uint8Array, onPage: (page: number, of: number) => void): Promise<string> {
  const { getDocument, VerbosityLevel } = await loadReader();
  const loading = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
  });
  const document = await loading.promise.catch((problem: Error) => {
    throw new Unreadable(problem.name === 'PasswordException' ? 'protected' : 'damaged');
  });
  const pages = Math.min(document.numPages, readingLimits.pages);
  const lines: string[] = [];
  const footnotes: string[] = [];
  for (let number = 1; number <= pages; number++) {
    onPage(number, pages);
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    const laidOut = layOutPage(items.filter((item): item is TextItem => 'str' in item).map(toPiece));
    lines.push(...laidOut.lines, '');
    footnotes.push(...laidOut.footnotes);
    page.cleanup();
  }
  await loading.destroy();
  if (!lines.some((line) => /\p{L}{2}/u.test(line))) throw new Unreadable('no-words');
  return [...lines, ...footnotes].join('\n');
}

/** Mozilla's reader looks for its own worker here; found, it starts none: we are in a worker already. */
async function loadReader(): Promise<typeof import('pdfjs-dist')> {
  const parts = [import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')] as const;
  const [reader, worker] = await Promise.all(parts).catch(() => {
    throw new Unreadable('not-loaded');
  });
  Object.assign(globalThis, { pdfjsWorker: worker });
  return reader;
}

function toPiece(item: TextItem): PagePiece {
  const [, , , , x, y] = item.transform as number[];
  const { str: text, width, height } = item;
  return { text, x: x ?? 0, y: y ?? 0, width, height, isRightToLeft: item.dir === 'rtl' };
}
