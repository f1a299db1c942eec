import { isId } from '@board/shared/ids';
import { numberKey } from '@board/shared/upr/number-key';
import type { Cell, Sheet } from 'hucre';
import { readXlsx as readWorkbook } from 'hucre/xlsx';
import type { ColumnNamer } from '../../strategy/clipboard/paste-headings.ts';
import { formColumns } from '../form-columns.ts';
import { showDate, showNumber } from '../import/workbook/number-formats.ts';
import { linesOfRuns, type SheetRun } from './cell-lines.ts';
import { headsIn, isSameHeads } from './columns.ts';
import { type FormRow, type FormTable, isEmptyAction, newRow, wordsOf } from './form.ts';
import { meantNumbers } from './sheet-numbers.ts';
import { numberAhead } from './tidy-rows.ts';

/** Lines of a sheet that are looked at: a strategy of 600 full rows, and what stands above. */
const mostLines = 5_000;
/** Where the heads of the columns are looked for. */
const mostAbove = 30;
const mostColumns = 60;
/** Lines that tell which column has the numbers. */
const mostTelling = 200;

type SheetColumn = (typeof formColumns)[number];

/** Reads every sheet of a workbook that has the columns of a strategy. Rejects for a file that is no workbook. */
export async function readXlsx(bytes: Uint8Array, nameOf: ColumnNamer): Promise<FormTable[]> {
  const { sheets } = await readWorkbook(bytes, { readStyles: true, maxRows: mostLines });
  const inFull = longCells(sheets);
  return withoutRepeats(sheets.flatMap((sheet) => readSheet(sheet, inFull, nameOf)));
}

/**
 * All groups on one sheet, and each on its own, are the same strategies: a table goes whose rows all stand in others of its
 * name, so that two groups of one name stay two. Without ids the first one of a name is the strategy.
 */
function withoutRepeats(tables: readonly FormTable[]): FormTable[] {
  let kept = [...tables];
  for (const table of tables) {
    const others = kept.filter((one) => one !== table && one.title === table.title);
    const ids = new Set(others.flatMap(({ rows }) => rows.map(({ id }) => id)).filter((id) => id !== ''));
    const isBare = table.rows.every(({ id }) => id === '');
    const isRepeat = isBare
      ? others.some((one) => tables.indexOf(one) < tables.indexOf(table))
      : table.rows.every(({ id }) => ids.has(id));
    if (isRepeat) kept = kept.filter((one) => one !== table);
  }
  return kept;
}

function readSheet(sheet: Sheet, inFull: ReadonlyMap<string, SheetRun[]>, nameOf: ColumnNamer): FormTable[] {
  const found = headsOf(sheet, nameOf);
  if (!found) return [];
  const byGroup = new Map<string, SheetLine[]>();
  const printed = shownLine(sheet, found.rest - 1);
  const numbers = numbersIn(sheet, found);
  for (let at = found.rest; at < sheet.rows.length; at++) {
    if (isSameHeads(shownLine(sheet, at), printed)) continue;
    const own = lineAt(sheet, at, found.columns, inFull);
    const meant = numbers.get(at);
    const line: SheetLine = (column) =>
      column === 'number' && meant !== undefined ? linesOfRuns([run(meant, undefined)]) : own(column);
    const group = wordsOf(line('group')) || sheet.name;
    byGroup.set(group, [...(byGroup.get(group) ?? []), line]);
  }
  return [...byGroup].map(([title, lines]) => ({ title, rows: rowsOf(lines) }));
}

/** What a line holds in a column. */
type SheetLine = (column: SheetColumn) => ReturnType<typeof linesOfRuns>;

interface SheetHeads {
  rest: number;
  columns: (SheetColumn | null)[];
}

function headsOf(sheet: Sheet, nameOf: ColumnNamer): SheetHeads | null {
  const lines = sheet.rows
    .slice(0, mostAbove)
    .map((cells) => cells.slice(0, mostColumns).map((cell) => (typeof cell === 'string' ? cell.trim() : '')));
  const own = lines.findIndex(
    (heads, line) => heads.length === formColumns.length && heads.every((head) => head !== '') && hasIds(sheet, line),
  );
  if (own >= 0) return { rest: own + 1, columns: [...formColumns] };
  const all = Array.from({ length: Math.min(sheet.rows.length, mostTelling) }, (_, at) => shownLine(sheet, at));
  const named = headsIn(lines, nameOf, all);
  return named && { rest: named.rest, columns: named.columns.map(sheetColumn) };
}

/** What the cells of a line show. */
function shownLine(sheet: Sheet, at: number): string[] {
  const cells = (sheet.rows[at] ?? []).slice(0, mostColumns);
  return cells.map((value, place) =>
    value === null || value === undefined ? '' : shown(value, sheet.cells?.get(`${at},${place}`)?.style?.numFmt).trim(),
  );
}

