import { readStrategy } from '@board/shared/model/strategy';
import { readStrategyPart } from '@board/shared/workshop-file/read-parts';
import { filledFile } from '@board/shared/workshop-file/workshop-file.fixture';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { arrangements } from '../export/orders.ts';
import { applyForm, planForm } from './form-plan.ts';
import { byNumber, docOf, kinds, made } from './own-form.fixture.ts';

const ways = arrangements.flatMap((by) => kinds.map((as) => [by, as] as const));

test.each(ways)(
  'FO52 from a file in any order each group’s strategy comes in again as it went out: by %s, %s',
  async (by, as) => {
    const file = filledFile({ groups: 2, rows: 3 });
    for (const { strategy } of file.groups) strategy!.rows[0]!.sdgTargets = ['1.4', '5.2', '16.3'];
    const tables = await made({ what: 'consolidated', by, as }, file, 'en');
    expect(tables.map(({ title }) => title).toSorted()).toEqual(file.groups.map(({ name }) => name).toSorted());
    for (const group of file.groups) {
      const { rows } = tables.find(({ title }) => title === group.name)!;
      const doc = docOf(file, group);
      const before = doc.toJSON();
      applyForm(doc, planForm(rows, readStrategy(doc), byNumber(file)), {});
      expect(doc.toJSON()).toEqual(before);
      const empty = new Y.Doc();
      applyForm(empty, planForm(rows, [], byNumber(file)), {});
      const counts = (all: readonly { actions: object[]; risks: object[]; mechanisms: object[] }[]) =>
        all.map(({ actions, risks, mechanisms }) => [actions.length, risks.length, mechanisms.length]).toSorted();
      expect(counts(readStrategyPart(empty).rows)).toEqual(counts(group.strategy!.rows));
    }
  },
);

test.each(ways)('FO52 two groups of one name stay two: by %s, %s', async (by, as) => {
  const file = filledFile({ groups: 2, rows: 3 });
  file.groups[1]!.name = file.groups[0]!.name;
  const tables = await made({ what: 'consolidated', by, as }, file, 'en');
  const ids = tables.map(({ rows }) => rows.map(({ id }) => id).toSorted()).toSorted();
  expect(ids).toEqual(file.groups.map(({ strategy }) => strategy!.rows.map(({ id }) => id).toSorted()).toSorted());
});
