import { groupDocument } from '@board/shared/ids';
import { readCatalogue } from '@board/shared/model/catalogue';
import { charterWords } from '@board/shared/model/charter';
import { readStrategy } from '@board/shared/model/strategy';
import { expect, test } from 'vitest';
import { demonstration } from './content.ts';
import { demonstrationSeed } from './documents.ts';

/** A row that nobody has begun keeps one empty action to type into. */
const isWritten = ({ text }: { text: string }): boolean => text !== '';

test('WO10 Everything of the plain demonstration stands in its documents, and nothing else', () => {
  const seed = demonstrationSeed(demonstration, '2027-03-04');
  const catalogue = readCatalogue(seed.documents.get('catalogue')!);
  const numberOf = new Map(catalogue.map((one) => [one.id, one.number]));
  const byNumber = (list: { number: string }[]) => [...list].sort((a, b) => (a.number < b.number ? -1 : 1));
  expect(byNumber(catalogue)).toMatchObject(byNumber(demonstration.recommendations));
  expect(catalogue).toHaveLength(demonstration.recommendations.length);
  const groups = seed.groups.map(({ id, name }) => ({
    name,
    rows: readStrategy(seed.documents.get(groupDocument(id))!).map((row) => ({
      recommendation: row.recommendation === null ? null : numberOf.get(row.recommendation)!,
      mechanisms: row.mechanisms,
      sdgTargets: row.sdgTargets,
      priority: row.priority,
      actions: row.actions.filter(isWritten).map(({ id: _id, order: _order, ...action }) => action),
      risks: row.risks.map(({ risk, response }) => ({ risk, response })),
    })),
  }));
  const sorted = demonstration.groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => ({ ...row, sdgTargets: [...row.sdgTargets].sort() })),
  }));
  expect(groups).toEqual(sorted);
  const charter = charterWords(seed.documents.get('charter')!);
  const nameOf = new Map(seed.groups.map(({ id, name }) => [id, name]));
  expect(charter).toMatchObject({ preamble: demonstration.charter.preamble, closing: demonstration.charter.closing });
  expect(charter.items.map(({ text, groupId }) => ({ text, group: groupId && nameOf.get(groupId) }))).toEqual(
    demonstration.charter.items,
  );
});

test('WO10 Two demonstrations share no id', () => {
  const [one, two] = [demonstrationSeed(demonstration, '2027-03-04'), demonstrationSeed(demonstration, '2027-03-04')];
  const ids = (seed: typeof one): string[] => [
    ...seed.groups.map((group) => group.id),
    ...readCatalogue(seed.documents.get('catalogue')!).map((recommendation) => recommendation.id),
  ];
  expect(ids(one).filter((id) => ids(two).includes(id))).toEqual([]);
});
