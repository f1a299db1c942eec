import { saysLast } from '../import/position-columns.ts';
import { isListName } from './label-words.ts';
import { numbersAlone } from './numbers-alone.ts';
import { findRuns, type Run } from './references.ts';
import { type Stance, stanceOf, stanceWord } from './stance.ts';
import { isUnsure } from './unsure.ts';

/** Which columns of a table hold the numbers and the State's position. */
export interface PositionColumn {
  /** Where numbers may stand, the likelier first: a column may only count the rows. */
  numbers: readonly number[];
  /** Several where no head says that it is the last word. */
  positions: readonly number[];
  /** How many columns there are. */
  width: number;
}

const positionHead =
  /^(?:(?:the )?(?:state|government|country)(?:['’]?s)? )?(?:(?:final|initial|first|official|preliminary|updated|revised) )?(?:position|response|reply|answer|decision)s?(?: (?:of|by) [^|]{1,60})?$|^(?:position|réponse|décision)s?(?: d[^|]{1,60})?$|^(?:posición|respuesta|decisión)(?: del? [^|]{1,60})?$|^(?:الموقف|الرد|موقف الدولة|رد الدولة|رد الحكومة)$|^(?:ជំហរ|ចម្លើយ)(?:របស់រដ្ឋ|របស់រដ្ឋាភិបាល)?$/iu;
const numberHead =
  /^(?:#|n[°ºo]\.?|nos\.?|nr\.?|num(?:ber|éro)?|número|ref(?:erence)?\.?|para(?:graph)?\.?|الرقم|លេខ)$/iu;
const longestAnswer = 120;

/** The columns that a row of heads names; null for a row that is none. */
export function positionColumnOf(heads: readonly string[]): PositionColumn | null {
  const plain = heads.map((head) => head.replace(/\s+/g, ' ').trim());
  const bare = plain.map((head) => head.replace(/ ?\([^()]{1,40}\)$/, ''));
  const all = bare.flatMap((head, column) => (positionHead.test(head) ? [column] : []));
  const lasting = all.filter((column) => saysLast(plain[column]!));
  const places = (isOne: (head: string) => boolean) => plain.flatMap((head, column) => (isOne(head) ? [column] : []));
  const numbers = [...places((head) => numberHead.test(head)), ...places(isListName)];
  if (all.length === 0 || numbers.length === 0) return null;
  return { numbers, positions: lasting.length === 1 ? lasting : all, width: heads.length };
}

/** The numbers that a row is about: all of a cell that holds nothing else, of others those that it begins with. */
function numbersIn(cell: string): Run[] {
  const alone = numbersAlone(cell);
  if (alone) return alone;
  const [first] = findRuns(cell);
  const isAhead = first !== undefined && /^\W{0,4}$/.test(cell.slice(0, first.at));
  return isAhead ? [first] : [];
}

/** What a row below such heads says of which numbers, by the column that they stand in; null for a row that is about none. */
export function rowOf(
  cells: readonly string[],
  { numbers, positions, width }: PositionColumn,
): { column: number; runs: Run[]; stance: Stance | null; isSaid: boolean } | null {
  const answers = positions.map((column) => (cells[column] ?? '').trim()).filter((answer) => answer !== '');
  const isWhole = cells.length <= width;
  for (const column of numbers) {
    const runs = numbersIn(cells[column] ?? '');
    if (runs.length === 0) continue;
    // Several numbers before other words: which of them the row is about is to be asked.
    const isClear = runs.every(isOne) || numbersAlone(cells[column] ?? '') !== null;
    const stance = isWhole && isClear ? answerOf(answers) : null;
    return { column, runs, stance, isSaid: answers.length > 0 || !isWhole };
  }
  return null;
}

function isOne({ references }: Run): boolean {
  return references.length === 1 && references[0]!.from === references[0]!.to;
}

/** Two that differ say nothing, but for what was pending and has been answered. */
export function answerOf(cells: readonly string[]): Stance | null {
  const said = new Set(cells.map(stanceIn));
  if (said.size > 1) said.delete('pending');
  const [only = null] = said;
  return said.size === 1 ? only : null;
}

/** What a cell says of the position: a word alone, or its first sentence; null where that takes none. */
function stanceIn(cell: string): Stance | null {
  const first = /^[^.;:,\n]*/.exec(cell)?.[0] ?? '';
  const sentence = /^[^.;\n]*/.exec(cell)?.[0] ?? '';
  if (isUnsure(sentence)) return null;
  return stanceWord(cell) ?? stanceWord(first) ?? (sentence.length <= longestAnswer ? stanceOf(sentence) : null);
}
