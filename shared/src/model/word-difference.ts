import { withoutEnds } from '../text-ends.ts';

/** A run of words of two wordings: in both, only in the earlier one, or only in the later one. */
export interface WordRun {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Pairs of words that are compared; beyond it the changed part is shown as a whole. Two texts of 700 words each, in a few milliseconds. */
const mostPairs = 2_000_000;

/**
 * Compares two wordings word by word. The runs that are not `new` make up the earlier wording to the letter, those that are
 * not `gone` the later one; between two `same` runs there is at most one of each other kind, the `gone` one first.
 */
export function wordDifference(before: string, after: string): WordRun[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const runs = new Runs();
  runs.add('same', a.slice(0, start).join(''));
  compare(a.slice(start, a.length - end), b.slice(start, b.length - end), runs);
  runs.add('same', a.slice(a.length - end).join(''));
  return runs.joined();
}

/** Gathers words into runs. */
class Runs {
  readonly #runs: WordRun[] = [];

  add(kind: WordRun['kind'], text: string): void {
    if (text === '') return;
    const last = this.#runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else this.#runs.push({ kind, text });
  }

  /** One run of each kind between two that are the same. Space alone between two changes holds nothing together: it belongs to both; space around both belongs to neither. */
  joined(): WordRun[] {
    const done = new Runs();
    let gone = '';
    let fresh = '';
    const flush = (): void => {
      const start = sharedSpace(gone, fresh, 'start');
      const [before, after] = [gone.slice(start.length), fresh.slice(start.length)];
      const end = sharedSpace(before, after, 'end');
      done.add('same', start);
      done.add('gone', before.slice(0, before.length - end.length));
      done.add('new', after.slice(0, after.length - end.length));
      done.add('same', end);
      gone = '';
      fresh = '';
    };
    this.#runs.forEach(({ kind, text }, place) => {
      const isBetween = gone + fresh !== '' && place < this.#runs.length - 1;
      if (kind === 'same' && !(isBetween && isSpace(text))) {
        flush();
        done.add('same', text);
        return;
      }
      if (kind !== 'new') gone += text;
      if (kind !== 'gone') fresh += text;
    });
    flush();
    return done.#runs;
  }
}

const space = /[\s\u200b]/;
const nothing = /(?!)/;

/** The space with which one of two texts begins or ends, when the other does so too. */
function sharedSpace(one: string, other: string, at: 'start' | 'end'): string {
  const words = withoutEnds(one, at === 'start' ? space : nothing, at === 'end' ? space : nothing);
  const length = one.length - words.length;
  const found = at === 'start' ? one.slice(0, length) : one.slice(words.length);
  return found !== '' && found.length < one.length && (at === 'start' ? other.startsWith(found) : other.endsWith(found))
    ? found
    : '';
}

/** The longest common row of words, found from the end and walked from the beginning. */
function compare(a: readonly string[], b: readonly string[], runs: Runs): void {
  if (a.length * b.length > mostPairs) {
    runs.add('gone', a.join(''));
    runs.add('new', b.join(''));
    return;
  }
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let row = a.length - 1; row >= 0; row -= 1) {
    for (let column = b.length - 1; column >= 0; column -= 1) {
      const at = row * width + column;
      common[at] = a[row] === b[column] ? common[at + width + 1]! + 1 : Math.max(common[at + width]!, common[at + 1]!);
    }
  }
  let [row, column] = [0, 0];
  while (row < a.length && column < b.length) {
    const at = row * width + column;
    if (a[row] === b[column]) {
      runs.add('same', a[row]!);
      row += 1;
      column += 1;
    } else if (common[at + width]! >= common[at + 1]!) runs.add('gone', a[row++]!);
    else runs.add('new', b[column++]!);
  }
  runs.add('gone', a.slice(row).join(''));
  runs.add('new', b.slice(column).join(''));
}

/** Words, spaces and signs, each by itself. Zero-width spaces part words, as Khmer writes them. */
function wordsOf(text: string): string[] {
  const parts = text.match(/[\p{L}\p{M}\p{N}\u200c\u200d]+|[\s\u200b]+|[^\p{L}\p{M}\p{N}\s\u200b-\u200d]/gu) ?? [];
  return parts.flatMap((part) => (unspaced.test(part) ? segmented(part) : part));
}

/** Scripts that write words without spaces between them. */
const unspaced = /[\p{Script=Khmer}\p{Script=Lao}\p{Script=Thai}\p{Script=Myanmar}]/u;

let segmenter: Intl.Segmenter | null = null;

function segmented(text: string): string[] {
  segmenter ??= new Intl.Segmenter('km', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function isSpace(text: string): boolean {
  return /^[\s\u200b]*$/u.test(text);
}
