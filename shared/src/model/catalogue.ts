import * as Y from 'yjs';
import { newId, type RecommendationId } from '../ids.ts';
import { keyed } from '../keyed.ts';
import { numberKey } from '../upr/number-key.ts';
import { compareNumbers } from '../upr/numbers.ts';
import type { PositionOfState } from '../upr/positions.ts';
import { goalOf } from '../upr/sdg.ts';
import { leadOf } from './lead.ts';
import { readKeyed, readMap, readText, readTexts } from './read.ts';

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
  /** Codes of the SDG goals and targets that its list names; missing where it names none. */
  sdgs?: string[] | undefined;
  /** Where it was taken from, for example a document symbol. */
  source: string;
  /** The position that it had before the present one, where it has changed. */
  was?: PositionOfState | undefined;
  /** By language: the text that it had first, where it has changed. */
  wasText?: Record<string, string> | undefined;
  /** What a facilitator has written by hand, so that no list overwrites it unasked. */
  byHand?: CatalogueField[] | undefined;
  /** Ids of others that were merged into this one; rows may still name them. */
  aliases?: RecommendationId[] | undefined;
}

/** What a list brings. */
export type NewRecommendation = Omit<Recommendation, 'id' | 'was' | 'wasText' | 'byHand' | 'aliases'>;

/** One value of a recommendation; texts by language. */
export type CatalogueField = 'number' | 'states' | 'position' | 'themes' | 'sdgs' | 'source' | `text:${string}`;

/** An entry as it stands in the document: it may have been merged into another one. */
export interface CatalogueEntry extends Recommendation {
  mergedInto?: RecommendationId;
}

/** The catalogue as it is shown. */
export interface CatalogueReading {
  /** Sorted by number. */
  list: Recommendation[];
  /** Also by the ids of those that were merged into others. */
  byId: Map<RecommendationId, Recommendation>;
}

/** All recommendations, sorted by number; for who reads them at every change, so many and no more. */
export function readCatalogue(doc: Y.Doc, most = Number.POSITIVE_INFINITY): Recommendation[] {
  const entries = new Map<RecommendationId, CatalogueEntry>();
  for (const [id, entry] of doc.getMap('recommendations').entries()) {
    if (entries.size >= most) break;
    if (entry instanceof Y.Map) entries.set(id as RecommendationId, readEntry(id as RecommendationId, entry));
  }
  return arrangeCatalogue(entries).list;
}

/** Sorts entries, and leads the ids of those that were merged to the ones that they were merged into. All others stay the same objects. */
export function arrangeCatalogue(entries: ReadonlyMap<string, CatalogueEntry>): CatalogueReading {
  const aliases = new Map<RecommendationId, RecommendationId[]>();
  const intoOf = (id: RecommendationId): RecommendationId | null | undefined => {
    const entry = entries.get(id);
    return entry && (entry.mergedInto ?? null);
  };
  for (const { id, mergedInto } of entries.values()) {
    const into = mergedInto === undefined ? id : leadOf(id, intoOf);
    if (into === id) continue;
    const known = aliases.get(into);
    if (known) known.push(id);
    else aliases.set(into, [id]);
  }
  const hidden = new Set([...aliases.values()].flat());
  const list: Recommendation[] = [];
  for (const one of entries.values()) {
    const others = aliases.get(one.id);
    if (hidden.has(one.id)) continue;
    if (!others && one.mergedInto === undefined) list.push(one);
    else {
      const { mergedInto: _, ...shown } = one;
      list.push(others ? { ...shown, aliases: others } : shown);
    }
  }
  sortRecommendations(list);
  const byId = new Map<RecommendationId, Recommendation>();
  for (const one of list) for (const id of [one.id, ...(one.aliases ?? [])]) byId.set(id, one);
  return { list, byId };
}

/** Sorts a list in place: by number, and by id where numbers are equal. */
export function sortRecommendations(list: Recommendation[]): Recommendation[] {
  return list.sort((a, b) => compareNumbers(a.number, b.number) || (a.id < b.id ? -1 : 1));
}

