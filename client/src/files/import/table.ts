import type { Finding, Flag, Found, FoundRecommendation, FoundTable, TableField } from '@board/shared/upr/found';
import { dashedSections, numberAtStart } from '@board/shared/upr/number-starts';
import type { PositionWords } from '@board/shared/upr/positions';
import { readStateList } from '@board/shared/upr/report-brackets';
import { checkSequence } from '@board/shared/upr/report-sequence';
import { withoutDash } from './cell-lists.ts';
import { columnFindings } from './column-findings.ts';
import type { Row } from './grid.ts';
import { restoreDates } from './number-dates.ts';
import { flagShortened, flagWithoutFigures, mayBeShortened, restoreZeros } from './number-zeros.ts';
import { isSaid } from './position-columns.ts';
import { letterWords } from './position-letters.ts';
import type { Layout } from './table-layout.ts';
import { type Cells, readRow, translatedText } from './table-row.ts';
import { Titles } from './table-titles.ts';
import { tickWords } from './tick-columns.ts';

/** Only the rows of one State under review, or of one session, when a table holds several. */
export type Only = { readonly reviewed?: string; readonly session?: string };

/** How a person wants a table to be read. */
export interface TableWishes {
  only: Only;
  positions: PositionWords;
  withoutHidden: boolean;
  /** What the sheet's name says of a position: it is asked about. */
  sheetPosition?: string;
}

/** Told from time to time how many rows have been read. */
export type OnRows = (done: number, of: number) => void;

/** Rows between two tellings. */
const told = 1000;
/** Characters at which writers of old workbooks cut a cell without a word. */
const oldLimit = 255;
/** Rows without a place that are named one by one. */
const mostNamed = 100;

/** Turns a table's rows into recommendations. Rows of the same number and words (one per recommending State) become one. */
export function readTable(layout: Layout, wishes: TableWishes, onRows: OnRows = () => {}): Found {
  const walk = new TableWalk(layout, wishes);
  layout.body.forEach((row, index) => {
    if (index > 0 && index % told === 0) onRows(index, layout.body.length);
    walk.take(row);
  });
  const recommendations = walk.recommendations();
  flagWithoutFigures(recommendations);
  restoreDates(recommendations, walk.asNumbers);
  restoreZeros(recommendations, walk.mayBeNumbers);
  const shortened = mayBeShortened(recommendations, walk.asNumbers, walk.mayBeNumbers);
  const inSequence = checkSequence(recommendations);
  flagShortened(recommendations, shortened);
  const findings = [...walk.findings(), ...inSequence];
  const table: FoundTable = {
    separator: '',
    ...(layout.language !== null && { language: layout.language }),
    columns: layout.headings.map((heading, index) => ({ heading, field: layout.fields[index] ?? null })),
    choices: { reviewed: list(walk.choices.reviewed), session: list(walk.choices.session) },
    ...(walk.hidden > 0 && { hiddenRows: walk.hidden }),
  };
  const unknown = list(walk.unknownPositions);
  return {
    format: 'table',
    recommendations,
    findings,
    table,
    ...(unknown.length > 0 && { unknownPositions: unknown }),
  };
}

/** What has been gathered so far on the way through a table. */
class TableWalk {
  readonly choices = { reviewed: new Map<string, number>(), session: new Map<string, number>() };
  readonly unknownPositions = new Map<string, number>();
  /** Whose number the sheet holds as a number and shows without a last zero. */
  readonly asNumbers = new Set<FoundRecommendation>();
  /** Those, and whose number stands in a file that does not tell numbers from text. */
  readonly mayBeNumbers = new Set<FoundRecommendation>();
  hidden = 0;
  readonly #layout: Layout;
  readonly #wishes: TableWishes;
  readonly #byKey = new Map<string, FoundRecommendation>();
  /** The words for the position, of those that have any. */
  readonly #said = new Map<FoundRecommendation, string>();
  readonly #unexplained: Finding[] = [];
  readonly #numbers = { line: 0, count: 0 };
  readonly #bodies = { line: 0, count: 0, names: new Set<string>() };
  readonly #hasReview: boolean;
  /** Paragraphs whose numbers stand with a dash before the words. */
  readonly #dashed: ReadonlySet<string>;
  #theme = '';
  readonly #titles: Titles;
  #last: FoundRecommendation | null = null;
  readonly #states = { line: 0, count: 0 };

