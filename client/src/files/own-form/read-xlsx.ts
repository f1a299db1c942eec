import { isId } from '@board/shared/ids';
import type { Cell, Sheet } from 'hucre';
import { readXlsx as readWorkbook } from 'hucre/xlsx';
import type { ColumnNamer } from '../../strategy/clipboard/paste-plan.ts';
import { formColumns } from '../form-columns.ts';
import { linesOfRuns, type SheetRun } from './cell-lines.ts';
import { columnsNamed } from './columns.ts';
import { type FormRow, type FormTable, isEmptyAction, newRow, wordsOf } from './form.ts';

/** Lines of a sheet that are looked at: a strategy of 600 full rows, and what stands above. */
const mostLines = 5_000;
/** Where the heads of the columns are looked for. */
const mostAbove = 30;
const mostColumns = 60;

type SheetColumn = (typeof formColumns)[number];

/** Reads every sheet of a workbook that has the columns of a strategy. Rejects for a file that is no workbook. */
export async function readXlsx(bytes: Uint8Array, nameOf: ColumnNamer): Promise<FormTable[]> {
  const { sheets } = await readWorkbook(bytes, { readStyles: true, maxRows: mostLines });
  const inFull = longCells(sheets);
  const tables = sheets.flatMap((sheet) => readSheet(sheet, inFull, nameOf));
  // All groups on one sheet, and each on its own, are the same strategies.
  return tables.filter(({ title }, at) => tables.findIndex((one) => one.title === title) === at);
}

function readSheet(sheet: Sheet, inFull: ReadonlyMap<string, SheetRun[]>, nameOf: ColumnNamer): FormTable[] {
  const found = headsIn(sheet, nameOf);
  if (!found) return [];
  const byGroup = new Map<string, SheetLine[]>();
  for (let at = found.line + 1; at < sheet.rows.length; at++) {
    const line = lineAt(sheet, at, found.columns, inFull);
    const group = wordsOf(line('group')) || sheet.name;
    byGroup.set(group, [...(byGroup.get(group) ?? []), line]);
  }
  return [...byGroup].map(([title, lines]) => ({ title, rows: rowsOf(lines) }));
}

/** What a line holds in a column. */
type SheetLine = (column: SheetColumn) => ReturnType<typeof linesOfRuns>;

function headsIn(sheet: Sheet, nameOf: ColumnNamer): { line: number; columns: (SheetColumn | null)[] } | null {
  for (const [line, cells] of sheet.rows.slice(0, mostAbove).entries()) {
    const heads = cells.slice(0, mostColumns).map((cell) => (typeof cell === 'string' ? cell.trim() : ''));
    const isOurs = heads.length === formColumns.length && heads.every((head) => head !== '') && hasIds(sheet, line);
    if (isOurs) return { line, columns: [...formColumns] };
    const named = columnsNamed(heads, nameOf);
    if (named) return { line, columns: named.map(sheetColumn) };
  }
  return null;
}

function hasIds(sheet: Sheet, line: number): boolean {
  return isId(sheet.rows[line + 1]?.[formColumns.indexOf('rowId')]);
}

function sheetColumn(column: string | null): SheetColumn | null {
  if (column === 'references') return 'mechanisms';
  if (column === 'risks') return 'risk';
  return formColumns.find((one) => one === column) ?? null;
}

function lineAt(
  sheet: Sheet,
  at: number,
  columns: readonly (SheetColumn | null)[],
  inFull: ReadonlyMap<string, SheetRun[]>,
): SheetLine {
  return (column) => {
    const place = columns.indexOf(column);
    if (place < 0) return [];
    const whole = inFull.get(`${sheet.name}!${place} ${at}`);
    return linesOfRuns(whole ?? runsOf(sheet, at, place));
  };
}

function runsOf(sheet: Sheet, at: number, place: number): SheetRun[] {
  const cell = sheet.cells?.get(`${at},${place}`);
  const value = sheet.rows[at]?.[place];
  if (cell?.richText) return cell.richText.map(({ text, font }) => run(text, font));
  if (value === null || value === undefined || value instanceof Date) return [];
  return [run(String(value), cell?.style?.font)];
}

function run(text: string, font: NonNullable<Cell['style']>['font']): SheetRun {
  const underlined = font?.underline !== undefined && font.underline !== false;
  return { text, bold: font?.bold === true, italic: font?.italic === true, underlined };
}

/** Lines with the same id, or the same number, are one row, wherever sorting has put them; one that has neither goes on with the line above. */
function rowsOf(lines: readonly SheetLine[]): FormRow[] {
  const rows: FormRow[] = [];
  const known = new Map<string, FormRow>();
  for (const line of lines) {
    const id = wordsOf(line('rowId'));
    const number = wordsOf(line('number'));
    const key = isId(id) ? id : number;
    let row = key === '' ? rows.at(-1) : known.get(key);
    if (!row) {
      row = { ...newRow(), id: isId(id) ? id : '', number };
      rows.push(row);
      if (key !== '') known.set(key, row);
    }
    readLine(row, line);
  }
  return rows.filter(({ id, number, words, actions, risks }) =>
    Boolean(id || number || words || actions.length > 0 || risks.length > 0),
  );
}

function readLine(row: FormRow, line: SheetLine): void {
  row.words ||= wordsOf(line('recommendation'));
  row.priority ||= wordsOf(line('priority')) !== '';
  row.cluster ||= wordsOf(line('cluster'));
  row.mechanisms.push(...line('mechanisms'));
  row.sdg.push(
    ...wordsOf(line('sdg'))
      .split(/[,;\n]+/)
      .map((code) => code.trim())
      .filter(Boolean),
  );
  const action = {
    id: wordsOf(line('actionId')),
    text: line('text'),
    indicator: line('indicator'),
    resources: line('resources'),
    partners: line('partners'),
    timeframe: wordsOf(line('timeframe')),
    contribution: wordsOf(line('contribution')) !== '',
  };
  if (action.id !== '' || !isEmptyAction(action)) row.actions.push(action);
  const risk = { id: wordsOf(line('riskId')), risk: line('risk'), response: line('response') };
  if (risk.id !== '' || risk.risk.length > 0 || risk.response.length > 0) row.risks.push(risk);
}

/** Cells that were too long for a sheet, by sheet and place, put together from the sheet that has them in full. */
function longCells(sheets: readonly Sheet[]): Map<string, SheetRun[]> {
  const whole = new Map<string, SheetRun[]>();
  for (const sheet of sheets) {
    for (const [at, [key, part]] of sheet.rows.entries()) {
      const [, name, letters, line] = /^(.+)!([A-Z]{1,3})(\d+)$/.exec(String(key ?? '')) ?? [];
      if (!name || !letters || !line || !/^\d+$/.test(String(part ?? ''))) continue;
      const place = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const cell = `${name}!${place} ${Number(line) - 1}`;
      whole.set(cell, [...(whole.get(cell) ?? []), ...runsOf(sheet, at, 2)]);
    }
  }
  return whole;
}
