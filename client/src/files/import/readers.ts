import { limits } from '@board/shared/protocol/limits';
import { fail, ok, type Result } from '@board/shared/result';
import type { Found, FoundProblem } from '@board/shared/upr/found';
import { readReport } from '@board/shared/upr/report';
import { similarState } from '@board/shared/upr/similar-state';
import type { ReadingChoices } from './choices.ts';
import { decode } from './decode.ts';
import type { Separator } from './encodings.ts';
import { containerOf } from './kinds.ts';
import { load } from './load.ts';
import { readRows, readSheets } from './read-sheets.ts';
import { readingLimits } from './reading-limits.ts';
import { chooseSeparator, readSeparated, steadySeparator } from './separated.ts';
import type { OnRows } from './table.ts';
import { Unreadable } from './unreadable.ts';
import type { WordDocument } from './word.ts';

/** Somebody's list: bytes of a file, or text that was pasted. */
export type ListInput = { bytes: Uint8Array } | { text: string };

/** How far a reading is: rows of a table or pages of a PDF. */
export interface ReadingProgress {
  of: 'rows' | 'pages';
  done: number;
  all: number;
}

/** What the reader of one kind of file is given beside its bytes. */
interface Reading {
  choices: ReadingChoices;
  tell: (progress: ReadingProgress) => void;
}

/**
 * Reads a list with the reader of its kind, which is loaded only now. Never throws; nothing leaves the device. Another
 * kind of file is another reader below, and nothing else.
 */
export async function readInput(
  input: ListInput,
  choices: ReadingChoices = {},
  tell: (progress: ReadingProgress) => void = () => {},
): Promise<Result<Found, FoundProblem>> {
  try {
    if ('text' in input ? input.text.trim() === '' : input.bytes.length === 0) return fail('empty');
    const reading = { choices, tell };
    const found = 'text' in input ? readText(input.text, reading) : await readFile(input.bytes, reading);
    return found === null || found.recommendations.length === 0
      ? fail('nothing-found')
      : ok(proposeCures(cutToLimit(found)));
  } catch (problem) {
    return fail(problem instanceof Unreadable ? problem.problem : 'unreadable');
  }
}

function readFile(bytes: Uint8Array, reading: Reading): Promise<Found | null> | Found | null {
  switch (containerOf(bytes)) {
    case 'zip':
      return readZipped(bytes, reading);
    case 'pdf':
      return readPdfList(bytes, reading);
    case 'xls':
    case 'sheet-text':
      return readOldWorkbook(bytes, reading);
    case 'text':
      return readTextFile(bytes, reading);
  }
}

function readTextFile(bytes: Uint8Array, reading: Reading): Found | null {
  const decoded = decode(bytes, reading.choices.encoding ?? null);
  if (!decoded.ok) throw new Unreadable(decoded.problem);
  const found = readText(decoded.value.text, reading);
  return found && { ...found, file: 'text', encoding: decoded.value.encoding };
}

/** A table where its headings are known, else a report, else a table by what stands in its columns; or what somebody says that it is. */
function readText(text: string, { choices, tell }: Reading): Found | null {
  if (choices.separator === 'none') return readLines(text, choices);
  const table = (separator: Separator | null): Found | null =>
    separator && readRows(readSeparated(text, separator), choices, { separator }, rowsTeller(tell));
  const known = table(choices.separator ?? chooseSeparator(text));
  if (known && (known.recommendations.length > 0 || choices.separator)) return known;
  const report = readLines(text, choices);
  return report.recommendations.length > 0 ? report : table(steadySeparator(text));
}

/** Each comes when a file of its kind is first read. */
const parts = {
  archive: () => import('./archive.ts'),
  workbook: () => import('./workbook/workbook.ts'),
  ods: () => import('./ods.ts'),
  word: () => import('./word.ts'),
  xls: () => import('./xls.ts'),
  pdf: () => import('./pdf.ts'),
};

/** What loads each of the readers, the one of PDF with its own worker. */
export const readerParts: readonly (() => Promise<unknown>)[] = [
  ...Object.values(parts),
  async () => (await parts.pdf()).loadPdfReader(),
];

async function readZipped(bytes: Uint8Array, reading: Reading): Promise<Found | null> {
  const { documentIn, openArchive } = await load(parts.archive);
  const archive = await openArchive(bytes);
  const { choices, tell } = reading;
  switch (documentIn(archive)) {
    case 'workbook': {
      const { readWorkbook } = await load(parts.workbook);
      return readSheets(await readWorkbook(archive), 'xlsx', choices, rowsTeller(tell));
    }
    case 'open': {
      const { readOds } = await load(parts.ods);
      return readSheets(await readOds(archive), 'ods', choices, rowsTeller(tell));
    }
    case 'word': {
      const { readWord } = await load(parts.word);
      return readWordList(await readWord(archive), reading);
    }
    case null:
      throw new Unreadable('other-file');
  }
}

/** The list in a Word document's tables, else the report that it is. */
function readWordList({ title, rows, text }: WordDocument, { choices, tell }: Reading): Found {
  const table = readRows(rows, choices, title === '' ? {} : { title }, rowsTeller(tell));
  return { ...(table?.recommendations.length ? table : readLines(text, choices)), file: 'docx' };
}

async function readOldWorkbook(bytes: Uint8Array, { choices, tell }: Reading): Promise<Found | null> {
  const { readXls } = await load(parts.xls);
  return readSheets(readXls(bytes), 'xls', choices, rowsTeller(tell));
}

/** A table is the list of its PDF when it has at least this share of the numbers that stand in it. */
const wholeList = 0.8;

/** The list that goes as a table through a PDF, else the report that it is. */
async function readPdfList(bytes: Uint8Array, { choices, tell }: Reading): Promise<Found> {
  const { readPdf } = await load(parts.pdf);
  const { text, rows } = await readPdf(bytes, (done, all) => tell({ of: 'pages', done, all }));
  const report = readLines(text, choices);
  const table = rows && readRows(rows, choices, {}, rowsTeller(tell));
  // A report may have a table as well.
  const least = Math.max(1, report.recommendations.length * wholeList);
  return { ...(table && table.recommendations.length >= least ? table : report), file: 'pdf' };
}

/** A report; one of more lines than a table may have rows is none. */
function readLines(text: string, { positions }: ReadingChoices): Found {
  let ends = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 10 || sign === 13) ends += 1;
  }
  // Two signs may end a line.
  if (ends > readingLimits.rows * 2) throw new Unreadable('too-many-rows');
  return readReport(text, positions);
}

function rowsTeller(tell: Reading['tell']): OnRows {
  return (done, all) => tell({ of: 'rows', done, all });
}

/** A catalogue has an end. What is above it is said, so that somebody can choose a State or a session, or part the file. */
function cutToLimit(found: Found): Found {
  const rest = found.recommendations.slice(limits.recommendations);
  if (rest.length === 0) return found;
  const words = String(limits.recommendations);
  const findings: Found['findings'] = [
    { kind: 'too-many', line: rest[0]!.line, count: rest.length, words },
    ...found.findings,
  ];
  return { ...found, recommendations: found.recommendations.slice(0, limits.recommendations), findings };
}

/** Names of States with a slip of the pen get the name that was probably meant, as a proposal. */
function proposeCures(found: Found): Found {
  for (const flag of found.recommendations.flatMap((one) => one.flags)) {
    const cure = flag.kind === 'state-unknown' ? similarState(flag.detail) : null;
    if (cure !== null) flag.cure = cure;
  }
  return found;
}
