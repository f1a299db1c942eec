import * as Y from 'yjs';
import { newId, type RecommendationId } from '../ids.ts';
import { compareNumbers } from '../upr/numbers.ts';
import type { PositionOfState } from '../upr/positions.ts';
import { readMap, readText, readTexts } from './read.ts';

/** One recommendation of the review. `number` is text: 110.10 is not 110.1. */
export interface Recommendation {
  id: RecommendationId;
  number: string;
  /** By language code, such as `en` or `km`. */
  text: Record<string, string>;
  /** Recommending States: ISO 3166-1 alpha-3 codes where known, else the name as printed. */
  states: string[];
  position: PositionOfState;
  themes: string[];
  /** Where it was taken from, for example a document symbol. */
  source: string;
}

export type NewRecommendation = Omit<Recommendation, 'id'>;

/** All recommendations, sorted by number. */
export function readCatalogue(doc: Y.Doc): Recommendation[] {
  const list: Recommendation[] = [];
  for (const [id, entry] of doc.getMap('recommendations').entries()) {
    if (entry instanceof Y.Map) list.push(readRecommendation(id as RecommendationId, entry));
  }
  return sortRecommendations(list);
}

/** Sorts a list in place: by number, and by id where numbers are equal. */
export function sortRecommendations(list: Recommendation[]): Recommendation[] {
  return list.sort((a, b) => compareNumbers(a.number, b.number) || (a.id < b.id ? -1 : 1));
}

/** Takes in a list as one transaction, with the caller's origin so that it can be undone. A number that is there already is updated in place, so rows that point to it stay. */
export function takeIn(doc: Y.Doc, list: readonly NewRecommendation[], origin: unknown = null): void {
  doc.transact(() => {
    const map = doc.getMap('recommendations');
    const known = new Map(readCatalogue(doc).map((one) => [one.number, one.id]));
    for (const one of list) {
      const id = (one.number !== '' && known.get(one.number)) || newId<RecommendationId>();
      const entry = readMap(map.get(id));
      if (entry) update(entry, one);
      else map.set(id, created(one));
    }
  }, origin);
}

/** One recommendation as plain values. */
export function readRecommendation(id: RecommendationId, entry: Y.Map<unknown>): Recommendation {
  const text: Record<string, string> = {};
  for (const [language, words] of readMap(entry.get('text'))?.entries() ?? []) text[language] = readText(words);
  const position = readText(entry.get('position'), 20);
  return {
    id,
    number: readText(entry.get('number'), 40),
    text,
    states: readTexts(entry.get('states')),
    position: position === 'supported' || position === 'noted' ? position : 'pending',
    themes: readTexts(entry.get('themes')),
    source: readText(entry.get('source'), 500),
  };
}

function created(one: NewRecommendation): Y.Map<unknown> {
  const { text, ...flat } = one;
  return new Y.Map<unknown>([...Object.entries(flat), ['text', new Y.Map(Object.entries(text))]]);
}

function update(entry: Y.Map<unknown>, one: NewRecommendation): void {
  const before = readRecommendation('' as RecommendationId, entry);
  const texts = readMap(entry.get('text'));
  if (texts) {
    for (const [language, words] of Object.entries(one.text))
      if (before.text[language] !== words) texts.set(language, words);
  } else entry.set('text', new Y.Map(Object.entries(one.text)));
  for (const name of ['states', 'position', 'themes', 'source'] as const) {
    if (JSON.stringify(before[name]) !== JSON.stringify(one[name])) entry.set(name, one[name]);
  }
}
