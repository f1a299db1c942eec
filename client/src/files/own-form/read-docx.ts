import { readSdgCode } from '@board/shared/upr/sdg';
import type { Line } from '../../strategy/clipboard/lines.ts';
import type { ColumnNamer } from '../../strategy/clipboard/paste-headings.ts';
import { readTargets } from '../../strategy/clipboard/sdg-text.ts';
import { formStyles } from '../form-styles.ts';
import { documentColumns, headsIn, isSameHeads } from './columns.ts';
import { bareRisks, hasOwnHeads, restyled } from './docx-bare.ts';
import { type DocxRow, GroupTables, groupIn } from './docx-groups.ts';
import { type DocxParagraph, type DocxParts, readParagraph, readParts, settingOf } from './docx-paragraphs.ts';
import {
  type FormAction,
  type FormColumnKind,
  type FormRisk,
  type FormRow,
  type FormTable,
  newRow,
  trimmed,
  wordsOf,
} from './form.ts';
import { childOf, childrenOf, parseXml, type XmlNode } from './xml-tree.ts';

type Cell = DocxParagraph[];

/** Reads every table of a document that has the columns of a strategy. Throws for a part that is not well-formed. */
export function readDocx(parts: ReadonlyMap<string, string>, nameOf: ColumnNamer): FormTable[] {
  const known = readParts(parts);
  const body = childOf(parseXml(parts.get('word/document.xml') ?? ''), 'document', 'body');
  const tables: FormTable[] = [];
  const groups = new GroupTables();
  let title = '';
  let cluster: string | null = null;
  for (const node of blocksIn(body)) {
    if (node.name === 'p') {
      const { style, line, ids } = readParagraph(node, known);
      const words = wordsOf([line]);
      if (!/^(?:Heading|Title|heading)/.test(style) || words === '') continue;
      if (style.endsWith('2')) cluster = ids.has('cluster') ? words : '';
      else {
        title = words;
        cluster = null;
      }
      continue;
    }
    const read = readTable(node, known, nameOf);
    if (!read || groups.take(read)) continue;
    const rows = read.map(({ row }) => row);
    const sorted = cluster === null ? rows : rows.map((row) => ({ ...row, cluster: cluster ?? '' }));
    const last = tables.at(-1);
    // Clusters of one group are parts of one strategy.
    if (cluster !== null && last?.title === title) last.rows.push(...sorted);
    else tables.push({ title, rows: sorted });
  }
  return [...tables, ...groups.tables()];
}

/** Paragraphs and tables, those too that stand in a control. */
function blocksIn(node: XmlNode | undefined): XmlNode[] {
  return childrenOf(node).flatMap((child) => {
    if (child.name === 'p' || child.name === 'tbl') return [child];
    return child.name === 'sdt' || child.name === 'sdtContent' || child.name === 'ins' ? blocksIn(child) : [];
  });
}

function readTable(table: XmlNode, parts: DocxParts, nameOf: ColumnNamer): DocxRow[] | null {
  const lines = rowsIn(table).map((row) => cellsOf(row, parts));
  const [heads] = lines;
  if (!heads) return null;
  const isMarked = heads.every((cell) => cell.some(({ style }) => style === formStyles.head));
  const isOurs = heads.length === documentColumns.length && (isMarked || hasOwnHeads(heads.map(wordsIn), nameOf));
  const found = isOurs ? { columns: [...documentColumns], rest: 1 } : headsIn(lines.map(headWords), nameOf);
  if (!found) return null;
  const { columns } = found;
  const rows: DocxRow[] = [];
  const printed = headWords(lines[found.rest - 1]!);
  for (const cells of lines.slice(found.rest)) {
    if (isSameHeads(headWords(cells), printed)) continue;
    const at = (kind: FormColumnKind): Cell => (cells[columns.indexOf(kind)] ?? []).map((one) => restyled(one, kind));
    const begun = begin(at('number'), at('recommendation'), rows.length === 0);
    if (begun) rows.push({ row: begun, group: groupIn(at('recommendation')) });
    const last = rows.at(-1);
    if (last) readLine(last.row, at);
  }
  return rows;
}

function headWords(cells: readonly Cell[]): string[] {
  return cells.map(wordsIn);
}

function rowsIn(table: XmlNode): XmlNode[] {
  return childrenOf(table).flatMap((child) => {
    if (child.name === 'tr') return [child];
    return child.name === 'sdt' || child.name === 'sdtContent' ? rowsIn(child) : [];
  });
}

/** A cell that goes on from the one above is empty here; one that spans columns stands in the first of them. */
function cellsOf(row: XmlNode, parts: DocxParts): Cell[] {
  return childrenOf(row, 'tc').flatMap((cell) => {
    const properties = childOf(cell, 'tcPr');
    const merge = childOf(properties, 'vMerge');
    const isContinued = merge !== undefined && settingOf(merge) !== 'restart';
    const paragraphs = isContinued
      ? []
      : blocksIn(cell)
          .filter(({ name }) => name === 'p')
          .map((one) => readParagraph(one, parts));
    const span = Math.min(20, Number(settingOf(childOf(properties, 'gridSpan')) || 1));
    return [paragraphs, ...Array.from({ length: Math.max(0, span - 1) }, (): Cell => [])];
  });
}

