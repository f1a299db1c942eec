import { leadingFor } from './fit.ts';

/** All sizes in hundredths of the screen's height, as in fit.ts. */
const columnHeight = 77;
export const pieceSize = 2.9;
/** The line above a piece's words, and the space around it. */
const headHeight = 2.5 * 1.3 + 2.8;
/** Letters on a line of the column; on a 4:3 projector it is narrower. */
const lettersPerLine = { wide: 31, narrow: 22 };
/** A piece is never longer than this many lines; the cap on its letters lets only scripts without spaces come near. */
export const mostLines = 10;

/**
 * How many pieces fit beside the rows, from the first one on, with all their words. Reckoned from the words alone, so that what
 * comes behind them moves nothing. At least one.
 */
export function fitPieces(texts: readonly string[], language: string, isWide: boolean): number {
  let left = columnHeight;
  let count = 0;
  for (const text of texts) {
    const lines = Math.min(mostLines, linesOf(text, lettersPerLine[isWide ? 'wide' : 'narrow']));
    left -= headHeight + lines * pieceSize * leadingFor(language, text);
    if (left < 0) break;
    count += 1;
  }
  return Math.max(Math.min(1, texts.length), count);
}

/** Lines that a text takes, reckoned from its letters; marks above and below letters take no place on a line. */
function linesOf(text: string, letters: number): number {
  return Math.max(1, Math.ceil([...text.normalize('NFC').replace(/\p{Mark}/gu, '')].length / letters));
}
