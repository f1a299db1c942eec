import { compareSdgCodes, goalOf } from './sdg.ts';
import { sdgLexicon } from './sdg-lexicon.ts';

/** A target (or, where no target fits, a goal) that a text seems to be about. */
export interface SdgSuggestion {
  code: string;
  /** The words of the text that led to it, as they stand there. */
  because: string;
}

interface Term {
  code: string;
  words: readonly { stem: string; isWhole: boolean }[];
}

interface Found {
  weight: number;
  because: string;
}

/** By the first four letters of the term's first word, so that a text is read once and not once per term. */
const terms: ReadonlyMap<string, readonly Term[]> = byBeginning();

/**
 * Goals and targets that a recommendation's English text points to, best first, at most `most` of them and at most two
 * of one goal. Deterministic, on the device, from a list of words: a help to find a code, never a verdict.
 */
export function suggestSdg(text: string, most = 6): SdgSuggestion[] {
  const words = wordsOf(text);
  const found = new Map<string, Map<Term, Found>>();
  words.forEach((_, place) => {
    for (const term of candidates(words[place]!)) {
      if (!stands(term, words, place)) continue;
      const because = words.slice(place, place + term.words.length).join(' ');
      const weight = term.words.length * (term.code.includes('.') ? 2 : 1);
      const ofCode = found.get(term.code) ?? new Map<Term, Found>();
      found.set(term.code, ofCode.set(term, { weight, because }));
    }
  });
  return ranked(found).slice(0, most);
}

function ranked(found: ReadonlyMap<string, ReadonlyMap<Term, Found>>): SdgSuggestion[] {
  const weightOf = (code: string): number =>
    [...(found.get(code)?.values() ?? [])].reduce((sum, { weight }) => sum + weight, 0);
  const goals = new Map<number, number>();
  for (const code of found.keys()) goals.set(goalOf(code)!, (goals.get(goalOf(code)!) ?? 0) + weightOf(code));
  const list = [...found.keys()].filter((code) => code.includes('.') || goals.get(goalOf(code)!) === weightOf(code));
  // A target gains from the other words of its goal, so that one chance word of another goal does not come first.
  const score = (code: string): number => weightOf(code) + goals.get(goalOf(code)!)! / 2;
  list.sort((a, b) => score(b) - score(a) || compareSdgCodes(a, b));
  const perGoal = new Map<number, number>();
  return list.flatMap((code) => {
    const before = perGoal.get(goalOf(code)!) ?? 0;
    perGoal.set(goalOf(code)!, before + 1);
    if (before >= 2) return [];
    const best = [...found.get(code)!.values()].reduce((a, b) => (b.weight > a.weight ? b : a));
    return [{ code, because: best.because }];
  });
}

function stands(term: Term, words: readonly string[], place: number): boolean {
  return term.words.every(({ stem, isWhole }, index) => {
    const word = words[place + index] ?? '';
    return isWhole ? word === stem : word.startsWith(stem);
  });
}

function candidates(word: string): readonly Term[] {
  return [1, 2, 3, 4].flatMap((length) => (word.length >= length ? (terms.get(word.slice(0, length)) ?? []) : []));
}

function byBeginning(): Map<string, Term[]> {
  const map = new Map<string, Term[]>();
  for (const [code, list] of Object.entries(sdgLexicon)) {
    for (const written of list.split('|')) {
      const words = written.split(' ').map((word) => ({ stem: word.replace('=', ''), isWhole: word.endsWith('=') }));
      const beginning = words[0]!.stem.slice(0, 4);
      map.set(beginning, [...(map.get(beginning) ?? []), { code, words }]);
    }
  }
  return map;
}

/** Lower-case words without accents; what stands between them, the hyphen and the possessive included, parts them. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/['’]s?\b/g, '')
      .match(/[a-z0-9]+/g) ?? []
  );
}
