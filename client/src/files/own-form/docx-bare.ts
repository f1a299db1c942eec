import { readSdgCode } from '@board/shared/upr/sdg';
import type { ColumnNamer } from '../../strategy/clipboard/paste-headings.ts';
import { formStyles } from '../form-styles.ts';
import { documentColumns } from './columns.ts';
import type { DocxParagraph } from './docx-paragraphs.ts';
import { type FormColumnKind, type FormRisk, trimmed, wordsOf } from './form.ts';

/** Words that our documents put into cells, in each of the board's languages. */
export const cellLabels = {
  priority: ['Priority', 'Priorité', 'أولوية', 'អាទិភាព'],
  contribution: ['For the charter', 'Pour la charte', 'للميثاق', 'សម្រាប់\u200bធម្មនុញ្ញ'],
  response: ['Response', 'Réponse', 'الاستجابة', 'ការ\u200bឆ្លើយតប'],
} as const;

type Label = keyof typeof cellLabels;

/**
 * Some programs drop the styles by which our documents are read: then what a paragraph of a column is shows in its words, which
 * we have written ourselves. The paragraph with its style, or as it is.
 */
export function restyled(paragraph: DocxParagraph, kind: FormColumnKind): DocxParagraph {
  const words = wordsOf([paragraph.line]);
  const as = (style: string, isIt: boolean): DocxParagraph => (isIt ? { ...paragraph, style } : paragraph);
  if (Object.values(formStyles).some((style) => style === paragraph.style)) return paragraph;
  if (kind === 'number') return as(formStyles.priority, isLabel(words, 'priority'));
  if (kind === 'text') return as(formStyles.contribution, isLabel(words, 'contribution'));
  if (kind === 'references') return as(formStyles.target, isTarget(words));
  return paragraph;
}

/** Heads that are called in our documents as in the table itself. */
const sameHeads = ['number', 'indicator', 'resources', 'partners', 'timeframe'] as const;

/** True for the heads of our documents, in the page's language and each in its place. */
export function hasOwnHeads(heads: readonly string[], nameOf: ColumnNamer): boolean {
  return sameHeads.every((column) => heads[documentColumns.indexOf(column)] === nameOf(column));
}

/** The risks of a cell that has our label before each response and lines without words between them; null for any other. */
export function bareRisks(cell: readonly DocxParagraph[]): FormRisk[] | null {
  if (!cell.some(({ line }) => isResponse(wordsOf([line])))) return null;
  const risks: FormRisk[] = [];
  let isAnswer = false;
  for (const { line } of cell) {
    const words = wordsOf([line]);
    if (words === '' || risks.length === 0) {
      isAnswer = false;
      risks.push({ id: '', risk: [], response: [] });
    }
    const last = risks.at(-1)!;
    if (isResponse(words)) isAnswer = true;
    else (isAnswer ? last.response : last.risk).push(line);
  }
  return risks
    .map(({ id, risk, response }) => ({ id, risk: trimmed(risk), response: trimmed(response) }))
    .filter(({ risk, response }) => risk.length + response.length > 0);
}

function isLabel(words: string, label: Label): boolean {
  return cellLabels[label].some((one) => one === words);
}

function isResponse(words: string): boolean {
  return words.endsWith(':') && isLabel(words.slice(0, -1).trim(), 'response');
}

/** "16.3 Rule of law …": no paragraph of a treaty body begins so. */
function isTarget(words: string): boolean {
  const [code = '', title = ''] = words.split(/\s+/);
  return /^\d{1,2}\.[\da-z]{1,2}$/.test(code) && readSdgCode(code) !== null && title !== '';
}
