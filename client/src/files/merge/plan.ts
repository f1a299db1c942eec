import type { RecommendationId } from '@board/shared/ids';
import type { CatalogueField, Recommendation } from '@board/shared/model/catalogue';
import { numberKey } from '@board/shared/upr/number-key';
import type { PositionOfState } from '@board/shared/upr/positions';
import type { Incoming } from './incoming.ts';

/** Why a difference is not taken unless somebody says so. */
export type Doubt =
  /** A facilitator has written the present value by hand. */
  | 'by-hand'
  /** The list has it pending, and the State has answered since. */
  | 'answered'
  /** Only signs that nobody sees differ, and the list has fewer of them: Khmer would lose its line breaks. */
  | 'signs-lost';

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

/** What taking in a list would do to the catalogue, by number. */
export interface MergePlan {
  added: Incoming[];
  changed: Changed[];
  same: Recommendation[];
  /** In the catalogue and not in the list: they stay. */
  missing: Recommendation[];
  /** Their number stands in the list before, written in another way: they are not taken in. */
  twice: Incoming[];
}

/** What somebody has decided otherwise than the plan proposes: by the key of a difference, or `added/<key>`. */
export type Choices = ReadonlyMap<string, boolean>;

/** Compares a list with the catalogue. Of several with one number in the catalogue the first is meant, and in the list as well. */
export function planMerge(catalogue: readonly Recommendation[], list: readonly Incoming[]): MergePlan {
  const known = new Map<string, Recommendation>();
  for (const one of catalogue) {
    const key = numberKey(one.number);
    if (key !== '' && !known.has(key)) known.set(key, one);
  }
  const plan: MergePlan = { added: [], changed: [], same: [], missing: [], twice: [] };
  const met = new Set<string>();
  for (const one of list) {
    const key = numberKey(one.number);
    if (met.has(key)) {
      plan.twice.push(one);
      continue;
    }
    met.add(key);
    const there = known.get(key);
    if (!there) {
      plan.added.push(one);
      continue;
    }
    const differences = differencesOf(there, one);
    if (differences.length === 0) plan.same.push(there);
    else plan.changed.push({ id: there.id, number: there.number, differences });
  }
  plan.missing = catalogue.filter((one) => !met.has(numberKey(one.number)));
  return plan;
}

/** What the plan proposes when nobody has decided otherwise. */
export function isTaken(difference: Difference, choices: Choices): boolean {
  return choices.get(difference.key) ?? difference.doubt === null;
}

/** The key under which it is chosen whether one that is new is taken in. */
export function addedKey({ key }: Incoming): string {
  return `added/${key}`;
}

/** Whether one that is new is taken in. */
export function isAdded(one: Incoming, choices: Choices): boolean {
  return choices.get(addedKey(one)) ?? true;
}

function differencesOf(known: Recommendation, next: Incoming): Difference[] {
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
      doubt: isKept && !byHand ? 'by-hand' : doubt,
    });
  };
  for (const [language, words] of Object.entries(next.text)) {
    const before = known.text[language] ?? '';
    if (words === '' || before === words || plainWords(before) === plainWords(words)) continue;
    const isLess = visibleWords(before) === visibleWords(words) && signCount(before) > signCount(words);
    add(`text:${language}`, before === '' ? null : before, words, isLess ? 'signs-lost' : null);
  }
  if (next.position !== null && next.position !== known.position)
    add('position', known.position, next.position, next.position === 'pending' ? 'answered' : null);
  for (const field of ['states', 'themes'] as const)
    if (next[field].length > 0 && !isSameSet(known[field], next[field]))
      add(field, known[field].length > 0 ? known[field] : null, next[field], null);
  if (next.source !== '' && known.source === '') add('source', null, next.source, null);
  return found;
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
