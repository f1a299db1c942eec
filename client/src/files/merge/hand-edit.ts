import type { CatalogueField, Recommendation } from '@board/shared/model/catalogue';
import type { CatalogueChange } from '@board/shared/model/catalogue-changes';
import { numberKey } from '@board/shared/upr/number-key';
import { codeOfName, namesWritten } from '../written-states.ts';
import { fieldValue } from './twins.ts';

/** A recommendation's values as somebody has written them. */
export type Written = Pick<Recommendation, 'number' | 'text' | 'states' | 'position'>;

/** What was changed by hand; texts that were emptied are taken away. */
export function handChanges(one: Recommendation, written: Written): CatalogueChange[] {
  const languages = [...new Set([...Object.keys(one.text), ...Object.keys(written.text)])];
  const fields: CatalogueField[] = [
    'number',
    'states',
    'position',
    ...languages.map((code) => `text:${code}` as const),
  ];
  return fields.flatMap((field): CatalogueChange[] => {
    const [before, after] = [fieldValue(one, field), fieldValue({ ...one, ...written }, field)];
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    return [{ id: one.id, field, value: after === '' ? null : after, byHand: true }];
  });
}

/** The States that somebody has written. What is no State stays as written. */
export function statesIn(text: string, nameOf: (code: string) => string): string[] {
  return namesWritten(text).map((name) => codeOfName(name, nameOf) ?? name);
}

/** What is wrong with a number that was written by hand. */
export function numberFault(
  number: string,
  one: Recommendation,
  catalogue: readonly Recommendation[],
): 'numberMissing' | 'numberTaken' | null {
  const key = numberKey(number);
  if (key === '') return 'numberMissing';
  if (key === numberKey(one.number)) return null;
  return catalogue.some((other) => other.id !== one.id && numberKey(other.number) === key) ? 'numberTaken' : null;
}
