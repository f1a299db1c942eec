import { setTimeout as pause } from 'node:timers/promises';
import { groupDocument } from '@board/shared/ids';
import { cellKey, readStrategy } from '@board/shared/model/strategy';
import { addRow } from '@board/shared/model/strategy-edits';
import type { Page } from 'playwright-core';
import { Random } from '../../sim/random.ts';
import { createWorkshop, join } from '../../support/people.ts';
import { TcpProxy } from '../../support/tcp-proxy.ts';
import { until } from '../../support/until.ts';
import { readWorkshopFile } from '../../support/workshop-file.ts';
import { Writer } from '../../support/writer.ts';
import { Hall } from '../support/hall.ts';
import { shown } from '../support/looking.ts';
import { joinAs, openCell, openStrategy, type Place, wordsIn } from './enter.ts';

/**
 * Twelve people with real browsers type for ten minutes in one strategy, over a network that takes 200 ms each way and
 * loses 3 % of what is sent. Afterwards every word must stand once on every screen and in the file.
 * `node tests/browser/measure/twelve.ts [minutes]`, after `vite build client`.
 */

const people = 12;
const keyEvery = 300;
const wordsPerCell = 12;
const minutes = Number(process.argv[2] ?? 10);

/** The cells that somebody types in, in turn: those of a row of their own, and one that all share. */
interface Seat {
  page: Page;
  name: string;
  cells: string[];
  typed: string[];
}

async function prepare(address: string): Promise<Place & { cells: string[][] }> {
  const workshop = await createWorkshop(address, 'Measured', ['Labour']);
  const groupId = workshop.groups[0]!.id;
  const document = groupDocument(groupId);
  const writer = await new Writer(await join(workshop, 'Ann', { groupId }), document, 1).synced();
  writer.write('rows', (doc) => {
    for (let row = 0; row <= people; row++) addRow(doc, null);
  });
  await writer.allStored();
  const [shared, ...own] = readStrategy(writer.doc).map((row) =>
    (['text', 'indicator', 'resources'] as const).map((cell) =>
      cellKey({ row: row.id, action: row.actions[0]!.id, cell }),
    ),
  );
  writer.close();
  return { workshop, document, cells: own.map((cells) => [...cells, shared![0]!]) };
}

async function sit(hall: Hall, host: string, place: Place, cells: string[], index: number): Promise<Seat> {
  const name = `p${index}`;
  const page = await hall.enter(name, 'laptop');
  page.setDefaultTimeout(120_000);
  await joinAs(page, host, name, place);
  await openStrategy(page, host, place);
  return { page, name, cells, typed: [] };
}

async function typeUntil(end: number, { page, name, cells, typed }: Seat): Promise<void> {
  for (let turn = 0; performance.now() < end; turn++) {
    const cell = cells[turn % cells.length]!;
    await openCell(page, cell);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    for (let count = 0; count < wordsPerCell && performance.now() < end; count++) {
      const word = `${name}w${typed.length}`;
      for (const key of `${word} `) {
        await page.keyboard.type(key);
        await pause(keyEvery);
      }
      typed.push(word);
    }
    await page.keyboard.press('Escape');
  }
}

/** Words that are missing, and words that stand more often than they were typed; letters that are there too few or too many times. */
function compare(
  found: readonly string[],
  typed: readonly string[],
): { missing: number; doubled: number; letters: number } {
  const counts = new Map<string, number>();
  for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
  const length = (words: readonly string[]): number => words.reduce((sum, { length: one }) => sum + one, 0);
  return {
    letters: length(found) - length(typed),
    missing: typed.filter((word) => !counts.has(word)).length,
    doubled: typed.filter((word) => (counts.get(word) ?? 0) > 1).length,
  };
}

const hall = await Hall.open('twelve');
const random = new Random('12');
const network = await TcpProxy.before(hall.server.port);
try {
  const host = `http://board.hall:${new URL(network.address).port}`;
  const place = await prepare(hall.server.address);
  const seats: Seat[] = [];
  for (const [index, cells] of place.cells.entries()) seats.push(await sit(hall, host, place, cells, index));
  network.delay = 200;
  network.loss = { share: 0.03, random: () => random.below(1_000_000) / 1_000_000 };
  const end = performance.now() + minutes * 60_000;
  await Promise.all(seats.map((seat) => typeUntil(end, seat)));
  const stopped = performance.now();
  for (const { page } of seats) await shown(page.getByRole('status').filter({ hasText: /^Saved/ }));
  const typed = seats.flatMap((seat) => seat.typed);
  const screens = async () => Promise.all(seats.map(async ({ page }) => compare(await wordsIn(page), typed)));
  const isWhole = ({ missing }: { missing: number }) => missing === 0;
  await until('all screens show all words', async () => (await screens()).every(isWhole), 60_000).catch(() => {});
  const settled = performance.now() - stopped;
  const { documents } = await readWorkshopFile(hall.server.dataFolder, place.workshop.workshopId);
  const kept = readStrategy(documents.get(place.document)!).flatMap(({ actions }) =>
    actions.flatMap(({ text, indicator, resources }) => [text, indicator, resources].join('\n').split(/\s+/)),
  );
  const seen = await screens();
  const sum = (of: 'missing' | 'doubled') => seen.reduce((all, one) => all + one[of], 0);
  console.log(
    `${people} browsers, ${minutes} min, 200 ms each way, 3 % lost (${network.lost} pieces): ${typed.length} words`,
  );
  console.log(`on ${people} screens: ${sum('missing')} missing, ${sum('doubled')} doubled`);
  console.log(
    `in the file: ${JSON.stringify(compare(kept, typed))}; all screens whole ${Math.round(settled)} ms after the last key`,
  );
  const troubles = hall.troubles.filter((trouble) => !trouble.includes('a request to board.hall'));
  if (troubles.length > 0) console.log(troubles.join('\n'));
} finally {
  await network.close();
  await hall.close();
}
