/** A piece of text on a page, in points; `y` grows upwards. */
export interface PagePiece {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  isRightToLeft: boolean;
}

/** Pieces that stand on one line. */
export interface PageLine {
  pieces: PagePiece[];
  y: number;
  /** Size of its letters. */
  height: number;
}

/** Pieces whose feet differ by less stand on one line: parts of one font's height. */
const sameLine = 0.4;
/** Space between two pieces that is a gap between words: parts of one font's height. */
const wordGap = 0.12;
/** Letters that are so much smaller than the page's usual ones are a footnote's. */
const small = 0.88;

/** A page's lines from top to bottom, its footnotes apart. */
export interface PageText {
  lines: string[];
  footnotes: string[];
}

/**
 * Puts the pieces of a page together as they stand on it, not in the order in which the file brings them: so lines that a
 * writer has justified come whole, and a footnote does not stand in the middle of a sentence that goes on overleaf.
 */
export function layOutPage(pieces: readonly PagePiece[]): PageText {
  const lines = intoLines(pieces.filter((piece) => piece.text.trim() !== '' && piece.height > 0));
  const usual = usualHeight(lines);
  const isSmall = lines.map((line) => line.height < usual * small);
  // Running heads are small too: only small lines below all others, page numbers aside, are footnotes.
  const last = lines.findLastIndex((line, index) => !isSmall[index] && !isPageNumber(line));
  const isFootnote = (line: PageLine, index: number): boolean => index > last && isSmall[index]! && !isPageNumber(line);
  return {
    lines: lines.filter((line, index) => !isFootnote(line, index)).map((line) => join(line, usual)),
    footnotes: lines.filter(isFootnote).map((line) => join(line)),
  };
}

function isPageNumber(line: PageLine): boolean {
  return /^\s*\d{1,3}\s*$/.test(join(line));
}

/** Pieces as lines from top to bottom. */
export function intoLines(pieces: readonly PagePiece[]): PageLine[] {
  const lines: PageLine[] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.findLast((one) => Math.abs(one.y - piece.y) <= sameLine * Math.max(one.height, piece.height));
    if (line && lines.indexOf(line) >= lines.length - 2) {
      line.pieces.push(piece);
      if (piece.height > line.height) Object.assign(line, { height: piece.height, y: piece.y });
    } else lines.push({ pieces: [piece], y: piece.y, height: piece.height });
  }
  return lines;
}

/** The size of letters that most characters of the page have. */
function usualHeight(lines: readonly PageLine[]): number {
  const sizes = new Map<number, number>();
  for (const piece of lines.flatMap((line) => line.pieces)) {
    const size = Math.round(piece.height * 2) / 2;
    sizes.set(size, (sizes.get(size) ?? 0) + piece.text.length);
  }
  return [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** One line's words. With `usual` given, a small raised figure behind a word is a footnote's mark and goes. */
export function join(line: PageLine, usual = 0): string {
  const isRightToLeft = line.pieces.filter((piece) => piece.isRightToLeft).length * 2 > line.pieces.length;
  const pieces = line.pieces
    .filter((piece) => !isMark(piece, line, usual))
    .sort((a, b) => (isRightToLeft ? b.x - a.x : a.x - b.x));
  let words = '';
  let end: number | null = null;
  for (const piece of pieces) {
    const gap = end === null ? 0 : isRightToLeft ? end - (piece.x + piece.width) : piece.x - end;
    words += end !== null && gap > wordGap * piece.height ? ` ${piece.text}` : piece.text;
    end = isRightToLeft ? piece.x : piece.x + piece.width;
  }
  return words;
}

function isMark(piece: PagePiece, line: PageLine, usual: number): boolean {
  return (
    piece.height < usual * 0.75 && piece.y - line.y > usual * 0.15 && /^\s*(?:\d{1,3}|\*{1,3})\s*$/.test(piece.text)
  );
}
