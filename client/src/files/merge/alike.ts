import type { RecommendationId } from '@board/shared/ids';
import type { Recommendation } from '@board/shared/model/catalogue';
import type { Match } from './match.ts';
import { tellingWords } from './other-words.ts';
import { mayBeOf } from './same-words.ts';

/** From this share of words in common on, of all that both have, one may be the other in other words. */
const leastAlike = 0.6;

/** Where more are as much alike, none is the likeliest: lists of one sentence with another name in each. */
const mostAlike = 3;
const asMuch = 0.02;

/** Where fewer of the lines without a number are in the catalogue, in the same words or in nearly the same, it is another list, and likeness says nothing. */
const sameList = 0.5;

/** A word that stands in more texts leads to none of them. */
const mostTexts = 100;

interface Candidate {
  key: number;
  there: Recommendation;
  share: number;
}

/**
 * For lines without a number that the catalogue does not have in the same words: the recommendation of those that the list
 * does not have which reads most like it, by the line's key. Each is proposed once. Goes through an index of words: two
 * thousand lines beside as many recommendations in a fraction of a second.
 */
export function likeliestOf(
  matched: readonly Match[],
  missing: readonly Recommendation[],
): ReadonlyMap<number, Recommendation> {
  const unnumbered = matched.filter(({ one }) => one.isNumberGiven);
  const open = unnumbered.filter(({ there }) => there === null);
  const found = new Map<number, Recommendation>();
  if (open.length === 0 || missing.length === 0) return found;
  const find = finderOfAlike(missing);
  const candidates = open.flatMap((match) => find(match)).sort((a, b) => b.share - a.share);
  const claimed = new Set<RecommendationId>();
  for (const { key, there } of candidates) {
    if (found.has(key) || claimed.has(there.id)) continue;
    found.set(key, there);
    claimed.add(there.id);
  }
  const known = unnumbered.length - open.length + found.size;
  return known >= unnumbered.length * sameList ? found : new Map();
}

function finderOfAlike(missing: readonly Recommendation[]): (match: Match) => Candidate[] {
  const texts = missing.flatMap((there) =>
    Object.entries(there.text).map(([language, words]) => ({ there, language, words: tellingWords(words) })),
  );
  const index = new Map<string, number[]>();
  for (const [at, { language, words }] of texts.entries())
    for (const word of words) {
      const key = `${language} ${word}`;
      const known = index.get(key);
      if (known) known.push(at);
      else index.set(key, [at]);
    }
  return ({ one }) => {
    const best = new Map<RecommendationId, Candidate>();
    for (const [language, text] of Object.entries(one.text)) {
      const words = tellingWords(text);
      const places = [...words].map((word) => index.get(`${language} ${word}`) ?? []);
      for (const at of new Set(places.filter(({ length }) => length <= mostTexts).flat())) {
        const { there, words: others } = texts[at]!;
        const count = [...words].filter((word) => others.has(word)).length;
        const share = (2 * count) / (words.size + others.size);
        if (share < leastAlike || share <= (best.get(there.id)?.share ?? 0) || !mayBeOf(there.states, one.states))
          continue;
        best.set(there.id, { key: one.key, there, share });
      }
    }
    const all = [...best.values()];
    const most = Math.max(0, ...all.map(({ share }) => share));
    const likeliest = all.filter(({ share }) => share >= most - asMuch);
    return likeliest.length > mostAlike ? [] : all;
  };
}
