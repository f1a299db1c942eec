import { leadingFor, sheetHeight } from './fit.ts';

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

/** How a priority is shown: alone or beside another, with the hall's words beside it or not. */
export interface PriorityRoom {
  isAlone: boolean;
  hasFeedback: boolean;
  isWide: boolean;
}

/** Size and most lines of a recommendation's words. */
const recommendation = { alone: { size: 4, lines: 4 }, beside: { size: 3, lines: 5 } };
/** The lines of number and States around them, and all gaps. */
const aroundWords = 2.8 + 3.2 * 1.3 + 2.5 * 1.3 + 3 * 0.8;
/** Widths of a priority's column on a wide screen; a 4:3 projector has three quarters of that. */
const widths = { alone: { feedback: 110, none: 168 }, beside: { feedback: 53, none: 82 } };

/** Height that is left for a priority's actions under its recommendation. Recommendations are not typed in the plenary, so it stays. */
export function actionsHeight(words: string, language: string, { isAlone, hasFeedback, isWide }: PriorityRoom): number {
  const { size, lines } = recommendation[isAlone ? 'alone' : 'beside'];
  const width = widths[isAlone ? 'alone' : 'beside'][hasFeedback ? 'feedback' : 'none'] * (isWide ? 1 : 0.72);
  const taken = Math.min(lines, linesOf(words, Math.floor(width / (size * 0.54))));
  return sheetHeight - aroundWords - taken * size * Math.max(1.3, leadingFor(language, words));
}

/** Lines that a text takes, reckoned from its letters; marks above and below letters take no place on a line. */
function linesOf(text: string, letters: number): number {
  return Math.max(1, Math.ceil([...text.normalize('NFC').replace(/\p{Mark}/gu, '')].length / letters));
}
