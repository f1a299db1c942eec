import { compareSdgCodes, goalOf } from './sdg.ts';
import { type Reading, readings, type Unit } from './sdg-reading.ts';

/** A target (or, where no target fits, a goal) that a text seems to be about. */
export interface SdgSuggestion {
  code: string;
  /** The words of the text that led to it, as they stand there. */
  because: string;
}

/**
 * Goals and targets that a text points to, best first, at most `most` of them (6) and at most two of one goal.
 * Deterministic, on the device, from a list of words: a help to find a code, never a verdict. `isTyped`: the
 * last word may be no more than the beginning of one (`journa`).
 */
export type SdgSuggest = (text: string, most?: number, isTyped?: boolean) => SdgSuggestion[];

/**
 * Terms by code, separated by `|`. A word stands for all that begin with it (`prison` finds prisoners) unless it ends in
 * `=`; several words stand one after the other in the text. In Khmer a word is found wherever its letters stand.
 * Terms under '' point to nothing and hide those inside them: `travail` in `groupe de travail` is not about work.
 */
type SdgLexicon = Readonly<Record<string, string>>;

const lexicons: Readonly<Record<string, () => Promise<{ readonly sdgLexicon: SdgLexicon }>>> = {
  en: () => import('./sdg-lexicon/en.ts'),
  fr: () => import('./sdg-lexicon/fr.ts'),
  ar: () => import('./sdg-lexicon/ar.ts'),
  km: () => import('./sdg-lexicon/km.ts'),
};

/** Loads what finds targets for texts in a language (`fr`, `fr-CA`); for a language without a list nothing is found. */
export async function loadSdgSuggest(language: string): Promise<SdgSuggest> {
  const base = language.split('-')[0]!.toLowerCase();
  if (!Object.hasOwn(lexicons, base)) return () => [];
  return suggester((await lexicons[base]!()).sdgLexicon, readings[base]!);
}

interface Piece {
  stem: string;
  isWhole: boolean;
}

type Word = readonly Piece[];

interface Term {
  code: string;
  words: readonly Word[];
}

interface Hit {
  term: Term;
  from: number;
  to: number;
}

function suggester(lexicon: SdgLexicon, { unitsOf, isWhole, fillers }: Reading): SdgSuggest {
  const wordOf = (written: string): Word =>
    unitsOf(written.replace('=', '')).map(({ forms }) => ({
      stem: forms[0]!,
      isWhole: isWhole || written.endsWith('='),
    }));
  const terms = byBeginning(lexicon, wordOf);
  const between = fillers.map((filler) => wordOf(`${filler}=`));
  return (text, most = 6, isTyped = false) => {
    const units = unitsOf(text);
    const hits = [...(isTyped ? begunIn(terms, units) : [])];
    hits.push(
      ...units.flatMap((unit, from) =>
        candidates(terms, unit).flatMap((term) => {
          const to = endOf(term, units, from, between);
          return to === null ? [] : [{ term, from, to }];
        }),
      ),
    );
    const because = (hit: Hit): string => text.slice(units[hit.from]!.start, units[hit.to - 1]!.end);
    return ranked(shown(hits))
      .slice(0, most)
      .map(({ code, hit }) => ({ code, because: because(hit) }));
  };
}

/** Letters of a word that say something of how it goes on. */
const leastBegun = 4;

/** Terms of one word that the last word of a text is the beginning of. */
function begunIn(terms: Terms, units: readonly Unit[]): Hit[] {
  const from = units.length - 1;
  const forms = (units[from]?.forms ?? []).filter((form) => form.length >= leastBegun);
  return forms.flatMap((form) =>
    (terms.get(form.slice(0, leastBegun)) ?? [])
      .filter(({ words: list }) => {
        const first = list.length === 1 && list[0]?.length === 1 ? list[0][0] : undefined;
        return first?.isWhole === false && first.stem.length > form.length && first.stem.startsWith(form);
      })
      .map((term) => ({ term, from, to: units.length })),
  );
}

/** Without what stands inside a term that points to nothing. */
function shown(hits: readonly Hit[]): Hit[] {
  const covers = hits.filter(({ term }) => term.code === '');
  return hits.filter(
    ({ term, from, to }) => term.code !== '' && !covers.some((cover) => cover.from <= from && to <= cover.to),
  );
}

function ranked(hits: readonly Hit[]): { code: string; hit: Hit }[] {
  // Each term counts once, however often it stands in the text.
  const found = new Map<string, Map<Term, Hit>>();
  for (const hit of hits) {
    const ofCode = found.get(hit.term.code) ?? new Map<Term, Hit>();
    found.set(hit.term.code, ofCode.set(hit.term, hit));
  }
  const weightOf = (code: string): number =>
    [...(found.get(code)?.keys() ?? [])].reduce((sum, term) => sum + weight(term), 0);
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
    return [{ code, hit: [...found.get(code)!.values()].reduce((a, b) => (weight(b.term) > weight(a.term) ? b : a)) }];
  });
}

/** Longer terms say more, and so do those of a target. */
function weight({ code, words }: Term): number {
  return words.length * (code.includes('.') ? 2 : 1);
}

/** Where a term that begins at a place ends, or null when it does not stand there. */
function endOf(term: Term, units: readonly Unit[], from: number, fillers: readonly Word[]): number | null {
  let at = from;
  for (const [index, word] of term.words.entries()) {
    while (!stands(word, units, at)) {
      const filler = index === 0 ? undefined : fillers.find((one) => stands(one, units, at));
      if (!filler) return null;
      at += filler.length;
    }
    at += word.length;
  }
  return at;
}

function stands(word: Word, units: readonly Unit[], at: number): boolean {
  return word.every(({ stem, isWhole }, index) =>
    units[at + index]?.forms.some((form) => (isWhole ? form === stem : form.startsWith(stem))),
  );
}

/** Terms by the first four letters of their first word, so that a text is read once and not once per term. */
type Terms = ReadonlyMap<string, readonly Term[]>;

function candidates(terms: Terms, { forms }: Unit): Term[] {
  const beginnings = forms.flatMap((form) => [1, 2, 3, 4].slice(0, form.length).map((length) => form.slice(0, length)));
  return [...new Set(beginnings)].flatMap((beginning) => terms.get(beginning) ?? []);
}

function byBeginning(lexicon: SdgLexicon, wordOf: (written: string) => Word): Terms {
  const map = new Map<string, Term[]>();
  for (const [code, list] of Object.entries(lexicon)) {
    for (const written of list.split('|')) {
      const term = { code, words: written.split(' ').map(wordOf) };
      const beginning = term.words[0]![0]!.stem.slice(0, 4);
      map.set(beginning, [...(map.get(beginning) ?? []), term]);
    }
  }
  return map;
}
