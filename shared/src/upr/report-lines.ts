import { withoutEnds } from '../text-ends.ts';

/** One line of pasted text that holds something. */
export interface Line {
  /** Counted from 1 in the input, blank lines included. */
  number: number;
  text: string;
}

/** What was taken out of the text because it belongs to the page, not to the list. */
export interface Furniture {
  line: number;
  count: number;
  /** The first few, as printed. */
  samples: string[];
  /** The document symbol of the running heads, or ''. */
  symbol: string;
}

const breaks = /\r\n|[\n\r\u0085\u2028\u2029\v\f]/g;
/** Most lines of most reports need no cleaning at all. A pattern that looks at a line of megabytes would run out of stack. */
const longestPlain = 5_000;
const plainLine = /^(?:[!-%'-~]+ )*[!-%'-~]+$/;
const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#40;': '(',
  '&#41;': ')',
};

/** Splits at every kind of line end, mixed ones too, and leaves blank lines out. Form feeds and vertical tabs part lines without being counted. */
export function splitLines(input: string): Line[] {
  const lines: Line[] = [];
  let number = 1;
  let start = 0;
  const add = (end: number): void => {
    const text = cleanLine(input.slice(start, end));
    if (text !== '') lines.push({ number, text });
  };
  for (const found of input.matchAll(breaks)) {
    add(found.index);
    start = found.index + found[0].length;
    if (found[0] !== '\v' && found[0] !== '\f') number += 1;
  }
  add(input.length);
  return lines;
}

const unseen = /[\s\u200b-\u200f\u2060\ufeff]/;

/**
 * Makes blanks plain and single, decodes the few entities that exports leave behind, and drops signs that no document
 * may hold. Zero-width signs inside stay: Khmer needs them.
 */
export function cleanLine(text: string): string {
  if (text.length <= longestPlain && plainLine.test(text)) return text;
  const decoded = text.includes('&')
    ? text.replace(/&(?:nbsp|amp|lt|gt|quot|#39|#40|#41);/g, (name) => entities[name]!)
    : text;
  const single = decoded
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, '');
  return withoutEnds(single, unseen, unseen);
}

const symbolLine = /^(?:\d{1,3} )?(A\/HRC\/[\w.]+(?:\/[\w.]+)*)(?: (?:page )?\d{1,3})?$/i;
const otherFurniture = /^(?:GE\.\d\d-\d{4,6}.{0,12}|page \d{1,3}(?: of \d{1,3})?|\*?\d{7}\*?|[-–] ?\d{1,3} ?[-–])$/i;
const loneNumber = /^\d{1,3}$/;

/** Takes out running heads and page numbers, wherever in a recommendation they stand. A lone number goes only when it is a page number by its neighbours or by the count. */
export function takeOutFurniture(lines: readonly Line[]): { kept: Line[]; furniture: Furniture } {
  const isFurniture = lines.map(({ text }) => text.length < 60 && (symbolLine.test(text) || otherFurniture.test(text)));
  markPageNumbers(lines, isFurniture);
  const taken = lines.filter((_, index) => isFurniture[index]);
  return {
    kept: lines.filter((_, index) => !isFurniture[index]),
    furniture: {
      line: taken[0]?.number ?? 0,
      count: taken.length,
      samples: [...new Set(taken.map((line) => line.text))].slice(0, 6),
      symbol: mostFrequent(taken.flatMap((line) => symbolLine.exec(line.text)?.[1] ?? [])),
    },
  };
}

/** A lone number beside a running head is a page number; so is one that continues the count of those. */
function markPageNumbers(lines: readonly Line[], isFurniture: boolean[]): void {
  const lone = lines.flatMap((line, index) => (loneNumber.test(line.text) ? [index] : []));
  const isHead = isFurniture.slice();
  let page: number | null = null;
  const waiting: number[] = [];
  for (const index of lone) {
    const value = Number(lines[index]!.text);
    if (isHead[index - 1] || isHead[index + 1]) {
      isFurniture[index] = true;
      for (const earlier of waiting.splice(0))
        if (Number(lines[earlier]!.text) === value - 1) isFurniture[earlier] = true;
      page = value;
    } else if (page !== null && value === page + 1) {
      isFurniture[index] = true;
      page = value;
    } else waiting.push(index);
  }
}

function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  let best = '';
  for (const [text, count] of counts) if (count > (counts.get(best) ?? 0)) best = text;
  return best;
}
