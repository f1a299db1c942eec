import type { Finding, Flag, Found, FoundRecommendation, FoundState, TableField } from '@board/shared/upr/found';
import { type PositionOfState, readLeadInPosition, readPositionWord } from '@board/shared/upr/positions';
import { readStateList } from '@board/shared/upr/report-brackets';
import { cleanLine, splitLines } from '@board/shared/upr/report-lines';
import { sortLines } from '@board/shared/upr/report-matrix';
import { checkSequence } from '@board/shared/upr/report-sequence';
import { readText } from '@board/shared/upr/report-text';
import { isStateCode } from '@board/shared/upr/states';
import type { Row, Rows } from './csv-rows.ts';

/** Only the rows of one State under review, or of one session, when a table holds several. */
export type Only = { readonly reviewed?: string; readonly session?: string };

type Cells = (field: TableField) => string | null;

const numberAtStart = /^[\s\u200b\ufeff]*(\d{1,3}(?:\.\d{1,3}){1,2})\.?(?=\s|$|\p{L})/u;

/** Turns a table's rows into recommendations. Rows of the same number and words (one per recommending State) become one. */
export function readTable(rows: Rows, encoding: string, only: Only): Found {
  const findings: Finding[] = rows.above.map(({ line, cells }) => unexplained('before', line, cells));
  if (rows.open) findings.unshift(unexplained('quote-open', rows.open.line, rows.open.cells));
  const byKey = new Map<string, FoundRecommendation>();
  const choices = { reviewed: new Map<string, number>(), session: new Map<string, number>() };
  for (const row of rows.body) {
    const cells = cellsOf(rows, row);
    if (!isWanted(cells, choices, only)) continue;
    const one = readRow(row, cells);
    if (one === null) findings.push(unexplained('unexplained', row.line, row.cells));
    else add(byKey, one);
  }
  const recommendations = [...byKey.values()];
  findings.push(...checkSequence(recommendations));
  const columns = rows.headings.map((heading, index) => ({ heading, field: rows.fields[index] ?? null }));
  const table = {
    encoding,
    separator: rows.separator,
    columns,
    choices: { reviewed: list(choices.reviewed), session: list(choices.session) },
  };
  return { format: 'table', recommendations, findings, table };
}

function cellsOf(rows: Rows, row: Row): Cells {
  return (field) => {
    const at = rows.fields.indexOf(field);
    return at < 0 ? null : (row.cells[at] ?? '').trim();
  };
}

/** Counts what the table holds by State under review and session, and tells whether the row is asked for. */
function isWanted(cells: Cells, choices: Record<'reviewed' | 'session', Map<string, number>>, only: Only): boolean {
  let wanted = true;
  for (const field of ['reviewed', 'session'] as const) {
    const value = withoutDash(cells(field) ?? '');
    if (value !== '') choices[field].set(value, (choices[field].get(value) ?? 0) + 1);
    if (only[field] !== undefined && only[field] !== value) wanted = false;
  }
  return wanted;
}

function list(counts: ReadonlyMap<string, number>): { value: string; count: number }[] {
  return [...counts].map(([value, count]) => ({ value, count }));
}

function readRow(row: Row, cells: Cells): FoundRecommendation | null {
  const printed = cells('text') ?? '';
  const numberInText = numberAtStart.exec(printed);
  const { number, flag } = readNumber(cells('number') || numberInText?.[1] || '');
  const words =
    numberInText && (number === '' || numberInText[1] === number) ? printed.slice(numberInText[0].length) : printed;
  if (number === '' && words.trim() === '') return null;
  const sorted = sortLines(splitLines(words));
  const read = readText(sorted.text);
  const listed = betterStates(readStates(cells('state')), read.states);
  const states = listed.length > 0 ? listed : read.states;
  const word = withoutDash(cells('position') ?? '');
  const position = word === '' ? sorted.position : readPosition(word);
  const flags: Flag[] = [...(flag ? [flag] : []), ...textFlags(read.flags, listed)];
  if (
    listed.length === 0 &&
    cells('state') !== null &&
    states.length === 0 &&
    !flags.some((one) => one.kind === 'state-missing')
  )
    flags.push({ kind: 'state-missing', detail: cells('state') ?? '' });
  for (const state of listed) if (state.code === null) flags.push({ kind: 'state-unknown', detail: state.printed });
  if (word !== '' && position === null) flags.push({ kind: 'position-unknown', detail: word });
  return {
    number,
    text: read.text,
    states,
    position: position ?? 'pending',
    themes: [...new Set([...readList(cells('themes') ?? ''), ...sorted.themes])],
    source: withoutDash(cells('source') ?? '') || sorted.source,
    line: row.line,
    flags,
  };
}