/** Numbers that are meant otherwise than they are shown, by their lines: a row with its id is known without. */
function numbersIn(sheet: Sheet, { rest, columns }: SheetHeads): ReadonlyMap<number, string> {
  const [place, id] = [columns.indexOf('number'), columns.indexOf('rowId')];
  const lines = sheet.rows.slice(rest).flatMap((cells, index) => {
    const line = rest + index;
    const printed = place < 0 || isId(cells[id]) ? '' : (shownLine(sheet, line)[place] ?? '');
    return printed === '' ? [] : [{ line, printed, isNumeric: typeof cells[place] === 'number' }];
  });
  return meantNumbers(lines);
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
  if (value === null || value === undefined) return [];
  return [run(shown(value, cell?.style?.numFmt), cell?.style?.font)];
}

/** What a cell shows: 110.1 may be 110.10, 0.25 may be 25%, and a number may be a month. */
function shown(value: NonNullable<Sheet['rows'][number][number]>, format = 'General'): string {
  if (value instanceof Date) return showDate(value, format);
  return typeof value === 'number' ? showNumber(value, format) : String(value);
}

function run(text: string, font: NonNullable<Cell['style']>['font']): SheetRun {
  const underlined = font?.underline !== undefined && font.underline !== false;
  return { text, bold: font?.bold === true, italic: font?.italic === true, underlined };
}

/**
 * Lines with the same id, or the same number, are one row, wherever sorting has put them; one that has neither stands
 * below the line above. A line that has a row's id and another number was copied from it to write of something else.
 */
function rowsOf(lines: readonly SheetLine[]): FormRow[] {
  const rows: FormRow[] = [];
  const known = new Map<string, FormRow>();
  const copied = new Set<FormRow>();
  for (const line of lines) {
    const id = wordsOf(line('rowId'));
    const words = wordsOf(line('recommendation'));
    const number = wordsOf(line('number')) || numberAhead(words);
    const owner = isId(id) ? known.get(id) : undefined;
    const isCopied = owner !== undefined && isOther(owner.number, number);
    const key = isId(id) && !isCopied ? id : numberKey(number) || number;
    // Words of another recommendation are another row, though they have no number.
    const isNext = words !== '' && words !== rows.at(-1)?.words;
    const above = key === '' && !isNext ? rows.at(-1) : undefined;
    if (above) {
      const below = newRow();
      readLine(below, line);
      if (isSaid(below)) above.below = [...(above.below ?? []), below];
      continue;
    }
    let row = known.get(key);
    if (!row) {
      row = { ...newRow(), id: isId(id) && !isCopied ? id : '', number };
      rows.push(row);
      if (key !== '') known.set(key, row);
      if (isCopied) copied.add(row);
    }
    readLine(row, line);
  }
  return joinedByNumber(rows, copied).filter(isSaid);
}

function isSaid({ id, number, words, mechanisms, sdg, actions, risks }: FormRow): boolean {
  return (
    Boolean(id || number || words) || [mechanisms, sdg.filter(Boolean), actions, risks].some((part) => part.length > 0)
  );
}

function isOther(number: string, printed: string): boolean {
  return number !== '' && printed !== '' && numberKey(number) !== numberKey(printed);
}

/** What was copied to write of a number that has a row of its own belongs there. */
function joinedByNumber(rows: readonly FormRow[], copied: ReadonlySet<FormRow>): FormRow[] {
  return rows.filter((row) => {
    const own = copied.has(row) && rows.find((one) => one !== row && !isOther(one.number, row.number) && one.id !== '');
    if (!own || own.number === '') return true;
    own.actions.push(...row.actions);
    own.risks.push(...row.risks);
    if (row.below) own.below = [...(own.below ?? []), ...row.below];
    return false;
  });
}

function readLine(row: FormRow, line: SheetLine): void {
  row.words ||= wordsOf(line('recommendation'));
  row.priority ||= wordsOf(line('priority')) !== '';
  row.cluster ||= wordsOf(line('cluster'));
  // By goal a row stands at each of its goals, with all that it says.
  const isNew = (one: object, had: readonly object[]) =>
    row.id === '' || !had.some((before) => JSON.stringify(before) === JSON.stringify(one));
  row.mechanisms.push(...line('mechanisms').filter((one) => isNew(one, row.mechanisms)));
  const codes = wordsOf(line('sdg'))
    .split(/[,;\n]+/)
    .map((code) => code.trim());
  row.sdg.push(...codes.filter((code) => code !== '' && !(row.id !== '' && row.sdg.includes(code))));
  const action = {
    id: wordsOf(line('actionId')),
    text: line('text'),
    indicator: line('indicator'),
    resources: line('resources'),
    partners: line('partners'),
    timeframe: wordsOf(line('timeframe')),
    contribution: wordsOf(line('contribution')) !== '',
  };
  const isAction = action.id === '' ? !isEmptyAction(action) : isNew(action, row.actions);
  if (isAction) row.actions.push(action);
  const risk = { id: wordsOf(line('riskId')), risk: line('risk'), response: line('response') };
  const isRisk = risk.id === '' ? risk.risk.length + risk.response.length > 0 : isNew(risk, row.risks);
  if (isRisk) row.risks.push(risk);
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
