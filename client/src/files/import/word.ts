import type { Archive } from './archive.ts';
import type { Row } from './grid.ts';
import { readingLimits } from './reading-limits.ts';
import { Unreadable } from './unreadable.ts';
import { readWordNumbering, type WordNumbering } from './word-numbering.ts';
import { tickOfSymbol } from './word-symbols.ts';
import { readXml, type XmlListener } from './xml.ts';

/** What a Word document says, without its looks. */
export interface WordDocument {
  /** The head of its pages, such as State, cycle and session of a thematic list; '' without one. */
  title: string;
  /** Rows of all its tables, one behind the other, counted through. */
  rows: Row[];
  /** All its paragraphs, those in tables too, one a line. */
  text: string;
  /** The same with each row of a table on one line, its cells parted by tabs; a merged cell's words are on every row. */
  laidOut: string;
}

const mainPart = 'word/document.xml';

/** Reads a Word document: words as they stand after all changes, one line per paragraph; what was deleted is not read. */
export async function readWord(archive: Archive): Promise<WordDocument> {
  const numbering = await readWordNumbering(archive);
  const body = await follow(archive, mainPart, numbering);
  let title = '';
  for (let index = 1; index <= 4 && title === ''; index++)
    title = headOf(await follow(archive, `word/header${index}.xml`, numbering));
  return { title, rows: body.rows, text: body.lines.join('\n'), laidOut: body.laidOut.join('\n') };
}

/** Page numbers and document symbols are no title. */
function headOf({ lines }: WordListener): string {
  const words = lines.filter((line) => /\p{L}{3}/u.test(line) && !/^page\b/i.test(line.trim()));
  const title = words
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/ ?page \d+.*$/i, '')
    .trim();
  return title.length > 200 ? '' : title;
}

async function follow(archive: Archive, part: string, numbering: WordNumbering): Promise<WordListener> {
  const listener = new WordListener(numbering);
  if (!archive.has(part)) return listener;
  const xml = readXml(listener);
  await archive.read(part, xml.write);
  xml.end();
  return listener;
}

interface Cell {
  paragraphs: string[];
  width: number;
  /** Goes on from the row above. */
  isBelow: boolean;
}

/** Follows a part's XML. A table inside a table's cell counts as that cell's words. */
class WordListener implements XmlListener {
  readonly lines: string[] = [];
  readonly laidOut: string[] = [];
  readonly rows: Row[] = [];
  readonly #numbering: WordNumbering;
  #paragraph = '';
  /** The list that the paragraph is an entry of; '0' for one that is taken out of its style's list. */
  #list = '';
  #level = 0;
  #characters = 0;
  #isText = false;
  #depth = 0;
  #cells: Cell[] = [];
  #cell: Cell | null = null;
  /** Elements that say what was, or for older programs what is there already. */
  #aside = 0;

  constructor(numbering: WordNumbering) {
    this.#numbering = numbering;
  }

  open(name: string, attribute: (name: string) => string): void {
    if (isAside(name)) this.#aside += 1;
    else if (this.#aside > 0) return;
    else if (name === 't') this.#isText = true;
    else if (name === 'pStyle') this.#takeList(this.#numbering.ofStyle(attribute('val')));
    else if (name === 'ilvl') this.#level = Number(attribute('val')) || 0;
    else if (name === 'numId') this.#list = attribute('val');
    else if (name === 'tbl') this.#depth += 1;
    else if (this.#depth === 1 && name === 'tr') this.#cells = [];
    else if (this.#depth === 1 && name === 'tc') this.#cell = { paragraphs: [], width: 1, isBelow: false };
    else if (this.#depth === 1 && name === 'gridSpan' && this.#cell) this.#cell.width = Number(attribute('val')) || 1;
    else if (this.#depth === 1 && name === 'vMerge' && this.#cell) this.#cell.isBelow = attribute('val') !== 'restart';
    else if (name === 'sym') this.#paragraph += tickOfSymbol(attribute('font'), attribute('char'));
    else this.#paragraph += signs[name] ?? '';
  }

  text(words: string): void {
    if (!this.#isText || this.#aside > 0) return;
    this.#paragraph += words;
    this.#characters += words.length;
    if (this.#characters > readingLimits.keptCharacters) throw new Unreadable('swells');
  }

  close(name: string): void {
    if (isAside(name)) this.#aside -= 1;
    else if (this.#aside > 0) return;
    else if (name === 't') this.#isText = false;
    else if (name === 'p') this.#closeParagraph();
    else if (name === 'tbl') this.#depth -= 1;
    else if (this.#depth === 1 && name === 'tc' && this.#cell) {
      this.#cells.push(this.#cell);
      this.#cell = null;
    } else if (this.#depth === 1 && name === 'tr') this.#closeRow();
  }

  #takeList(of: { list: string; level: number } | null): void {
    this.#list = of?.list ?? '';
    this.#level = of?.level ?? 0;
  }

  #closeParagraph(): void {
    const number = this.#list === '' ? '' : this.#numbering.next(this.#list, this.#level);
    // A number that somebody has typed all the same counts.
    const isNumbered = number !== '' && /^\s*[^\s\d]/.test(this.#paragraph);
    const paragraph = isNumbered ? `${number} ${this.#paragraph}` : this.#paragraph;
    this.#paragraph = '';
    this.#takeList(null);
    this.lines.push(paragraph);
    if (this.#cell) this.#cell.paragraphs.push(paragraph);
    else this.laidOut.push(paragraph);
  }

  #closeRow(): void {
    const above = this.rows.at(-1)?.cells ?? [];
    const cells: string[] = [];
    for (const cell of this.#cells) {
      const words = cell.paragraphs.join('\n').trim();
      cells.push(cell.isBelow && words === '' ? (above[cells.length] ?? '') : words);
      for (let column = 1; column < Math.min(cell.width, readingLimits.columns); column++) cells.push('');
    }
    const row: Row = { line: this.rows.length + 1, cells };
    if (this.#cells.length === 1 && this.#cells[0]!.width > 1) row.spans = true;
    this.rows.push(row);
    this.laidOut.push(row.spans ? cells[0]! : lineOf(cells));
    if (this.rows.length > readingLimits.rows) throw new Unreadable('too-many-rows');
  }
}

/** A row on one line; where only one of its cells has words their paragraphs stay apart. */
function lineOf(cells: readonly string[]): string {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 1 && filled[0]!.includes('\n') ? filled[0]! : cells.map(onOneLine).join('\t');
}

/** Paragraphs with numbers become a list of them, others sentences. */
function onOneLine(cell: string): string {
  return cell.split(/\n+/).reduce((before, after) => {
    if (isNumbers(before) && isNumbers(after)) return `${before.replace(/[\s,;]+$/, '')}, ${after}`;
    return /[\p{L}\p{N})]\s*$/u.test(before) ? `${before.trimEnd()}. ${after}` : `${before} ${after}`;
  });
}

function isNumbers(words: string): boolean {
  return /^[\s\d.,;–-]*\d[\s\d.,;–-]*$/.test(words);
}

/** What stands for a sign. */
const signs: Readonly<Record<string, string>> = {
  tab: ' ',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
  softHyphen: '\u00ad',
};

function isAside(name: string): boolean {
  return name === 'Fallback' || name === 'del' || name === 'moveFrom' || name === 'pPrChange' || name === 'rPrChange';
}
