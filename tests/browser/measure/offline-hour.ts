import { setTimeout as pause } from 'node:timers/promises';
import { groupDocument, type RowId } from '@board/shared/ids';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, cellKey, readStrategy } from '@board/shared/model/strategy';
import { addRow, removeRow } from '@board/shared/model/strategy-edits';
import type { CDPSession, Page } from 'playwright-core';
import { createWorkshop, join } from '../../support/people.ts';
import { TcpProxy } from '../../support/tcp-proxy.ts';
import { until } from '../../support/until.ts';
import { readWorkshopFile } from '../../support/workshop-file.ts';
import { Writer } from '../../support/writer.ts';
import { Hall } from '../support/hall.ts';
import { shown } from '../support/looking.ts';
import { joinAs, openCell, openStrategy, type Place } from './enter.ts';

/**
 * One person is offline for an hour, by the clock on the wall: 100 edits, then the laptop sleeps for a third of the time
 * while the server is killed and started again and somebody else goes on working, then 200 edits more; and the network
 * comes back. `node tests/browser/measure/offline-hour.ts [minutes]`, after `vite build client`.
 */

const cells = ['text', 'indicator', 'resources'] as const;
const rows = 101;
const minutes = Number(process.argv[2] ?? 60);
const third = (minutes * 60_000) / 3;

interface Table extends Place {
  ann: Writer;
  /** The cells that the person who is offline writes in. */
  own: string[];
}

async function prepare(hall: Hall): Promise<Table> {
  const workshop = await createWorkshop(hall.server.address, 'Measured', ['Labour']);
  const groupId = workshop.groups[0]!.id;
  const document = groupDocument(groupId);
  const ann = await new Writer(await join(workshop, 'Ann', { groupId }), document, 1).synced();
  ann.write('rows', (doc) => {
    for (let row = 0; row < rows; row++) addRow(doc, null);
  });
  await ann.allStored();
  const own = readStrategy(ann.doc)
    .slice(0, rows - 1)
    .flatMap((row) => cells.map((cell) => cellKey({ row: row.id, action: row.actions[0]!.id, cell })));
  return { workshop, document, ann, own };
}

/** Writes one word in each of these cells, spread over the time; tells how often the page counted wrongly what waits. */
async function work(page: Page, keys: readonly string[], from: number, time: number): Promise<number> {
  let wrong = 0;
  for (const [index, key] of keys.entries()) {
    const due = performance.now() + time / keys.length;
    await openCell(page, key);
    await page.keyboard.type(`offline${from + index}`);
    await page.keyboard.press('Escape');
    const expected = `changes in ${from + index + 1} place`;
    const words = page.getByRole('status', { name: 'State of saving' });
    const isRight = async () => ((await words.textContent()) ?? '').replace(',', '').includes(expected);
    await until('the page counts right', isRight, 3_000).catch(() => {
      wrong += 1;
    });
    await pause(Math.max(0, due - performance.now()));
  }
  return wrong;
}

/** What somebody else does meanwhile: words in the fourth column of twenty rows, a row more, and the last row removed. */
function othersWork({ ann }: Table): RowId {
  const all = readStrategy(ann.doc);
  ann.write('cells', (doc) => {
    for (const [index, row] of all.slice(0, 20).entries()) {
      const fragment = cellFragment(doc, { row: row.id, action: row.actions[0]!.id, cell: 'partners' });
      if (fragment) fillFragment(fragment, `online${index}`);
    }
  });
  const removed = all.at(-1)!.id;
  ann.write('gone', (doc) => void removeRow(doc, removed));
  ann.write('new', (doc) => void addRow(doc, null));
  return removed;
}

async function sleepThrough(session: CDPSession, hall: Hall, table: Table): Promise<RowId> {
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await hall.loseServer();
  await pause(third / 2);
  await hall.bringServerBack();
  await until('the other one is back', () => table.ann.provider.synced, 60_000);
  const removed = othersWork(table);
  await table.ann.allStored();
  await pause(third / 2);
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  return removed;
}

const hall = await Hall.open('offline-hour');
const network = await TcpProxy.before(hall.server.port);
try {
  const host = `http://board.hall:${new URL(network.address).port}`;
  const table = await prepare(hall);
  const page = await hall.enter('Bo', 'laptop');
  await joinAs(page, host, 'Bo', table);
  await openStrategy(page, host, table);
  await page.waitForFunction((count) => document.querySelectorAll('[data-row]').length >= count, rows);
  const session = await page.context().newCDPSession(page);
  network.isAway = true;
  network.cut();
  const began = performance.now();
  let wrong = await work(page, table.own.slice(0, 100), 0, third);
  const removed = await sleepThrough(session, hall, table);
  wrong += await work(page, table.own.slice(100), 100, third);
  const away = (performance.now() - began) / 60_000;
  network.isAway = false;
  const back = performance.now();
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor({ timeout: 120_000 });
  const took = performance.now() - back;
  const read = async () => {
    const { documents } = await readWorkshopFile(hall.server.dataFolder, table.workshop.workshopId);
    return readStrategy(documents.get(table.document)!);
  };
  const kept = await read();
  const words = kept.flatMap(({ actions }) => actions.flatMap((one) => [one.text, one.indicator, one.resources]));
  const times = (word: string) => words.filter((text) => text === word).length;
  const own = table.own.filter((_, index) => times(`offline${index}`) === 1).length;
  const theirs = kept.slice(0, 20).filter(({ actions }, index) => actions[0]?.partners === `online${index}`).length;
  await shown(page.getByText('online19'));
  console.log(
    `away for ${away.toFixed(1)} min, the page frozen for ${(third / 60_000).toFixed(1)} min, the server killed meanwhile`,
  );
  console.log(`saved ${Math.round(took)} ms after the network was back`);
  console.log(`own words once in the file: ${own} of ${table.own.length}; the page counted wrongly ${wrong} times`);
  console.log(
    `others’ words: ${theirs} of 20; the row that was removed is ${kept.some(({ id }) => id === removed) ? 'THERE' : 'gone'}; ${kept.length} rows`,
  );
  const troubles = hall.troubles.filter((trouble) => !/a request to board.hall|ERR_|WebSocket|Failed to/.test(trouble));
  if (troubles.length > 0) console.log(troubles.join('\n'));
  table.ann.close();
} finally {
  await network.close();
  await hall.close();
}
