import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';

/** Words on paper, in points from the lower left. */
interface Piece {
  text: string;
  start: number;
  end: number;
  base: number;
  height: number;
}

/** What a page comes to on paper. */
export interface Printed {
  pages: number;
  text: string;
  /** Lines that lie over each other. */
  overprinted: string[];
  /** The share of each page, but the last, that stands empty below its last line. */
  empty: number[];
}

/** Prints a page and reads what stands where. `height`, `margin`: of the paper, in points. */
export async function printed(page: Page, paper = { height: 842, margin: 57 }): Promise<Printed> {
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0, disableFontFace: true });
  const document = await loading.promise;
  const all: Piece[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    all.push(items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [pieceOf(item)] : [])));
  }
  await loading.destroy();
  const room = paper.height - 2 * paper.margin;
  return {
    pages: all.length,
    text: all.flatMap((pieces) => pieces.map(({ text }) => text)).join(' '),
    overprinted: all.flatMap((pieces, at) => overprintedIn(pieces).map((pair) => `page ${at + 1}: ${pair}`)),
    empty: all.slice(0, -1).map((pieces) => (Math.min(...pieces.map(({ base }) => base)) - paper.margin) / room),
  };
}

function pieceOf(item: { str: string; transform: number[]; width: number; height: number }): Piece {
  const [, , , , start = 0, base = 0] = item.transform;
  return { text: item.str, start, end: start + item.width, base, height: item.height };
}

/** Two baselines nearer than this share of a line are one line: signs of other scripts stand a little higher. */
const sameLine = 0.15;
const otherLine = 0.7;

function overprintedIn(pieces: readonly Piece[]): string[] {
  return pieces.flatMap((a, at) =>
    pieces.slice(at + 1).flatMap((b) => {
      const height = Math.min(a.height, b.height);
      const apart = Math.abs(a.base - b.base);
      const across = Math.min(a.end, b.end) - Math.max(a.start, b.start);
      const isOver = across > 5 && apart > sameLine * height && apart < otherLine * height;
      return isOver ? [`“${a.text.slice(0, 50)}” over “${b.text.slice(0, 50)}”`] : [];
    }),
  );
}