/** Takes in a list as one transaction, with the caller's origin. A number that is there already is updated in place, so rows that point to it stay. Asks nothing and keeps nothing to take it back by: for content that comes with a workshop. */
export function takeIn(doc: Y.Doc, list: readonly NewRecommendation[], origin: unknown = null): void {
  doc.transact(() => {
    const map = doc.getMap('recommendations');
    const known = new Map(readCatalogue(doc).map((one) => [numberKey(one.number), one.id]));
    for (const one of list) {
      const id = (one.number !== '' && known.get(numberKey(one.number))) || newId<RecommendationId>();
      const entry = readMap(map.get(id));
      if (entry) update(entry, one);
      else map.set(id, newEntry(one));
    }
  }, origin);
}

/** One entry as plain values. */
export function readEntry(id: RecommendationId, entry: Y.Map<unknown>): CatalogueEntry {
  const text = keyed<string, string>();
  for (const [language, words] of readMap(entry.get('text'))?.entries() ?? []) text[language] = readText(words);
  const was = readText(entry.get('was'), 20);
  const mergedInto = readText(entry.get('mergedInto'), 40);
  const sdgs = readTexts(entry.get('sdgs')).filter((code) => goalOf(code) !== null);
  const byHand = [...entry.keys()].filter((key) => key.startsWith(handPrefix) && entry.get(key) === true);
  const wasText = readKeyed(entry, wasTextPrefix);
  return {
    id,
    number: readText(entry.get('number'), 40),
    text,
    states: readTexts(entry.get('states')),
    position: readPosition(entry.get('position')),
    themes: readTexts(entry.get('themes')),
    ...(sdgs.length > 0 && { sdgs }),
    source: readText(entry.get('source'), 500),
    ...(was !== '' && { was: readPosition(was) }),
    ...(wasText && { wasText }),
    ...(byHand.length > 0 && { byHand: byHand.map((key) => key.slice(handPrefix.length) as CatalogueField).sort() }),
    ...(mergedInto !== '' && { mergedInto: mergedInto as RecommendationId }),
  };
}

const handPrefix = 'hand:';

/** The key of an entry under which it stands that a value was written by hand. */
export function handKey(field: CatalogueField): string {
  return handPrefix + field;
}

const wasTextPrefix = 'was:text:';

/** The key of an entry under which the first text in a language stands, where it has changed. */
export function wasTextKey(language: string): string {
  return wasTextPrefix + language;
}

function readPosition(value: unknown): PositionOfState {
  const position = readText(value, 20);
  return position === 'supported' || position === 'noted' ? position : 'pending';
}

/** A recommendation as the document holds it, but for those that were merged into it. */
export function newEntry(one: Omit<Recommendation, 'id' | 'aliases'>): Y.Map<unknown> {
  const { text, wasText = {}, byHand = [], ...flat } = one;
  return new Y.Map<unknown>([
    ...Object.entries(flat).filter(([, value]) => value !== undefined),
    ...byHand.map((field): [string, true] => [handKey(field), true]),
    ...Object.entries(wasText).map(([language, words]): [string, string] => [wasTextKey(language), words]),
    ['text', new Y.Map(Object.entries(text))],
  ]);
}

function update(entry: Y.Map<unknown>, one: NewRecommendation): void {
  const before = readEntry('' as RecommendationId, entry);
  const texts = readMap(entry.get('text'));
  if (texts) {
    for (const [language, words] of Object.entries(one.text))
      if (before.text[language] !== words) texts.set(language, words);
  } else entry.set('text', new Y.Map(Object.entries(one.text)));
  for (const name of ['states', 'position', 'themes', 'source'] as const) {
    if (JSON.stringify(before[name]) !== JSON.stringify(one[name])) entry.set(name, one[name]);
  }
  // A list that names none says nothing about them.
  if (one.sdgs && JSON.stringify(before.sdgs) !== JSON.stringify(one.sdgs)) entry.set('sdgs', one.sdgs);
}
