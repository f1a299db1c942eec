import { fail, ok } from '@board/shared/result';
import type { Encoding } from '../import/encodings.ts';
import type { Sheet } from '../import/grid.ts';
import { containerOf } from '../import/kinds.ts';
import { load } from '../import/load.ts';
import { Unreadable } from '../import/unreadable.ts';
import type { PositionsFound } from './positions-found.ts';
import type { ReplyAnswer, ReplyQuestion } from './read-reply.ts';

/** Each comes when it is first needed. */
const parts = {
  positions: () => import('./read-positions.ts'),
  tables: () => import('./table-reply.ts'),
  columns: () => import('./reply-columns.ts'),
  separated: () => import('../import/separated.ts'),
  pdf: () => import('../import/pdf.ts'),
  archive: () => import('../import/archive.ts'),
  word: () => import('../import/word.ts'),
  workbook: () => import('../import/workbook/workbook.ts'),
  ods: () => import('../import/ods.ts'),
  xls: () => import('../import/xls.ts'),
  decode: () => import('../import/decode.ts'),
};

/** What loads all that reads replies, that of PDF with its own worker. */
export const replyParts: readonly (() => Promise<unknown>)[] = [
  ...Object.values(parts),
  async () => (await parts.pdf()).loadPdfReader(),
];

/** Reads pasted words or a file as a State's reply: by its words, or by the columns of a table without texts. Never throws. */
export async function replyIn({ given, encoding, isInsisted = false }: ReplyQuestion): Promise<ReplyAnswer> {
  try {
    const words = typeof given === 'string' ? given : await wordsOf(given, encoding);
    return typeof words === 'string' ? await inText(words, isInsisted) : await inSheets(words, isInsisted);
  } catch (problem) {
    return fail(problem instanceof Unreadable ? problem.problem : 'unreadable');
  }
}

/** From here on a table of text is taken for a reply's. */
const sureEnough = 0.5;

async function inText(text: string, isInsisted: boolean): Promise<ReplyAnswer> {
  const { longestReply, readPositions } = await load(parts.positions);
  if (text.length > longestReply) return fail('too-large');
  const table = await tableIn(text);
  if (table === 'list' && !isInsisted) return fail('nothing-found');
  if (table && table !== 'list' && table.confidence >= sureEnough) return ok(table);
  const found = readPositions(text, isInsisted);
  return found ? ok(found) : fail('nothing-found');
}

/** A reply in separated cells, or that they are headed as a list; null for words, and for what no table can be made of. */
async function tableIn(text: string): Promise<PositionsFound | 'list' | null> {
  const { chooseSeparator, readSeparated, steadySeparator } = await load(parts.separated);
  const { readReplyTables } = await load(parts.tables);
  const { isHeadedList } = await load(parts.columns);
  try {
    const separator = chooseSeparator(text) ?? steadySeparator(text);
    if (!separator) return null;
    const rows = readSeparated(text, separator);
    return isHeadedList(rows) ? 'list' : readReplyTables([rows], false);
  } catch (problem) {
    if (problem instanceof Unreadable) return null;
    throw problem;
  }
}

async function inSheets(sheets: readonly Sheet[], isInsisted: boolean): Promise<ReplyAnswer> {
  const { readReplyTables } = await load(parts.tables);
  const shown = sheets.filter(({ hidden }) => !hidden).map(({ rows }) => rows);
  const found = readReplyTables(shown, isInsisted);
  return found ? ok(found) : fail('nothing-found');
}

/** The words of a text file, a PDF or a Word document, or the sheets of a workbook. Throws `Unreadable` for all others. */
async function wordsOf(bytes: Uint8Array, encoding?: Encoding): Promise<string | Sheet[]> {
  switch (containerOf(bytes)) {
    case 'pdf': {
      const { readPdf } = await load(parts.pdf);
      return (await readPdf(bytes, () => {})).text;
    }
    case 'zip':
      return inArchive(bytes);
    case 'xls':
    case 'sheet-text': {
      const { readXls } = await load(parts.xls);
      return readXls(bytes);
    }
    case 'text': {
      const { decode } = await load(parts.decode);
      const decoded = decode(bytes, encoding);
      if (!decoded.ok) throw new Unreadable(decoded.problem);
      return decoded.value.text;
    }
  }
}

async function inArchive(bytes: Uint8Array): Promise<string | Sheet[]> {
  const { documentIn, openArchive } = await load(parts.archive);
  const archive = await openArchive(bytes);
  switch (documentIn(archive)) {
    case 'word': {
      const { readWord } = await load(parts.word);
      return (await readWord(archive)).laidOut;
    }
    case 'workbook': {
      const { readWorkbook } = await load(parts.workbook);
      return readWorkbook(archive);
    }
    case 'open': {
      const { readOds } = await load(parts.ods);
      return readOds(archive);
    }
    case null:
      throw new Unreadable('other-file');
  }
}