  constructor(layout: Layout, wishes: TableWishes) {
    this.#layout = layout;
    this.#wishes = wishes;
    this.#dashed = dashedSections(layout.body.map((row) => row.cells[layout.fields.indexOf('text')] ?? ''));
    const column = layout.fields.indexOf('body');
    this.#titles = new Titles(layout.fields, wishes.positions, wishes.sheetPosition ?? '');
    for (const row of layout.above) this.#titles.take(row);
    this.#hasReview = column >= 0 && layout.body.some((row) => isReview(row.cells[column] ?? ''));
  }

  take(row: Row): void {
    if (row.hidden) this.hidden += 1;
    if (row.hidden && this.#wishes.withoutHidden) return;
    const cells = cellsOf(this.#layout, row);
    if (this.#titles.take(row)) return;
    if (row.spans && numberAtStart(wordsOf(row)) === null) {
      this.#takeHeading(row);
      return;
    }
    if (!this.#isOfReview(row, cells) || !isWanted(cells, this.choices, this.#wishes.only)) return;
    const one = readRow(row, cells, this.#wishes.positions, this.#dashed);
    if (one === null) {
      if (!this.#addStates(row, cells)) this.#leave(row);
    } else {
      this.#titles.giveTo(one);
      const said = withoutDash(cells('position') ?? '');
      if (said !== '' || one.position !== 'pending') this.#said.set(one, said || one.position);
      this.#add(row, one);
    }
  }

  recommendations(): FoundRecommendation[] {
    return [...this.#byKey.values()];
  }

  findings(): Finding[] {
    const { open, above, tables } = this.#layout;
    const rest = this.#unexplained.length - mostNamed;
    const more = this.#unexplained[mostNamed];
    return [
      ...(open ? [finding('quote-open', open.line, 1, wordsOf(open))] : []),
      ...columnFindings(this.#layout),
      ...this.#titles.findings,
      ...(tables > 1 ? [finding('tables-beside', this.#layout.body[0]?.line ?? 1, tables, '')] : []),
      ...(this.#states.count > 0 ? [finding('states-below', this.#states.line, this.#states.count, '')] : []),
      ...above.map((row) => finding('before', row.line, 1, wordsOf(row))),
      ...this.#unexplained.slice(0, mostNamed),
      ...(more ? [finding('unexplained', more.line, rest, '…')] : []),
      ...(this.#numbers.count > 0 ? [finding('stored-as-numbers', this.#numbers.line, this.#numbers.count, '')] : []),
      ...(this.hidden > 0 && !this.#wishes.withoutHidden
        ? [finding('hidden-rows', this.#layout.body.find((row) => row.hidden)!.line, this.hidden, '')]
        : []),
      ...(this.#bodies.count > 0
        ? [
            finding(
              'other-bodies',
              this.#bodies.line,
              this.#bodies.count,
              [...this.#bodies.names].slice(0, 12).join(', '),
            ),
          ]
        : []),
    ];
  }

  /** A row that holds nothing but States goes on with the recommendation above it. */
  #addStates(row: Row, cells: Cells): boolean {
    const listed = cells('state') ?? '';
    const isAlone = row.cells.every((cell) => cell.trim() === '' || cell.trim() === listed);
    const states = isAlone && this.#last ? (readStateList(listed) ?? []) : [];
    if (states.length === 0 || states.some(({ code }) => code === null)) return false;
    const seen = new Set(this.#last!.states.map(({ code }) => code));
    this.#last!.states.push(...states.filter(({ code }) => !seen.has(code)));
    this.#states.count += 1;
    this.#states.line ||= row.line;
    return true;
  }

  /** "Theme: …" over the rows of a list; anything else over the whole width is a note. */
  #takeHeading(row: Row): void {
    const words = wordsOf(row);
    const theme = /^(?:theme|thème|tema) ?: ?(\S.*)$/i.exec(words)?.[1];
    if (theme === undefined) this.#leave(row);
    else this.#theme = theme;
  }

  #isOfReview(row: Row, cells: Cells): boolean {
    const body = cells('body');
    if (!this.#hasReview || body === null || isReview(body)) return true;
    this.#bodies.count += 1;
    this.#bodies.line ||= row.line;
    this.#bodies.names.add(withoutDash(body));
    return false;
  }

  #leave(row: Row): void {
    this.#unexplained.push(finding('unexplained', row.line, 1, wordsOf(row)));
  }

  /** Without a number the same words from another State may be another recommendation: such rows stay apart. */
  #add(row: Row, one: FoundRecommendation): void {
    const column = this.#layout.fields.indexOf('number');
    if (row.untyped && (row.cells[column] ?? '') !== '') this.mayBeNumbers.add(one);
    if (row.numeric?.has(column)) {
      this.asNumbers.add(one);
      this.mayBeNumbers.add(one);
      this.#numbers.count += 1;
      this.#numbers.line ||= row.line;
    }
    if (row.cells[this.#layout.fields.indexOf('text')]?.length === oldLimit)
      one.flags.push({ kind: 'text-cut', detail: one.text.slice(-40) });
    const unknown = one.flags.find((flag) => flag.kind === 'position-unknown')?.detail;
    if (unknown) this.unknownPositions.set(unknown, (this.unknownPositions.get(unknown) ?? 0) + 1);
    if (one.themes.length === 0 && this.#theme !== '') one.themes = [this.#theme];
    const translations = translationsIn(this.#layout, row, one.number);
    if (translations !== null) one.translations = translations;
    const key = one.number === '' ? `row ${this.#byKey.size}` : `${one.number}\n${one.text}`;
    const known = this.#byKey.get(key);
    if (known) this.#unite(known, one);
    else this.#byKey.set(key, one);
    this.#last = known ?? one;
  }

  /** What a further row says of a recommendation is added to it. Two positions are none before somebody decides. */
  #unite(known: FoundRecommendation, one: FoundRecommendation): void {
    const [before, after] = [this.#said.get(known), this.#said.get(one)];
    const isFlagged = (flag: Flag) => known.flags.some((had) => had.kind === flag.kind && had.detail === flag.detail);
    // What one of its States has promised of itself does not leave out what others have recommended.
    known.flags.push(...one.flags.filter((flag) => flag.kind !== 'own-pledge' && !isFlagged(flag)));
    if (before === undefined) {
      known.position = one.position;
      if (after !== undefined) this.#said.set(known, after);
    } else if (after !== undefined && known.position !== one.position && !known.flags.some(isUnknown)) {
      const differ: Flag = { kind: 'positions-differ', detail: `${before} · ${after}` };
      if (!isFlagged(differ)) known.flags.push(differ);
    }
    if (one.translations) known.translations = { ...one.translations, ...known.translations };
    const seen = new Set(known.states.map((state) => state.code ?? state.printed));
    known.states.push(...one.states.filter((state) => !seen.has(state.code ?? state.printed)));
    known.themes = [...new Set([...known.themes, ...one.themes])];
    if (one.sdgs) known.sdgs = [...new Set([...(known.sdgs ?? []), ...one.sdgs])];
  }
}

function cellsOf(layout: Layout, row: Row): Cells {
  return (field: TableField): string | null => {
    let words: string | null = null;
    layout.fields.forEach((of, column) => {
      if (field === 'position' && column !== layout.lastWord && isSaid(row.cells[layout.lastWord])) return;
      if (of !== field || layout.translations.has(column)) return;
      const said = tickWords((row.cells[column] ?? '').trim(), column, layout.ticks);
      const cell = field === 'position' ? letterWords(said, layout.letters.get(column) ?? null) : said;
      words = words ? `${words}\n${cell}`.trim() : cell;
    });
    return words;
  };
}

function translationsIn(layout: Layout, row: Row, number: string): Record<string, string> | null {
  const filled = [...layout.translations].flatMap(([column, language]): [string, string][] => {
    const words = translatedText(row.cells[column] ?? '', number);
    return words === '' ? [] : [[language, words]];
  });
  return filled.length > 0 ? Object.fromEntries(filled) : null;
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

function isReview(body: string): boolean {
  return /\bUPR\b|\bEPU\b|universal periodic|examen (?:périodique|periódico) universe/i.test(body);
}

function isUnknown({ kind }: Flag): boolean {
  return kind === 'position-unknown';
}

function list(counts: ReadonlyMap<string, number>): { value: string; count: number }[] {
  return [...counts].map(([value, count]) => ({ value, count }));
}

function finding(
  kind: Exclude<Finding['kind'], 'lead-in' | 'title-position'>,
  line: number,
  count: number,
  words: string,
): Finding {
  return { kind, line, count, words };
}

function wordsOf(row: Row): string {
  const words = row.cells.map((cell) => cell.trim()).filter(Boolean);
  return words.join(' · ').slice(0, 300);
}
