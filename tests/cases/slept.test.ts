import { readStrategy } from '@board/shared/model/strategy';
import { addRow, removeRow } from '@board/shared/model/strategy-edits';
import { expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { readWorkshopFile } from '../support/workshop-file.ts';
import type { Writer } from '../support/writer.ts';
import { addRows, cells, isSame, Scenery, setCell, smallWorkshop } from './scenery.ts';

/** Milliseconds after which everybody who is back must see the same. */
const patience = 5_000;

/** B changes ten cells, deletes a row and adds one. */
function workOn(tab: Writer): void {
  const rows = readStrategy(tab.doc);
  for (const [place, row] of rows.slice(2, 12).entries())
    tab.write('cell', (doc) => setCell(doc, row, `by B ${place}`));
  tab.write('deleted', (doc) => removeRow(doc, rows[1]!.id));
  tab.write('added', (doc) => setCell(doc, { id: addRow(doc, null) }, 'added by B'));
}

const expected = ['by A, asleep', ...Array.from({ length: 10 }, (_, place) => `by B ${place}`)];
expected.push(...Array.from({ length: 8 }, (_, place) => `row ${place + 12}`), 'added by B');

/** A goes offline, edits one cell, and comes back to what B has done meanwhile. */
async function sleep(restarts: boolean): Promise<void> {
  const scenery = await Scenery.set();
  try {
    const { pair, document } = await smallWorkshop(scenery.server.address);
    const asleep = await scenery.open(pair[0], document).synced();
    asleep.write('rows', (doc) => addRows(doc, 20));
    await asleep.allStored();
    const awake = await scenery.open(pair[1], document).synced();
    asleep.provider.disconnect();
    asleep.write('asleep', (doc) => setCell(doc, readStrategy(doc)[0]!, 'by A, asleep'));
    workOn(awake);
    await awake.allStored();
    if (restarts) {
      await scenery.server.kill();
      await scenery.server.start();
      await until('B is back', () => awake.provider.synced);
    }
    asleep.provider.connect();
    const late = scenery.open(pair[1], document);
    const tabs = [asleep, awake, late];
    await until('all see the same', () => tabs.every(({ doc }) => cells(doc).join() === expected.join()), patience);
    const { documents } = await readWorkshopFile(scenery.server.dataFolder, pair[0].workshopId);
    expect(cells(documents.get(document)!)).toEqual(expected);
    await until('all hold the same', () => tabs.every(({ doc }) => isSame(doc, documents.get(document)!)), patience);
  } finally {
    await scenery.clear();
  }
}

test.concurrent('CA3 (O03) a laptop that slept brings its one edit and undoes nothing of what was done meanwhile', () =>
  sleep(false));

test.concurrent('CA3 (O03) nor does it when the server has lost its power meanwhile', () => sleep(true));
