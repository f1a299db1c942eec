import type { Block } from '@board/shared/model/rich-text';
import { compareSdgCodes } from '@board/shared/upr/sdg';
import { timeframeText } from '../../strategy/clipboard/cell-words.ts';
import { deepestLevel, flattened, type Line } from '../../strategy/clipboard/lines.ts';
import { wordsIn } from '../../strategy/recommendation-search.ts';
import type { FormColumn } from '../form-columns.ts';
import { breakMark, bullets, endGuardFor, guardFor } from '../item-marks.ts';
import { cleanText } from './clean-text.ts';
import type { ContentRow } from './strategy-content.ts';
import type { Words } from './words.ts';

/** The strategy as sheets have it: one line for each action, with the risk beside it; what stands once in a row is on its first line. */

/** A piece of a cell's words in one form. */
export interface TextRun {
  text: string;
  bold: boolean;
  italic: boolean;
  /** It stands for a link: its address follows the words in brackets, or is the words. */
  isLink: boolean;
}

/** A cell: runs of words, never a formula. */
export type FormCell = readonly TextRun[];

/** One line of a sheet, by its columns. */
export type FormLine = Readonly<Record<FormColumn, FormCell>>;

/** What a column is called at its head. */
export function columnName(column: FormColumn, { t }: Words): string {
  switch (column) {
    case 'states':
    case 'position':
    case 'priority':
    case 'contribution':
    case 'cluster':
    case 'group':
    case 'rowId':
    case 'actionId':
    case 'riskId':
      return t(`takehome:column.${column}`);
    default:
      return t(`strategy:column.${column}`);
  }
}

/**
 * The lines of one row. The number stands on each of them, so that filters and sorting keep it with its actions. `toCell`
 * makes cells of words with forms.
 */
export function formLines(
  { row, group, recommendation, cluster }: ContentRow,
  words: Words,
  toCell: (blocks: readonly Block[]) => FormCell,
): FormLine[] {
  const { t, format, nameOfState, language } = words;
  const yes = t('takehome:doc.yes');
  const lines = Math.max(1, row.actions.length, row.risks.length);
  return Array.from({ length: lines }, (_, at) => {
    const action = row.actions[at];
    const risk = row.risks[at];
    const once = (text: string) => plainCellOf(at === 0 ? text : '');
    return {
      number: plainCellOf(recommendation?.number ?? ''),
      recommendation: once(recommendation ? wordsIn(recommendation.text, language).words : ''),
      states: once(recommendation ? format.list(recommendation.states.map(nameOfState)) : ''),
      position: once(recommendation ? t(`frame:position.${recommendation.position}`) : ''),
      mechanisms: at === 0 ? toCell(row.mechanisms) : [],
      sdg: once(row.sdgTargets.toSorted(compareSdgCodes).join(', ')),
      text: toCell(action?.text ?? []),
      indicator: toCell(action?.indicator ?? []),
      resources: toCell(action?.resources ?? []),
      partners: toCell(action?.partners ?? []),
      timeframe: plainCellOf(timeframeText(action?.timeframe)),
      risk: toCell(risk?.risk ?? []),
      response: toCell(risk?.response ?? []),
      priority: once(row.priority ? yes : ''),
      contribution: plainCellOf(action?.contribution ? yes : ''),
      cluster: once(cluster),
      group: plainCellOf(group.name),
      rowId: plainCellOf(row.id),
      actionId: plainCellOf(action?.id ?? ''),
      riskId: plainCellOf(risk?.id ?? ''),
    };
  });
}

/** The words of a cell without their forms. */
export function textOf(cell: FormCell): string {
  return cell.map(({ text }) => text).join('');
}

/** Words without forms, as a cell. */
export function plainCellOf(text: string): FormCell {
  return plainRun(cleanText(text));
}

const gap = '  ';

/** A cell's words as lines of text, for people: items have a sign or a number before them, deeper ones stand further in. */
export function cellOf(blocks: readonly Block[]): FormCell {
  const counts: number[] = [];
  return flattened(blocks).flatMap((line, at) => inOwnLine(at, markerOf(line, counts), runsOf(line)));
}

/** The same for a file that is taken in again: with signs that nobody sees where a line would be read as something else. */
export function guardedCellOf(blocks: readonly Block[]): FormCell {
  const counts: number[] = [];
  return flattened(blocks).flatMap((line, at) => {
    const runs = runsOf(line);
    const text = textOf(runs);
    const marker = markerOf(line, counts) || guardFor(text);
    return [...inOwnLine(at, marker, runs), ...plainRun(endGuardFor(`${marker}${text}`))];
  });
}

function inOwnLine(at: number, marker: string, runs: readonly TextRun[]): TextRun[] {
  return [...plainRun(`${at > 0 ? '\n' : ''}${marker}`), ...runs];
}

function plainRun(text: string): TextRun[] {
  return text === '' ? [] : [{ text, bold: false, italic: false, isLink: false }];
}

function markerOf({ list }: Line, counts: number[]): string {
  const level = Math.min(list?.level ?? 0, deepestLevel);
  counts.length = Math.min(counts.length, level);
  if (!list) return '';
  while (counts.length < level) counts.push(0);
  const inward = gap.repeat(level - 1);
  if (!list.ordered) {
    counts[level - 1] = 0;
    return `${inward}${bullets[level - 1]} `;
  }
  counts[level - 1] = (counts[level - 1] ?? 0) + 1;
  return `${inward}${counts[level - 1]}.${gap}`;
}

function runsOf({ spans }: Line): TextRun[] {
  return spans.map((span) => {
    if (span.kind === 'break') return { text: breakMark, bold: false, italic: false, isLink: false };
    const { bold, italic, href } = span;
    const text = cleanText(span.text);
    return { text: href === null || href === text ? text : `${text} (${href})`, bold, italic, isLink: href !== null };
  });
}
