import { groupDocument } from '@board/shared/ids';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow, setContribution } from '@board/shared/model/strategy-edits';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join, type Workshop } from '../support/people.ts';
import { RawSocket } from '../support/raw-socket.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';
import { Writer } from '../support/writer.ts';
import { oneGroup } from './one-group.ts';

/** UTF-16 units that one member writes into one cell: well within what a document may hold. */
const length = 3_000_000;
/** Bytes of one message that a phone in a crowded hall can still take. */
const most = 200_000;
const phones = 10;

let server: ServerProcess;
let workshop: Workshop;
beforeAll(async () => {
  ({ server, workshop } = await oneGroup());
});
afterAll(() => server?.remove());

test('LV25 words without end in one group’s strategy reach the phones in the hall cut, and throw nobody out', async () => {
  const groupId = workshop.groups[0]!.id;
  const live: RawSocket[] = [];
  for (let place = 0; place < phones; place++)
    live.push(new RawSocket((await join(workshop, `Phone ${place}`)).caller, `/live/${workshop.workshopId}`));
  await until('all phones listen', () => live.every(({ texts }) => texts.length > 0));
  const writer = await new Writer(await join(workshop, 'Mallory', { groupId }), groupDocument(groupId), 1).synced();
  writer.write('long', (doc) => {
    const row = addRow(doc, null);
    const action = readStrategy(doc)[0]!.actions[0]!.id;
    setContribution(doc, row, action, true);
    fillFragment(cellFragment(doc, { row, action, cell: 'text' })!, 'x'.repeat(length));
  });
  await writer.allStored();
  const isShown = (text: string): boolean => text.includes('xxxxxxxx');
  await until('it is shown', () => live.every(({ texts }) => texts.some(isShown)));
  expect(Math.max(...live.flatMap(({ texts }) => texts.map((text) => text.length)))).toBeLessThan(most);
  expect(live.map(({ closed }) => closed)).toEqual(Array(phones).fill(null));
  const late = new RawSocket((await join(workshop, 'Late')).caller, `/live/${workshop.workshopId}`);
  await until('the late phone listens', () => late.texts.length > 0);
  expect(late.texts[0]!.length).toBeLessThan(most);
  writer.close();
});
