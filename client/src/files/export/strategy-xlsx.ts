import type { GroupPart, WorkshopFile } from '@board/shared/workshop-file/parts';
import { type FormColumn, formColumns } from '../form-columns.ts';
import { columnName, formLines, guardedCellOf, plainCellOf } from './form-lines.ts';
import { contentOfGroup, type StrategyContent } from './strategy-content.ts';
import { strategyFacts } from './strategy-facts.ts';
import type { Words } from './words.ts';
import { type SheetTable, workbookBytes } from './workbook.ts';

/** In characters. */
const widths: Readonly<Record<FormColumn, number>> = {
  number: 10,
  recommendation: 46,
  states: 22,
  position: 12,
  mechanisms: 26,
  sdg: 14,
  text: 50,
  indicator: 34,
  resources: 26,
  partners: 26,
  timeframe: 20,
  risk: 34,
  response: 34,
  priority: 10,
  contribution: 12,
  cluster: 18,
  group: 22,
  rowId: 15,
  actionId: 15,
  riskId: 15,
};

/** One group's strategy on one sheet. */
export function groupXlsx(file: WorkshopFile, group: GroupPart, words: Words): Promise<Uint8Array<ArrayBuffer>> {
  return workbookBytes([groupSheet(file, group, words)], words);
}

/** All groups' strategies: an overview, all actions in the order that was asked for, and a sheet for each group. */
export function consolidatedXlsx(
  file: WorkshopFile,
  content: StrategyContent,
  words: Words,
): Promise<Uint8Array<ArrayBuffer>> {
  const all = linesTable(file, words.t('takehome:doc.allActions'), content, words);
  const groups = file.groups.filter(({ strategy }) => strategy !== null);
  return workbookBytes(
    [overview(file, content, words), all, ...groups.map((group) => groupSheet(file, group, words))],
    words,
  );
}

function groupSheet(file: WorkshopFile, group: GroupPart, words: Words): SheetTable {
  return linesTable(file, group.name, contentOfGroup(file, group, words), words);
}

function linesTable(file: WorkshopFile, title: string, content: StrategyContent, words: Words): SheetTable {
  const rows = content.sections.flatMap((section) => section.rows);
  return {
    title,
    facts: strategyFacts(file, words, { ...content, missing: [] }).facts.filter((fact) => fact !== ''),
    columns: formColumns.map((column) => ({ name: columnName(column, words), width: widths[column] })),
    lines: rows
      .flatMap((row) => formLines(row, words, guardedCellOf))
      .map((line) => formColumns.map((column) => line[column])),
  };
}

function overview(file: WorkshopFile, content: StrategyContent, words: Words): SheetTable {
  const { t, format } = words;
  const { above, facts } = strategyFacts(file, words, content);
  const counts = ['rows', 'actions', 'risks', 'priorities', 'contributions'] as const;
  return {
    title: t('takehome:doc.overview'),
    facts: [above, ...facts].filter((fact) => fact !== ''),
    columns: [
      { name: t('takehome:column.group'), width: 46 },
      ...counts.map((count) => ({ name: t(`takehome:column.${count}`), width: 14 })),
    ],
    lines: file.groups.map((group) => {
      const rows = group.strategy?.rows ?? [];
      const actions = rows.flatMap((row) => row.actions).filter(({ text }) => text.length > 0);
      const of = {
        rows: rows.length,
        actions: actions.length,
        risks: rows.flatMap((row) => row.risks).filter(({ risk }) => risk.length > 0).length,
        priorities: rows.filter(({ priority }) => priority).length,
        contributions: actions.filter(({ contribution }) => contribution).length,
      };
      const counted = counts.map((count) => plainCellOf(group.strategy ? format.number(of[count]) : '–'));
      return [plainCellOf(group.name), ...counted];
    }),
  };
}
