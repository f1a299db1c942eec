import { numberAtStart } from '@board/shared/upr/number-starts';
import type { FormRow } from './form.ts';

/** A line over the whole table that is no longer than this names a part of it. */
const longestTitle = 160;

/**
 * Rows as a group means them: one with nothing but words in the place of a number is the title of those below, which are a
 * cluster then; and a number may stand before the words of its recommendation.
 */
export function tidyRows(rows: readonly FormRow[]): FormRow[] {
  const titles = rows.map(titleIn);
  const last = titles.lastIndexOf('');
  let cluster = '';
  return rows.flatMap((row, at): FormRow[] => {
    const title = titles[at]!;
    // What stands below all rows is no title.
    if (title === '' || (at > last && !row.below)) return [inCluster(withNumber(row), cluster)];
    const isOnTop = at > 0 && titles[at - 1] !== '' && !rows[at - 1]!.below;
    cluster = isOnTop ? `${cluster} · ${title}` : title;
    return row.below ? [inCluster({ ...row, number: '' }, cluster)] : [];
  });
}

function inCluster(row: FormRow, cluster: string): FormRow {
  return cluster === '' || row.cluster !== '' ? row : { ...row, cluster };
}

function titleIn({ id, number, words, cluster, mechanisms, sdg, actions, risks }: FormRow): string {
  const isEmpty = [mechanisms, sdg.filter(Boolean), actions, risks].every((part) => part.length === 0);
  const isTitle = /\p{L}{2}/u.test(number) && !/\p{Nd}/u.test(number) && number.length <= longestTitle;
  return id === '' && words === '' && cluster === '' && isEmpty && isTitle ? number.replace(/\s+/g, ' ').trim() : '';
}

/** The number that words of a recommendation begin with; '' where it is not certain to be one. */
export function numberAhead(words: string): string {
  const start = numberAtStart(words);
  return start !== null && start.doubtfulSection === null ? start.number : '';
}

function withNumber(row: FormRow): FormRow {
  const ahead = numberAhead(row.words);
  const isOwn = ahead !== '' && (row.number === ahead || (row.number === '' && row.id === ''));
  if (!isOwn) return row;
  return { ...row, number: ahead, words: row.words.slice(numberAtStart(row.words)!.length).trim() };
}