/** A number is text. Only a comma between its parts, as some spreadsheets write it, is mended. */
function readNumber(printed: string): { number: string; flag: Flag | null } {
  const number = cleanLine(printed).replace(/\.$/, '').slice(0, 40);
  if (!/^\d{1,3},\d{1,3}$/.test(number)) return { number, flag: null };
  return { number: number.replace(',', '.'), flag: { kind: 'number-mended', detail: number } };
}

/** With a column of States the brackets in the text need not name any. */
function textFlags(flags: readonly Flag[], listed: readonly FoundState[]): Flag[] {
  if (listed.length === 0) return [...flags];
  return flags.filter(
    ({ kind }) => kind !== 'state-missing' && kind !== 'state-unknown' && kind !== 'state-not-at-end',
  );
}

/** A word, or the sentence of a report ("enjoys the support of …"). */
function readPosition(words: string): PositionOfState | null {
  return readPositionWord(words) ?? readLeadInPosition(words);
}

/** Exports lose States of recommendations in several parts, and take "(No. 189)" for one: then the brackets in the text know better. */
function betterStates(listed: FoundState[], inText: readonly FoundState[]): FoundState[] {
  const codes = inText.map((state) => state.code);
  const isBetter =
    codes.length > 0 && !codes.includes(null) && listed.every(({ code }) => code === null || codes.includes(code));
  return listed.length > 0 && isBetter ? [...inText] : listed;
}

function readStates(cell: string | null): FoundState[] {
  return splitLines(cell ?? '').flatMap(({ text }) => {
    const plain = withoutDash(text);
    if (/^\(?(?:unknown|n\/?a|-)?\)?$/i.test(plain)) return [];
    const codes = plain.split(/[\s,;|/]+/);
    if (codes.every(isStateCode)) return codes.map((code) => ({ printed: code, code }));
    return readStateList(plain) ?? [{ printed: plain, code: null }];
  });
}

/** Themes come one per line with a dash, or parted by signs without a blank: "Rights of the Child,Women's rights". */
function readList(cell: string): string[] {
  return splitLines(cell)
    .flatMap(({ text }) => (/^[-–•] /.test(text) ? [withoutDash(text)] : text.split(/[;|]|,(?! )/)))
    .map((theme) => theme.trim())
    .filter((theme) => theme !== '');
}

function withoutDash(text: string): string {
  return cleanLine(text).replace(/^[-–•] ?/, '');
}

/** Without a number the same words from another State may be another recommendation: such rows stay apart. */
function add(byKey: Map<string, FoundRecommendation>, one: FoundRecommendation): void {
  const key = one.number === '' ? `row ${byKey.size}` : `${one.number}\n${one.text}`;
  const known = byKey.get(key);
  if (!known) {
    byKey.set(key, one);
    return;
  }
  const seen = new Set(known.states.map((state) => state.code ?? state.printed));
  known.states.push(...one.states.filter((state) => !seen.has(state.code ?? state.printed)));
  known.themes = [...new Set([...known.themes, ...one.themes])];
}

function unexplained(kind: 'before' | 'unexplained' | 'quote-open', line: number, cells: readonly string[]): Finding {
  return {
    kind,
    line,
    count: 1,
    words: cells
      .map((cell) => cell.trim())
      .filter(Boolean)
      .join(' · ')
      .slice(0, 300),
  };
}
