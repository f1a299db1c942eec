import { unescapeSigns } from '../../sheet-signs.ts';
import type { Archive } from '../archive.ts';
import { type Grid, type GridBuilder, gridBuilder } from '../grid.ts';
import { readXml, type XmlListener } from '../xml.ts';
import { readCellName, readCellRange } from './cell-names.ts';
import { withoutEmptyRows } from './empty-rows.ts';
import type { NumberShower } from './number-formats.ts';

/** What a sheet's cells point to. */
export interface SheetContext {
  strings: readonly string[];
  show: NumberShower;
}

/** Reads one sheet as a person sees it: numbers by their format, formulas by their last result. */
export async function readSheetPart(archive: Archive, part: string, context: SheetContext): Promise<Grid> {
  const grid = gridBuilder();
  const xml = readXml(new SheetListener(grid, context));
  const filter = withoutEmptyRows();
  await archive.read(part, (piece) => xml.write(filter.pass(piece)), true);
  xml.write(filter.rest());
  xml.end();
  return grid.build();
}

/** Follows a sheet's XML. A cell or row without a name of its own stands behind the one before it. */
class SheetListener implements XmlListener {
  readonly #grid: GridBuilder;
  readonly #context: SheetContext;
  #row = -1;
  #column = -1;
  #type = '';
  #style = 0;
  #words: string[] = [];
  /** Of the run that is being read: a sign in figures does not go over two runs. */
  #run: string[] = [];
  #inside: 'value' | 'inline' | null = null;
  #isAside = false;

  constructor(grid: GridBuilder, context: SheetContext) {
    this.#grid = grid;
    this.#context = context;
  }

  open(name: string, attribute: (name: string) => string): void {
    if (name === 'row') this.#openRow(attribute);
    else if (name === 'c') this.#openCell(attribute);
    else if (name === 'v') this.#inside = 'value';
    else if (name === 't') this.#inside = this.#isAside ? null : 'inline';
    else if (name === 'rPh') this.#isAside = true;
    else if (name === 'mergeCell') this.#merge(attribute('ref'));
  }

  text(words: string): void {
    if (this.#inside !== null) this.#run.push(words);
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#closeRun();
    else if (name === 'rPh') this.#isAside = false;
    else if (name === 'c') this.#closeCell();
  }

  #openRow(attribute: (name: string) => string): void {
    const named = Number(attribute('r'));
    this.#row = named > 0 ? named - 1 : this.#row + 1;
    this.#column = -1;
    if (isTrue(attribute('hidden'))) this.#grid.hideRow(this.#row);
  }

  #openCell(attribute: (name: string) => string): void {
    this.#column = readCellName(attribute('r'))?.column ?? this.#column + 1;
    this.#type = attribute('t');
    this.#style = Number(attribute('s'));
    this.#words = [];
  }

  #closeRun(): void {
    this.#inside = null;
    this.#words.push(unescapeSigns(this.#run.join('')));
    this.#run = [];
  }

  #closeCell(): void {
    const raw = this.#words.join('');
    if (raw === '') return;
    if (this.#type === 's') this.#add(this.#context.strings[Number(raw)] ?? '');
    else if (this.#type === 'inlineStr' || this.#type === 'str') this.#add(raw);
    else if (this.#type === '' || this.#type === 'n') this.#addNumber(raw);
    else if (this.#type !== 'e') this.#add(this.#type === 'b' ? (raw === '1' ? 'TRUE' : 'FALSE') : raw);
  }

  #addNumber(raw: string): void {
    const value = Number(raw);
    if (!Number.isFinite(value)) this.#add(raw);
    else this.#grid.add(this.#row, this.#column, this.#context.show(value, this.#style), true);
  }

  #add(text: string): void {
    this.#grid.add(this.#row, this.#column, text);
  }

  #merge(ref: string): void {
    const range = readCellRange(ref);
    if (range) this.#grid.merge(...range);
  }
}

function isTrue(value: string): boolean {
  return value === '1' || value === 'true';
}
