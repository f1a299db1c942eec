import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy, referenceCells } from '@board/shared/model/strategy';
import { addRow } from '@board/shared/model/strategy-edits';
import { mergeTwin } from '@board/shared/model/strategy-twins';
import { readStrategyPart } from '@board/shared/workshop-file/read-parts';
import { filledFile, plainBlocks } from '@board/shared/workshop-file/workshop-file.fixture';
import { expect, test } from 'vitest';
import { cellOfLines, flattened } from '../../strategy/clipboard/lines.ts';
import type { FormTable } from './form.ts';
import { applyForm, planForm } from './form-plan.ts';
import { byNumber, docOf, kinds, made } from './own-form.fixture.ts';

test.each(kinds)(
  'FO49 rows that were put together go out and come in as they are; a changed line changes itself: %s',
  async (as) => {
    for (let round = 0; round < 4; round++) {
      const file = filledFile({ groups: 1, rows: 2 });
      const group = file.groups[0]!;
      const doc = docOf(file, group);
      const [first] = readStrategy(doc);
      const twin = addRow(doc, first!.recommendation);
      const references = ['CEDAW/C/1\nshared\nCAT/C/2', 'A/HRC/40/1\nshared\nA/HRC/41/2'];
      for (const [at, row] of [first!.id, twin].entries())
        fillFragment(cellFragment(doc, { row, cell: 'mechanisms' })!, references[at]!);
      const lead = mergeTwin(doc, twin)!;
      group.strategy = readStrategyPart(doc);
      const cells = () => referenceCells(readStrategy(doc).find(({ id }) => id === lead)!).map(({ text }) => text);
      const [own, other] = cells();
      const before = doc.toJSON();
      const [table] = await made({ what: 'strategy', group: group.id, as }, file, 'en');
      const planned = (rows: FormTable['rows']) => planForm(rows, readStrategy(doc), byNumber(file));
      applyForm(doc, planned(table!.rows), {});
      expect(doc.toJSON()).toEqual(before);
      const last = other!.split('\n').at(-1)!;
      const [more] = flattened(plainBlocks(`${last} para. 7`));
      const changed = table!.rows.map((row) => ({
        ...row,
        mechanisms: row.mechanisms.map((line) => (cellOfLines([line]).text === last ? more! : line)),
      }));
      applyForm(doc, planned(changed), {});
      const sorted = (texts: readonly string[]) => texts.map((text) => text.split('\n').toSorted());
      expect(sorted(cells())).toEqual(sorted([own!, other!.replace(last, `${last} para. 7`)]));
    }
  },
);
