import { type DocumentName, groupDocument, type RowId } from '@board/shared/ids';
import { readCatalogue, takeIn } from '@board/shared/model/catalogue';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy, type StrategyAction, type StrategyRow } from '@board/shared/model/strategy';
import { addAction, addRisk, addRow, setSdgTarget, setTimeframe } from '@board/shared/model/strategy-edits';
import type * as Y from 'yjs';
import { createWorkshop, type Joined, join, type Workshop } from '../../support/people.ts';
import { Writer } from '../../support/writer.ts';

export const size = { rows: 200, actions: 3 };

/** A workshop with one group whose strategy is as long as strategies get, and a catalogue that belongs to it. */
export interface LongStrategy {
  workshop: Workshop;
  document: DocumentName;
  ann: Joined;
}

const words = 'Hold hearings in every province with the workers who are concerned and publish what they say'.split(' ');

/** Some words that differ from cell to cell; the same on every run. */
function someWords(seed: number, count: number): string {
  return Array.from({ length: count }, (_, index) => words[(seed * 7 + index * (1 + (seed % 3))) % words.length]).join(
    ' ',
  );
}

/** Fills a workshop on a real server: every cell has words in it. */
export async function makeLongStrategy(address: string): Promise<LongStrategy> {
  const workshop = await createWorkshop(address, 'Measured', ['Labour', 'Health']);
  const [group] = workshop.groups;
  if (!group) throw new Error('the workshop has no group');
  const document = groupDocument(group.id);
  const ann = await join(workshop, 'Ann', { groupId: group.id });
  const catalogue = await new Writer({ ...ann, caller: workshop.facilitator }, 'catalogue', 1).synced();
  catalogue.write('all', (doc) =>
    takeIn(
      doc,
      Array.from({ length: size.rows }, (_, index) => recommendation(index)),
    ),
  );
  const ids = readCatalogue(catalogue.doc).map((one) => one.id);
  const writer = await new Writer(ann, document, 1).synced();
  for (let from = 0; from < size.rows; from += 10) {
    writer.write(`rows from ${from}`, (doc) => {
      for (let at = from; at < from + 10; at++) fillRow(doc, addRow(doc, ids[at] ?? null), at);
    });
    await writer.allStored();
  }
  await catalogue.allStored();
  catalogue.close();
  writer.close();
  return { workshop, document, ann };
}

function recommendation(index: number): Parameters<typeof takeIn>[1][number] {
  return {
    number: `110.${index + 1}`,
    text: { en: `Ratify and apply: ${someWords(index, 22)}` },
    states: ['FRA', 'UGA', 'PER'],
    position: 'pending',
    themes: ['Labour'],
    source: '',
  };
}

function fillRow(doc: Y.Doc, row: RowId, seed: number): void {
  const fill = (fragment: Y.XmlFragment | null, text: string): void => {
    if (fragment && fragment.length === 0) fillFragment(fragment, text);
  };
  while ((rowOf(doc, row)?.actions.length ?? size.actions) < size.actions) addAction(doc, row);
  const risk = addRisk(doc, row);
  const read = rowOf(doc, row);
  read?.actions.forEach((action: StrategyAction, place: number) => {
    for (const cell of ['text', 'indicator', 'resources', 'partners'] as const)
      fill(cellFragment(doc, { row, action: action.id, cell }), someWords(seed + place * 3, cell === 'text' ? 18 : 8));
    setTimeframe(doc, row, action.id, { from: '2027-03', to: '2028-10', term: '' });
  });
  fill(cellFragment(doc, { row, cell: 'mechanisms' }), `CEDAW, para. ${seed + 1}`);
  setSdgTarget(doc, row, '8.8', true);
  if (!risk) return;
  for (const cell of ['risk', 'response'] as const) fill(cellFragment(doc, { row, risk, cell }), someWords(seed, 9));
}

function rowOf(doc: Y.Doc, row: RowId): StrategyRow | undefined {
  return readStrategy(doc).find((one) => one.id === row);
}
