import type { Archive } from './archive.ts';
import { type GridBuilder, gridBuilder, type Sheet } from './grid.ts';
import { readingLimits } from './reading-limits.ts';
import { Unreadable } from './unreadable.ts';
import { readXml, type XmlListener } from './xml.ts';

/** Reads all sheets of an OpenDocument spreadsheet as a person sees them: the words in a cell are what it shows. */
export async function readOds(archive: Archive): Promise<Sheet[]> {
  let manifest = '';
  await archive.read('META-INF/manifest.xml', (piece) => {
    manifest += piece;
  });
  if (manifest.includes('encryption-data') || !archive.has('content.xml')) throw new Unreadable('protected');
  if (!manifest.includes('opendocument.spreadsheet')) throw new Unreadable('other-file');
  const listener = new OdsListener();
  const xml = readXml(listener);
  await archive.read('content.xml', xml.write, true);
  xml.end();
  return listener.sheets();
}

/** Follows the XML of an OpenDocument spreadsheet. Repeated empty rows and cells are counted, never made. */
class OdsListener implements XmlListener {
  readonly #tables: { name: string; hidden: boolean; grid: GridBuilder }[] = [];
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #row = 0;
  #rowTimes = 1;
  #isHidden = false;
  #column = 0;
  #cell: { times: number; rows: number; columns: number; isNumber: boolean; paragraphs: string[] } | null = null;
  #depth = 0;
  #isAside = 0;

  sheets(): Sheet[] {
    return this.#tables.map(({ name, hidden, grid }) => ({ name, hidden, ...grid.build() }));
  }

  open(name: string, attribute: (name: string) => string): void {
    if (name === 'style') this.#style = attribute('name');
    else if (name === 'table-properties' && attribute('display') === 'false') this.#hiddenStyles.add(this.#style);
    else if (name === 'table') this.#openTable(attribute);
    else if (name === 'table-row') this.#openRow(attribute);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#openCell(attribute);
    else if (name === 'annotation') this.#isAside += 1;
    else if (this.#cell && this.#isAside === 0) this.#openWords(name, attribute);
  }

  text(words: string): void {
    if (this.#cell && this.#depth > 0 && this.#isAside === 0) this.#append(words.replace(/[\s]+/g, ' '));
  }

  close(name: string): void {
    if (name === 'annotation') this.#isAside -= 1;
    else if (name === 'p' && this.#isAside === 0) this.#depth -= 1;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell();
    else if (name === 'table-row') this.#row += this.#rowTimes;
  }

  #openTable(attribute: (name: string) => string): void {
    const hidden = this.#hiddenStyles.has(attribute('style-name'));
    if (this.#tables.length > readingLimits.sheets) throw new Unreadable('swells');
    this.#tables.push({ name: attribute('name'), hidden, grid: gridBuilder() });
    this.#row = 0;
  }

  #openRow(attribute: (name: string) => string): void {
    this.#rowTimes = times(attribute('number-rows-repeated'));
    this.#isHidden = ['collapse', 'filter'].includes(attribute('visibility'));
    this.#column = 0;
  }

  #openCell(attribute: (name: string) => string): void {
    this.#cell = {
      times: times(attribute('number-columns-repeated')),
      rows: times(attribute('number-rows-spanned')),
      columns: times(attribute('number-columns-spanned')),
      isNumber: attribute('value-type') === 'float',
      paragraphs: [],
    };
    this.#depth = 0;
  }

  #openWords(name: string, attribute: (name: string) => string): void {
    if (name === 'p') {
      this.#cell!.paragraphs.push('');
      this.#depth += 1;
    } else if (name === 's') this.#append(' '.repeat(Math.min(times(attribute('c')), 100)));
    else if (name === 'tab') this.#append('\t');
    else if (name === 'line-break') this.#append('\n');
  }

  #append(words: string): void {
    const { paragraphs } = this.#cell!;
    if (paragraphs.length > 0) paragraphs[paragraphs.length - 1] += words;
  }

  #closeCell(): void {
    const cell = this.#cell!;
    const grid = this.#tables.at(-1)?.grid;
    const text = cell.paragraphs.join('\n');
    if (grid && text.trim() !== '') {
      const rows = Math.min(this.#rowTimes, readingLimits.rows + 1);
      if (rows * Math.min(cell.times, readingLimits.columns) > readingLimits.repeatedCells)
        throw new Unreadable('swells');
      for (let row = this.#row; row < this.#row + rows; row++) this.#fill(grid, row, text);
      const isMerged = cell.rows > 1 || cell.columns > 1;
      if (isMerged) grid.merge(this.#row, this.#column, this.#row + cell.rows - 1, this.#column + cell.columns - 1);
    }
    this.#column += cell.times;
    this.#cell = null;
  }

  #fill(grid: GridBuilder, row: number, text: string): void {
    const cell = this.#cell!;
    const columns = Math.min(cell.times, readingLimits.columns);
    for (let column = 0; column < columns; column++) grid.add(row, this.#column + column, text, cell.isNumber);
    if (this.#isHidden) grid.hideRow(row);
  }
}

function times(printed: string): number {
  const count = Number(printed);
  return Number.isInteger(count) && count > 0 ? count : 1;
}
