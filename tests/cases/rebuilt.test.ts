import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { expect, test } from 'vitest';
import { startServer } from '../../server/src/main.ts';
import type { Clock } from '../../server/src/ports.ts';
import { until } from '../support/until.ts';
import { readWorkshopFile } from '../support/workshop-file.ts';
import { Writer } from '../support/writer.ts';
import { addRows, cells, Scenery, smallWorkshop } from './scenery.ts';

const cycles = 5;

test.concurrent('CA2 (O02) a tab that stays open over five restarts of the server doubles nothing', async () => {
  const scenery = await Scenery.set();
  try {
    const { pair, document } = await smallWorkshop(scenery.server.address);
    const tab = await scenery.open(pair[0], document).synced();
    tab.write('hello', (doc) => addRows(doc, 1));
    await tab.allStored();
    for (let cycle = 1; cycle <= cycles; cycle++) {
      if (cycle % 2 === 0) await scenery.server.kill();
      else await scenery.server.stop();
      await until('the tab notices', () => !tab.provider.wsconnected);
      await scenery.server.start();
      await until('the tab is back', () => tab.provider.synced);
      tab.write('more', (doc) => addRows(doc, 1));
      await tab.allStored();
      const expected = Array.from({ length: cycle + 1 }, () => 'row 0');
      expect(cells(tab.doc)).toEqual(expected);
      expect(cells((await scenery.open(pair[1], document).synced()).doc)).toEqual(expected);
    }
    const { documents } = await readWorkshopFile(scenery.server.dataFolder, pair[0].workshopId);
    expect(cells(documents.get(document)!)).toHaveLength(cycles + 1);
  } finally {
    await scenery.clear();
  }
});

/** Time that passes fifty times as fast: rooms are put away after a fifth of a second. */
function fastClock(speed = 50): Clock {
  const [start, began] = [Date.now(), performance.now()];
  const elapsed = (): number => Math.round((performance.now() - began) * speed);
  return {
    now: () => start + elapsed(),
    elapsed,
    after(delay, run) {
      const timer = setTimeout(run, delay / speed);
      return () => clearTimeout(timer);
    },
  };
}

test.concurrent('CA2 (O02) a tab that stays open while its room is put away, five times, doubles nothing', async () => {
  const dataDir = await mkdtemp(joinPath(tmpdir(), 'board-idle-'));
  const told: string[] = [];
  const journal = {
    info: () => {},
    warn: (event: string) => told.push(event),
    error: (event: string) => told.push(event),
  };
  const server = await startServer(
    { host: '127.0.0.1', port: 0, dataDir, publicUrl: null, createKey: null, metricsKey: null },
    { clock: fastClock(), journal, clientFolder: null },
  );
  const rooms = async (): Promise<string | undefined> =>
    /^board_rooms (\d+)$/m.exec(await (await fetch(`${server.address}/metrics`)).text())?.[1];
  try {
    const { pair, document } = await smallWorkshop(server.address);
    const tab = await new Writer(pair[0], document, 1).synced();
    for (let cycle = 1; cycle <= cycles; cycle++) {
      tab.write('row', (doc) => addRows(doc, 1));
      await tab.allStored();
      tab.provider.disconnect();
      tab.write('alone', (doc) => addRows(doc, 1));
      await until('the room is put away', async () => (await rooms()) === '0');
      tab.provider.connect();
      await until('the tab is back', () => tab.provider.synced);
      const other = await new Writer(pair[1], document, 1).synced();
      await until('what was written alone arrives', () => cells(other.doc).length >= cycle * 2);
      expect(cells(other.doc)).toEqual(Array.from({ length: cycle * 2 }, () => 'row 0'));
      expect(cells(tab.doc)).toEqual(cells(other.doc));
      other.close();
    }
    tab.close();
    expect(told).toEqual([]);
  } finally {
    await server.close();
    await rm(dataDir, { recursive: true, maxRetries: 5 });
  }
});
