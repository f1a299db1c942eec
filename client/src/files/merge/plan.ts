import type { RecommendationId } from '@board/shared/ids';
import type { CatalogueField, Recommendation } from '@board/shared/model/catalogue';
import { numberKey } from '@board/shared/upr/number-key';
import type { PositionOfState } from '@board/shared/upr/positions';
import { isStateCode } from '@board/shared/upr/states';
import { likeliestOf } from './alike.ts';
import type { Incoming } from './incoming.ts';
import { type Match, matchList } from './match.ts';
import { areOtherWords } from './other-words.ts';
import { wordsKey } from './same-words.ts';

/** Why a difference is not taken unless somebody says so. */
export type Doubt =
  /** A facilitator has written the present value by hand. */
  | 'by-hand'
  /** The list has it pending, and the State has answered since. */
  | 'answered'
  /** Only signs that nobody sees differ, and the list has fewer of them: Khmer would lose its line breaks. */
  | 'signs-lost'
  /** The list names a State that is not known, where the catalogue has known ones. */
  | 'states-unknown'
  /** The number is the same and hardly any word, or the whole list looks like another one: it may mean another recommendation by it. */
  | 'other-words';

/** One value that the list has otherwise than the catalogue. */
export interface Difference {
  /** Tells it apart in the whole plan. */
  key: string;
  field: CatalogueField;
  /** Null: the catalogue has none yet. */
  before: string | readonly string[] | null;
  after: string | readonly string[];
  /** Written in the preview by hand. */
  byHand: boolean;
  doubt: Doubt | null;
}

/** A recommendation that the catalogue has and the list would change. */
export interface Changed {
  id: RecommendationId;
  number: string;
  differences: Difference[];
}

/** What taking in one of a list would do to the catalogue. `other`: it looks like another recommendation than the one with its number; `alike`: it has no number, and the catalogue has one in nearly the same words. */
export type Fate = 'new' | 'changed' | 'same' | 'other' | 'alike';

/** One without a number that the catalogue has perhaps, in nearly the same words. Nothing of it is taken before somebody has said what it is. */
export interface Alike {
  one: Incoming;
  there: Recommendation;
  /** What would change where it is that one. */
  differences: Difference[];
}

/** What taking in a list would do to the catalogue. */
export interface MergePlan {
  /** For each of the list, by its key; none for those of `twice`. */
  fates: ReadonlyMap<number, Fate>;
  added: Incoming[];
  alike: Alike[];
  changed: Changed[];
  same: Recommendation[];
  /** In the catalogue and not in the list: they stay. */
  missing: Recommendation[];
  /** Their number, or without one their words, stand in the list before, written in another way: they are not taken in. */
  twice: Incoming[];
  /** The list looks like another one: nothing of it is taken unasked. `words`: most of it reads otherwise than what has its numbers; `numbers`: its numbers are others, and so are its words. */
  otherList: 'words' | 'numbers' | null;
}

/** What somebody has decided otherwise than the plan proposes: by the key of a difference, or `added/<key>`. */
export type Choices = ReadonlyMap<string, boolean>;

/** So many must look like other recommendations before the whole list does. */
const leastOthers = 3;

/** Below this share of those that could be there a list under other numbers is another list. */
const leastKnown = 0.1;

/** Compares a list with the catalogue. Of several with one number in the catalogue the first is meant, and in the list as well. */
export function planMerge(catalogue: readonly Recommendation[], list: readonly Incoming[]): MergePlan {
  const { matched, twice, missing } = matchList(catalogue, list);
  const words = new Map(matched.map((match) => [match, standingOfWords(match)]));
  const others = matched.filter((match) => words.get(match) === 'others').length;
  const comparable = matched.filter((match) => words.get(match) !== 'unknown').length;
  const hasOtherWords = others >= leastOthers && others * 2 > comparable;
  const otherList = hasOtherWords ? 'words' : hasOtherNumbers(catalogue, matched) ? 'numbers' : null;
  const likeliest = likeliestOf(matched, missing);
  const proposed = new Set([...likeliest.values()].map(({ id }) => id));
  const fates = new Map<number, Fate>();
  const left = missing.filter(({ id }) => !proposed.has(id));
  const plan: MergePlan = { fates, added: [], alike: [], changed: [], same: [], missing: left, twice, otherList };
  for (const match of matched) {
    const { one, there } = match;
    const alike = likeliest.get(one.key);
    const isOther = words.get(match) === 'others' || otherList !== null;
    const differences = there ? differencesOf(match, there, isOther) : [];
    fates.set(
      one.key,
      there ? (differences.length === 0 ? 'same' : isOther ? 'other' : 'changed') : alike ? 'alike' : 'new',
    );
    if (alike)
      plan.alike.push({
        one,
        there: alike,
        differences: differencesOf({ one, there: alike, by: 'words' }, alike, false),
      });
    else if (!there) plan.added.push(one);
    else if (differences.length === 0) plan.same.push(there);
    else plan.changed.push({ id: there.id, number: there.number, differences });
  }
  return plan;
}

/** Whether a list with numbers has other ones than the catalogue, under other paragraphs, and hardly any of its words. */
function hasOtherNumbers(catalogue: readonly Recommendation[], matched: readonly Match[]): boolean {
  const numbered = matched.filter(({ one }) => !one.isNumberGiven && one.number !== '');
  const known = numbered.filter(({ there }) => there !== null).length;
  const paragraphs = new Set(catalogue.map(({ number }) => paragraphOf(number)));
  const besides = numbered.filter(({ one }) => !paragraphs.has(paragraphOf(one.number))).length;
  const could = Math.min(numbered.length, catalogue.length);
  return could >= leastOthers && known < could * leastKnown && besides * 2 > numbered.length;
}

