import type { Finding } from '@board/shared/upr/found';
import type { Layout } from './table-layout.ts';

/** Columns that were told by their cells, and those that are not taken, by their headings. */
export function columnFindings({ isGuessed, guessed, headings, fields, body }: Layout): Finding[] {
  const filled = fields.map((_, column) => body.some(({ cells }) => (cells[column] ?? '').trim() !== ''));
  const columns = fields.map((field, column) => ({ field, heading: headings[column]!.slice(0, 60), column }));
  const told = columns.filter(({ field, column }) => field !== null && (isGuessed || guessed.includes(column)));
  const left = columns.filter(({ field, heading, column }) => field === null && heading !== '' && filled[column]);
  const named = (kind: 'columns-guessed' | 'columns-left', some: typeof columns): Finding[] => {
    const words = some.map(({ heading }) => heading).filter(Boolean);
    return some.length === 0 ? [] : [{ kind, line: 1, count: some.length, words: words.join(' · ') }];
  };
  return [...named('columns-guessed', told), ...named('columns-left', left)];
}
