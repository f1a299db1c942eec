import { plainCell } from '../../strategy/clipboard/lines.ts';
import { type ColumnNamer, headingsOf } from '../../strategy/clipboard/paste-headings.ts';
import type { FormColumnKind } from './form.ts';
import { withOneNumber } from './number-column.ts';

/** The columns of the document that is taken home (export/strategy-docx-rows.ts), in their order, whatever language their heads are in. */
export const documentColumns: readonly FormColumnKind[] = [
  'number',
  'recommendation',
  'references',
  'text',
  'indicator',
  'resources',
  'partners',
  'timeframe',
  'risks',
];

/** What each column holds, by the words at its head; null where they are not those of a strategy. */
function columnsNamed(
  printed: readonly string[],
  nameOf: ColumnNamer,
  below: readonly (readonly string[])[],
): (FormColumnKind | null)[] | null {
  const heads = withOneNumber(printed, below, nameOf('number'));
  const twofold = heads.map(twofoldColumn);
  const plain = heads.map((head, at) => plainCell(twofold[at] ? '' : head));
  const named = headingsOf([plain], nameOf) ?? plain.map(() => null);
  const columns = twofold.map((column, at) => column ?? named[at] ?? null);
  const known = columns.filter((column) => column !== null);
  const isStrategy =
    known.includes('text') && (['number', 'recommendation', 'indicator'] as const).some((one) => known.includes(one));
  return isStrategy && new Set(known).size === known.length ? columns : null;
}

/** Lines of a table among which its heads are looked for: titles may stand above them. */
const mostAbove = 30;

/** Where a table's heads stand, the line behind them, and what the columns hold. */
export interface Heads {
  rest: number;
  columns: (FormColumnKind | null)[];
}

/**
 * Finds the heads of a strategy below what stands above them. A head that goes over several columns may have others below
 * it: then these are what the columns hold. `all` has what is no words in the lines as well, and as many of them as may
 * tell which column has the numbers.
 */
export function headsIn(
  lines: readonly (readonly string[])[],
  nameOf: ColumnNamer,
  all: readonly (readonly string[])[] = lines,
): Heads | null {
  for (const [at, heads] of lines.slice(0, mostAbove).entries()) {
    const columns = columnsNamed(heads, nameOf, all.slice(at + 1));
    const second = lines[at + 1] ?? [];
    const isHeads = columnsNamed(second, nameOf, all.slice(at + 2)) !== null;
    const below = isHeads ? null : belowHeads(heads, second, nameOf, all.slice(at + 2));
    if (below) return { rest: at + 2, columns: below };
    if (columns) return { rest: at + 1, columns };
  }
  return null;
}

/** Null where the second line is no line of heads. */
function belowHeads(
  heads: readonly string[],
  second: readonly string[],
  nameOf: ColumnNamer,
  rest: readonly (readonly string[])[],
) {
  const isOwn = (cell: string, at: number) => cell !== '' && cell !== heads[at];
  const own = second.map((cell, at) => (isOwn(cell, at) ? at : -1)).filter((at) => at >= 0);
  if (own.length < 2) return null;
  const width = Math.max(heads.length, second.length);
  const columns = columnsNamed(
    Array.from({ length: width }, (_, at) => second[at] || heads[at] || ''),
    nameOf,
    rest,
  );
  return columns && own.every((at) => columns[at] !== null) ? columns : null;
}

/** Whether a line of a table is its heads, typed again. */
export function isSameHeads(line: readonly string[], heads: readonly string[]): boolean {
  return heads.some((head) => head !== '') && heads.every((head, at) => (line[at] ?? '') === head);
}

const risk = /risk|risque|riesgo|خطر|مخاطر|ហានិភ័យ/i;
/** "Risk response" is but a response. */
const thenResponse =
  /(?:\s(?:and|et|y)\s|[&/,;+\n]|\sو|និង)[^&/,;+\n]*(?:respon|réponse|respuesta|mitigat|mesure|medida|استجاب|ឆ្លើយតប)/i;
const mechanism = /mechanism|mécanisme|mecanismo|treaty|organe|órgano|آليات|យន្តការ/i;
const target = /sdg|odd|ods|target|cible|التنمية|ចំណុចដៅ/i;

/** Two things under one head, as in the printed strategy. */
function twofoldColumn(head: string): FormColumnKind | null {
  if (risk.test(head) && thenResponse.test(head)) return 'risks';
  return mechanism.test(head) && target.test(head) ? 'references' : null;
}