/** 118 of 118.5; '' where a number has no point. */
function paragraphOf(number: string): string {
  const [paragraph = '', item] = numberKey(number).split('.');
  return item === undefined ? '' : paragraph;
}

/** How the words of one stand to those of the recommendation with its number, in the languages that both have; `unknown`: they have none, or somebody has written one of them by hand. */
function standingOfWords({ one, there, by }: Match): 'unknown' | 'same' | 'changed' | 'others' {
  if (there === null || by === 'words') return 'unknown';
  const isByHand = (field: CatalogueField) => one.byHand.includes(field) || there.byHand?.includes(field);
  const pairs = Object.entries(one.text)
    .filter(([language]) => !isByHand(`text:${language}`))
    .map(([language, words]) => [there.text[language] ?? '', words] as const)
    .filter((pair) => pair.every((words) => wordsKey(words) !== ''));
  if (pairs.length === 0) return 'unknown';
  if (pairs.every(([before, after]) => wordsKey(before) === wordsKey(after))) return 'same';
  return pairs.every(([before, after]) => areOtherWords(before, after)) ? 'others' : 'changed';
}

/** What the plan proposes when nobody has decided otherwise. */
export function isTaken(difference: Difference, choices: Choices): boolean {
  return choices.get(difference.key) ?? difference.doubt === null;
}

/** The key under which it is chosen whether one that is new is taken in. */
export function addedKey({ key }: Incoming): string {
  return `added/${key}`;
}

/** Whether one of the plan that is new is taken in. */
export function isAdded({ otherList }: Pick<MergePlan, 'otherList'>, one: Incoming, choices: Choices): boolean {
  return choices.get(addedKey(one)) ?? otherList === null;
}

/** The key under which it is chosen whether one is the recommendation that is proposed for it. */
export function alikeKey({ key }: Incoming): string {
  return `alike/${key}`;
}

/** What somebody has said of one that is like a recommendation of the catalogue. */
export function answerOf({ one }: Alike, choices: Choices): 'same' | 'new' | null {
  return choices.get(alikeKey(one)) ? 'same' : choices.get(addedKey(one)) ? 'new' : null;
}

/** All that one has otherwise than the recommendation that it is; `isOther`: it looks like another one, and nothing of it is taken unasked. */
function differencesOf({ one: next, by }: Match, known: Recommendation, isOther: boolean): Difference[] {
  const found: Difference[] = [];
  const add = (
    field: CatalogueField,
    before: Difference['before'],
    after: Difference['after'],
    doubt: Doubt | null,
  ) => {
    const isKept = known.byHand?.includes(field) ?? false;
    const byHand = next.byHand.includes(field);
    // Who has just written it in the preview has decided already.
    found.push({
      key: `${known.id}/${field}`,
      field,
      before,
      after,
      byHand,
      doubt: isOther ? 'other-words' : isKept && !byHand ? 'by-hand' : doubt,
    });
  };
  const isByWords = by === 'words';
  if (isByWords && !next.isNumberGiven) add('number', known.number, next.number, null);
  for (const [language, words] of Object.entries(next.text)) {
    const before = known.text[language] ?? '';
    if (words === '' || before === words || plainWords(before) === plainWords(words)) continue;
    // What it is known by is no change of its words.
    if (isByWords && wordsKey(before) === wordsKey(words)) continue;
    const isLess = visibleWords(before) === visibleWords(words) && signCount(before) > signCount(words);
    add(`text:${language}`, before === '' ? null : before, words, isLess ? 'signs-lost' : null);
  }
  const isPendingUnasked = next.position === 'pending' && !next.byHand.includes('position');
  if (next.position !== null && next.position !== known.position)
    add('position', known.position, next.position, isPendingUnasked ? 'answered' : null);
  for (const field of ['states', 'themes', 'sdgs'] as const) {
    const before = known[field] ?? [];
    // A row without a number may name one of several States only.
    const isPart = isByWords && field === 'states' && !next.byHand.includes('states');
    const after = isPart ? [...new Set([...before, ...next.states])] : next[field];
    if (next[field].length > 0 && !isSameSet(before, after))
      add(field, before.length > 0 ? before : null, after, field === 'states' ? statesDoubt(before, next) : null);
  }
  if (next.source !== '' && known.source === '') add('source', null, next.source, null);
  return found;
}

/** A name that nobody knows is perhaps a known State's in other words: it takes no known State's place unasked. */
function statesDoubt(before: readonly string[], next: Incoming): Doubt | null {
  const isStranger = (name: string) => !isStateCode(name) && !before.includes(name);
  return !next.byHand.includes('states') && before.some(isStateCode) && next.states.some(isStranger)
    ? 'states-unknown'
    : null;
}

/** Blanks of any kind and number are one, apostrophes and quotation marks of any shape too: reports and lists differ in them. */
function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[“”«»„]/g, '"')
    .trim();
}

const unseen = /[\u200b-\u200d\u2060\u00ad\ufeff]/g;

function visibleWords(text: string): string {
  return plainWords(text.replace(unseen, ''));
}

function signCount(text: string): number {
  return text.match(unseen)?.length ?? 0;
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const known = new Set(one);
  return one.length === other.length && other.every((member) => known.has(member));
}

/** A position, as differences hold it. */
export function positionOf(value: Difference['before']): PositionOfState {
  return value === 'supported' || value === 'noted' ? value : 'pending';
}
