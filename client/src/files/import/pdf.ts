import type { TextItem } from 'pdfjs-dist/types/src/display/api';
import type { Row } from './grid.ts';
import { layOutPage, type PagePiece } from './pdf-lines.ts';
import { tableIn } from './pdf-table.ts';
import { readingLimits } from './reading-limits.ts';
import { Unreadable } from './unreadable.ts';

/** What stands in a PDF. */
export interface PdfWords {
  text: string;
  /** The rows of the table that it is; null for one that is none. */
  rows: Row[] | null;
}

/**
 * Reads the words of a PDF, line by line as they stand on its pages; footnotes come behind all pages. The reader is
 * Mozilla's, loaded only now. One of too many pages is refused, since the rest of its list would be missing. Nothing is drawn, no font or script of the file is used. `onPage` is told each page.
 */
export async function readPdf(bytes: Uint8Array, onPage: (page: number, of: number) => void): Promise<PdfWords> {
  const { getDocument, VerbosityLevel, GlobalWorkerOptions } = await loadReader();
  const loading = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
  });
  const document = await Promise.race([loading.promise, failureOf(GlobalWorkerOptions.workerPort)]).catch(
    (problem: Error) => {
      if (problem instanceof Unreadable) throw problem;
      throw new Unreadable(problem.name === 'PasswordException' ? 'protected' : 'damaged');
    },
  );
  const pages = document.numPages;
  if (pages > readingLimits.pages) {
    await loading.destroy();
    throw new Unreadable('too-many-pages');
  }
  const lines: string[] = [];
  const footnotes: string[] = [];
  const laidOn: PagePiece[][] = [];
  for (let number = 1; number <= pages; number++) {
    onPage(number, pages);
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    const pieces = items.filter((item): item is TextItem => 'str' in item).map(toPiece);
    const laidOut = layOutPage(pieces);
    laidOn.push(pieces);
    lines.push(...laidOut.lines, '');
    footnotes.push(...laidOut.footnotes);
    page.cleanup();
  }
  await loading.destroy();
  if (!lines.some((line) => /\p{L}{2}/u.test(line))) throw new Unreadable('no-words');
  return { text: [...lines, ...footnotes].join('\n'), rows: tableIn(laidOn) };
}

/** Loads Mozilla's reader with its worker, which answers only once it is there. Throws `Unreadable` where it does not come. */
export async function loadPdfReader(): Promise<void> {
  await readPdf(new Uint8Array([0x25, 0x50, 0x44, 0x46]), () => {}).catch((problem: unknown) => {
    if (problem instanceof Unreadable && problem.problem === 'not-loaded') throw problem;
  });
}

/** Outside a browser, in tests, Mozilla's reader does without a worker of its own. */
async function loadReader(): Promise<typeof import('pdfjs-dist')> {
  const reader = await import('pdfjs-dist/legacy/build/pdf.mjs').catch(() => {
    throw new Unreadable('not-loaded');
  });
  if (typeof Worker !== 'undefined')
    reader.GlobalWorkerOptions.workerPort = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  return reader;
}

/** Never resolves; rejects when the worker cannot be loaded, which its reader would wait for without end. */
function failureOf(worker: Worker | null): Promise<never> {
  return new Promise((_, reject) => {
    worker?.addEventListener('error', () => reject(new Unreadable('not-loaded')));
  });
}

function toPiece(item: TextItem): PagePiece {
  const [, , , , x, y] = item.transform as number[];
  const { str: text, width, height } = item;
  return { text, x: x ?? 0, y: y ?? 0, width, height, isRightToLeft: item.dir === 'rtl' };
}
