import type { FileKind, Finding, Found, FoundTable } from '@board/shared/upr/found';
import type { ReadingChoices } from './choices.ts';
import type { Merge, Row, Sheet } from './grid.ts';
import { type OnRows, readTable } from './table.ts';
import { originOf } from './table-headings.ts';
import { type Layout, layOut } from './table-layout.ts';
import { speaksOfPosition } from './table-titles.ts';

/** What is known of a table before its rows are read. */
type TableFacts = Partial<Omit<FoundTable, 'columns' | 'choices'>>;

/** Reads rows of cells with the choices made, or null when they are no list. */
export function readRows(
  rows: readonly Row[],
  choices: ReadingChoices,
  facts: TableFacts,
  onRows?: OnRows,
): Found | null {
  const layout = findLayout(rows, choices);
  return layout && readLaidOut(layout, choices, facts, onRows);
}

/** Reads the sheet of a workbook that was chosen, or the one that looks most like a list: visible before hidden, known headings before guessed ones. */
export function readSheets(
  sheets: readonly Sheet[],
  kind: FileKind,
  choices: ReadingChoices,
  onRows?: OnRows,
): Found | null {
  const best = chooseSheet(sheets, choices);
  if (best === null) return null;
  const { sheet, layout, others } = best;
  const list = sheets.map((one) => ({
    name: one.name,
    rows: one.rows.length,
    hidden: one.hidden,
    read: one === sheet,
  }));
  const isByName = sheets.length > 1 && !layout.fields.includes('position') && speaksOfPosition(sheet.name);
  const found = readLaidOut(layout, choices, { sheets: list }, onRows, isByName ? sheet.name : '');
  const findings = [...otherSheets(others), ...mergeFindings(sheet.merges, layout), ...found.findings];
  return { ...found, file: kind, findings };
}

/** Visible sheets that are lists as well: only one is read at a time. */
function otherSheets(others: readonly Sheet[]): Finding[] {
  const names = others.map(({ name, rows }) => `${name} (${rows.length})`);
  return names.length === 0 ? [] : [{ kind: 'other-sheets', line: 1, count: names.length, words: names.join(' · ') }];
}

interface ChosenSheet {
  sheet: Sheet;
  layout: Layout;
  others: Sheet[];
}

function chooseSheet(sheets: readonly Sheet[], choices: ReadingChoices): ChosenSheet | null {
  const asked = sheets.filter((sheet) => sheet.name === choices.sheet);
  const wanted = asked.length > 0 ? asked : sheets;
  const laidOut = wanted.flatMap((sheet) => {
    const layout = findLayout(sheet.rows, choices);
    return layout ? [{ sheet, layout, weight: weigh(sheet, layout) }] : [];
  });
  const [best] = laidOut.sort((a, b) => b.weight - a.weight || b.sheet.rows.length - a.sheet.rows.length);
  if (!best) return null;
  // Columns that somebody has chosen are those of the sheet that is read.
  const { columns: _, ...plain } = choices;
  const others = sheets.filter((sheet) => {
    const layout = sheet === best.sheet || sheet.hidden ? null : findLayout(sheet.rows, plain);
    return layout !== null && (best.layout.isGuessed || !layout.isGuessed);
  });
  return { ...best, others };
}

function weigh(sheet: Sheet, layout: Layout): number {
  const known = layout.fields.filter((field) => field !== null).length;
  return known + (sheet.hidden ? 0 : 100) + (layout.isGuessed ? 0 : 50);
}

function findLayout(rows: readonly Row[], choices: ReadingChoices): Layout | null {
  // Who has chosen the separator means a table, even where one heading is known.
  return layOut(rows, choices.columns ?? null, choices.separator ? 1 : 2);
}

function readLaidOut(
  layout: Layout,
  choices: ReadingChoices,
  facts: TableFacts,
  onRows?: OnRows,
  sheetPosition = '',
): Found {
  const { only = {}, positions = {}, withoutHidden = false } = choices;
  const found = readTable(layout, { only, positions, withoutHidden, sheetPosition }, onRows);
  const origin = originOf(layout.headings);
  return { ...found, table: found.table && { ...found.table, ...(origin && { origin }), ...facts } };
}

/** Merges that put words on more than one row of the list are told as one. */
function mergeFindings(merges: readonly Merge[], layout: Layout): Finding[] {
  const first = layout.body[0]?.line ?? 0;
  const spread = merges.filter((one) => one.bottom > one.top && one.bottom + 1 >= first && one.words.trim() !== '');
  if (spread.length === 0) return [];
  const words = spread.slice(0, 6).map((one) => one.words.slice(0, 60));
  return [{ kind: 'merged', line: spread[0]!.top + 1, count: spread.length, words: words.join(' · ') }];
}
