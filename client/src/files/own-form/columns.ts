import { plainCell } from '../../strategy/clipboard/lines.ts';
import { type ColumnNamer, headingsOf } from '../../strategy/clipboard/paste-headings.ts';
import type { FormColumnKind } from './form.ts';

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
export function columnsNamed(heads: readonly string[], nameOf: ColumnNamer): (FormColumnKind | null)[] | null {
  const twofold = heads.map(twofoldColumn);
  const plain = heads.map((head, at) => plainCell(twofold[at] ? '' : head));
  const named = headingsOf([plain], nameOf) ?? plain.map(() => null);
  const columns = twofold.map((column, at) => column ?? named[at] ?? null);
  const known = columns.filter((column) => column !== null);
  const isStrategy =
    known.includes('text') && (['number', 'recommendation', 'indicator'] as const).some((one) => known.includes(one));
  return isStrategy && new Set(known).size === known.length ? columns : null;
}

/** Two things under one head, as in the printed strategy. */
function twofoldColumn(head: string): FormColumnKind | null {
  if (/risk|risque/i.test(head) && /respon|réponse|mitigat|mesure/i.test(head)) return 'risks';
  if (/mechanism|mécanisme|treaty|organe/i.test(head) && /sdg|odd|target/i.test(head)) return 'references';
  return null;
}