/** A row begins where there is a number, a mark of ours, or words of a recommendation. */
function begin(number: Cell, recommendation: Cell, isFirst: boolean): FormRow | null {
  const id = idIn(number, 'row');
  const printed = wordsOf(linesWithout(number, formStyles.priority)).replace(/^[–—-]$/, '');
  // A dash is what our documents have in the place of a number: beside it stands only that there is none.
  const isWithout = id === '' && wordsIn(number) === '–';
  const words = isWithout ? '' : wordsOf(linesWithout(recommendation, ...Object.values(formStyles)));
  const isMarked = id !== '' || wordsIn(number) !== '';
  if (!isFirst && !isMarked && words === '') return null;
  const priority = number.some(({ style }) => style === formStyles.priority);
  return { ...newRow(), id, number: printed, words, priority };
}

function readLine(row: FormRow, at: (kind: FormColumnKind) => Cell): void {
  row.mechanisms.push(...linesOf(at('mechanisms')));
  row.sdg.push(...wordsIn(at('sdg')).split('\n').filter(Boolean));
  readReferences(row, at('references'));
  const action: FormAction = {
    id: idIn(at('text'), 'action'),
    text: linesWithout(at('text'), formStyles.contribution),
    indicator: linesOf(at('indicator')),
    resources: linesOf(at('resources')),
    partners: linesOf(at('partners')),
    timeframe: wordsIn(at('timeframe')),
    contribution: at('text').some(({ style }) => style === formStyles.contribution),
  };
  const isSaid =
    action.id !== '' ||
    action.timeframe !== '' ||
    [action.text, action.indicator, action.resources, action.partners].some((lines) => lines.length > 0);
  if (isSaid) row.actions.push(action);
  row.risks.push(...readRisks(at('risks')));
  const [risk, response] = [linesOf(at('risk')), linesOf(at('response'))];
  if (risk.length > 0 || response.length > 0) row.risks.push({ id: '', risk, response });
}

/** Lines that are codes of goals or targets are those; all others are other mechanisms. */
function readReferences(row: FormRow, cell: Cell): void {
  const others: DocxParagraph[] = [];
  for (const paragraph of cell) {
    const words = wordsOf([paragraph.line]);
    const code = readSdgCode(words.split(/\s/)[0] ?? '');
    const { codes, unknown } = readTargets(words);
    if (paragraph.style === formStyles.target && code !== null) row.sdg.push(code);
    else if (codes.length > 0 && unknown.length === 0) row.sdg.push(...codes);
    else others.push(paragraph);
  }
  row.mechanisms.push(...linesOf(others));
}

/** Our own documents say by styles what is a risk and what a response; in others a response says so itself. */
function readRisks(cell: Cell): FormRisk[] {
  const risks: FormRisk[] = [];
  const hasStyles = cell.some(({ style }) => style === formStyles.risk || style === formStyles.response);
  const bare = hasStyles ? null : bareRisks(cell);
  if (bare) return bare;
  for (const { style, line, ids } of cell) {
    if (style === formStyles.label || (wordsOf([line]) === '' && ids.size === 0 && !hasStyles)) continue;
    const answer = /^\s*(?:response|mitigation|réponse|→|->)\s*[:.–—-]?\s*/i;
    const isAnswer = hasStyles ? style === formStyles.response : answer.test(wordsOf([line]));
    const last = risks.at(-1);
    if (isAnswer && last) last.response.push(hasStyles ? line : withoutLead(line, answer));
    else if (last && hasStyles && !ids.has('risk')) last.risk.push(line);
    else risks.push({ id: ids.get('risk') ?? '', risk: [line], response: [] });
  }
  return risks
    .map(({ id, risk, response }) => ({ id, risk: trimmed(risk), response: trimmed(response) }))
    .filter(({ id, risk, response }) => id !== '' || risk.length > 0 || response.length > 0);
}

function withoutLead(line: Line, lead: RegExp): Line {
  const [first, ...rest] = line.spans;
  if (first?.kind !== 'text') return line;
  return { ...line, spans: [{ ...first, text: first.text.replace(lead, '') }, ...rest] };
}

function linesOf(cell: readonly DocxParagraph[]): Line[] {
  return trimmed(cell.map(({ line }) => line));
}

function linesWithout(cell: Cell, ...styles: readonly string[]): Line[] {
  return linesOf(cell.filter(({ style }) => !styles.includes(style)));
}

function wordsIn(cell: Cell): string {
  return wordsOf(cell.map(({ line }) => line));
}

function idIn(cell: Cell, kind: string): string {
  return cell.map(({ ids }) => ids.get(kind)).find((id) => id !== undefined) ?? '';
}
