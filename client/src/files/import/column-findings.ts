import type { Finding } from '@board/shared/upr/found';
import { tickMark } from '../tick-marks.ts';
import type { Layout } from './table-layout.ts';

/** Different marks that one column has. */
const mostMarks = 4;

/** Columns that were told by their cells, and those that are not taken, by their headings; columns of marks without one by their marks. */
export function columnFindings({ isGuessed, guessed, headings, fields, body }: Layout): Finding[] {
  const filled = fields.map((_, column) => body.some(({ cells }) => (cells[column] ?? '').trim() !== ''));
  const columns = fields.map((field, column) => ({ field, heading: headings[column]!.slice(0, 60), column }));
  const told = columns.filter(({ field, column }) => field !== null && (isGuessed || guessed.includes(column)));
  const named = columns.map((one) => (one.heading === '' ? { ...one, heading: marksIn(body, one.column) } : one));
  const left = named.filter(({ field, heading, column }) => field === null && heading !== '' && filled[column]);
  const finding = (kind: 'columns-guessed' | 'columns-left', some: typeof columns): Finding[] => {
    const words = some.map(({ heading }) => heading).filter(Boolean);
    return some.length === 0 ? [] : [{ kind, line: 1, count: some.length, words: words.join(' · ') }];
  };
  return [...finding('columns-guessed', told), ...finding('columns-left', left)];
}

/** The marks of a column without a heading, by which it is named; '' where something else stands there. */
function marksIn(body: Layout['body'], column: number): string {
  const cells = new Set(body.flatMap(({ cells: all }) => (all[column] ?? '').trim() || []));
  const isMarks = cells.size <= mostMarks && [...cells].every((cell) => tickMark(cell) !== null && !/^\d+$/.test(cell));
  return isMarks ? [...cells].join(' / ') : '';
}
