import type { Finding, FoundRecommendation, TableField } from '@board/shared/upr/found';
import { numberAtStart } from '@board/shared/upr/number-starts';
import {
  isHalfSupport,
  meaningOf,
  type PositionOfState,
  type PositionWords,
  readLeadInPosition,
  readPositionWord,
} from '@board/shared/upr/positions';
import type { Row } from './grid.ts';
import { leavesPositionOpen } from './preview.ts';

/** A title is no longer than this. */
const longest = 160;

/** What may stand in a title beside the position. */
const beside =
  /\b(?:list|table|sheet|annex|the|of|all|recommendations?|recs?|recommandations?|recomendaciones|liste|tableau|lista|les|las|des|que|qui|which|that|are|were|have been|been|ont été|by the (?:state|government))\b|អនុសាសន៍|តារាង|បញ្ជី|ដែល|(?:ال)?توصيات|التي|قائمة|جدول|^\s*(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s/giu;

/** A title over all recommendations names both: "Recommendations accepted and noted". */
const both = [
  /support|accept|appuy|souten|acepta|apoy|គាំទ្រ|ទទួលយក|مقبول|تأييد/i,
  /\bnoted\b|reject|\bnot[ée]+s?\b|rejet|anotad|rechaz|កត់សម្គាល់|مرفوض|علما/i,
];

/** The position that a title over a table, or a sheet's name, gives to all that stands below: "Recommendations noted". Null where it says none. */
function titlePosition(title: string): PositionOfState | null {
  if (title.length > longest || isHalfSupport(title) || both.every((words) => words.test(title))) return null;
  const rest = title.replace(beside, ' ').trim().replace(/^ال/, '');
  return readPositionWord(rest) ?? readLeadInPosition(title);
}

/** Whether a title speaks of a position, known or not: "Partially supported". */
export function speaksOfPosition(title: string): boolean {
  return title.length <= longest && (titlePosition(title) !== null || isHalfSupport(title));
}

/** Words of titles that speak of recommendations, whatever they say about them. */
const ofRecommendations = /recomm?[ea]nd|អនុសាសន៍|توصي/i;

/** The titles over the rows of one table, on the way through it. */
export class Titles {
  readonly findings: Finding[] = [];
  readonly #text: number;
  readonly #states: number;
  readonly #said: PositionWords;
  #title: { words: string; position: PositionOfState | null } | null = null;

  /** What `sheet`, the name of the sheet, says holds only where somebody has said so. */
  constructor(fields: readonly (TableField | null)[], said: PositionWords, sheet: string) {
    this.#text = fields.indexOf('text');
    this.#states = fields.indexOf('state');
    this.#said = said;
    if (sheet !== '') this.#title = { words: sheet, position: meaningOf(sheet, said) };
  }

  /** A title gives its position, if it speaks of one, to the rows below; true for a row that is one. */
  take(row: Row): boolean {
    const words = this.#titleIn(row);
    if (words === null) return false;
    const isNext = this.findings.length > 0 && ofRecommendations.test(words);
    if (!speaksOfPosition(words) && !isNext) return false;
    const position = meaningOf(words, this.#said) ?? titlePosition(words);
    this.#title = { words, position };
    this.findings.push({ kind: 'title-position', line: row.line, count: 1, words, position });
    return true;
  }

  /** What its own row says counts more. */
  giveTo(one: FoundRecommendation): void {
    if (this.#title === null || one.position !== 'pending') return;
    if (one.flags.some((flag) => leavesPositionOpen(flag) || flag.kind === 'own-pledge')) return;
    const { words, position } = this.#title;
    if (position === null) one.flags.push({ kind: 'position-unknown', detail: words });
    else one.position = position;
  }

  /** The only words of a row, without a number; in the column of the text only those that give a position. */
  #titleIn({ cells }: Row): string | null {
    const filled = cells.flatMap((cell, column) => (cell.trim() === '' ? [] : [column]));
    const [column] = filled;
    if (column === undefined || filled.length > 1 || column === this.#states) return null;
    const words = cells[column]!.trim();
    const isPlain = words.length <= longest && /\p{L}/u.test(words) && numberAtStart(words) === null;
    return isPlain && (column !== this.#text || speaksOfPosition(words)) ? words : null;
  }
}
