import type { RecommendationId } from '@board/shared/ids';
import type { CatalogueField, Recommendation } from '@board/shared/model/catalogue';
import type { CatalogueChange } from '@board/shared/model/catalogue-changes';
import { numberKey } from '@board/shared/upr/number-key';

/** Two recommendations with the same number. */
export interface Twins {
  /** The one that stays when both are merged: the one that more groups have taken, else the smaller id. */
  first: Recommendation;
  second: Recommendation;
  /** Whatever both have is the same in both. */
  isSame: boolean;
}

/** Pairs with the same number. Of three the first two are a pair, and the third comes when they are merged. */
export function findTwins(catalogue: readonly Recommendation[], groupsOf: (id: RecommendationId) => number): Twins[] {
  const numbered = catalogue.filter((one) => numberKey(one.number) !== '');
  return [...Map.groupBy(numbered, (one) => numberKey(one.number)).values()].flatMap((members) => {
    const [first, second] = members.sort((a, b) => groupsOf(b.id) - groupsOf(a.id) || (a.id < b.id ? -1 : 1));
    return first && second ? [{ first, second, isSame: differingFields(first, second).length === 0 }] : [];
  });
}

/** Makes one of two. What only one of them has is kept; where they differ, what the kept one says. */
export function mergeTwins({ first, second }: Twins, keep: 'first' | 'second'): CatalogueChange[] {
  const changes: CatalogueChange[] = [{ id: second.id, field: 'mergedInto', value: first.id, byHand: false }];
  for (const field of fieldsOf(first, second)) {
    const [own, other] = [fieldValue(first, field), fieldValue(second, field)];
    const value = isEmpty(own) || (keep === 'second' && !isEmpty(other)) ? other : own;
    if (JSON.stringify(value) === JSON.stringify(own)) continue;
    changes.push({ id: first.id, field, value, byHand: second.byHand?.includes(field) ?? false });
  }
  return changes;
}

/** What both have, and not the same. */
export function differingFields(first: Recommendation, second: Recommendation): CatalogueField[] {
  return fieldsOf(first, second).filter((field) => {
    const [one, other] = [fieldValue(first, field), fieldValue(second, field)];
    return !isEmpty(one) && !isEmpty(other) && JSON.stringify(one) !== JSON.stringify(other);
  });
}

function fieldsOf(first: Recommendation, second: Recommendation): CatalogueField[] {
  const languages = [...new Set([...Object.keys(first.text), ...Object.keys(second.text)])];
  return ['position', 'states', 'themes', 'sdgs', 'source', ...languages.map((code) => `text:${code}` as const)];
}

/** The value of one field of a recommendation. */
export function fieldValue(one: Recommendation, field: CatalogueField): string | string[] {
  if (field.startsWith('text:')) return one.text[field.slice('text:'.length)] ?? '';
  return one[field as 'number' | 'position' | 'states' | 'themes' | 'sdgs' | 'source'] ?? [];
}

/** `pending` is what a list says that says nothing. */
function isEmpty(value: string | string[]): boolean {
  return value.length === 0 || value === 'pending';
}
