import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DocumentName, newId, type PersonId, type WorkshopId } from '@board/shared/ids';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import * as Y from 'yjs';
import { systemClock } from '../../server/src/adapters/system-clock.ts';
import { openWorkshopFiles } from '../../server/src/adapters/workshop-files.ts';
import type { NewEntry, RoomDirectory, WorkshopLog } from '../../server/src/ports.ts';
import { updatesOf } from '../../server/src/room/load.ts';
import { Hand, ManualClock, quiet } from '../../server/src/room/room.fixture.ts';
import { openRooms } from '../../server/src/room/rooms.ts';
import { trials } from '../../server/src/trials.fixture.ts';
import { unmetered } from '../../server/src/unmetered.fixture.ts';
import { addRows } from '../cases/scenery.ts';
import { allOf } from '../support/all-of.ts';
import { until } from '../support/until.ts';

const document = 'group/g2aaaaaaaaaa' as DocumentName;
const typists = 40;
const batch = 1_000;
/** Updates after the last snapshot: a few less than after which the server makes another. */
const fresh = 450;

export interface LongHistory {
  /** Milliseconds until somebody who opens the document has it, from the snapshot and what came after it. */
  opened: number;
  /** The same without any snapshot. */
  replayed: number;
  /** Entries in the log at the end, and keys in the document as it was opened. */
  entries: number;
  keys: number;
}

/** Writes a long history through the real log, lets the server make its snapshot, and opens the document. */
export async function longHistory(updates: number): Promise<LongHistory> {
  const folder = await mkdtemp(join(tmpdir(), 'board-history-'));
  const clock = new ManualClock();
  const files = openWorkshopFiles({ folder, clock: systemClock(), journal: quiet });
  try {
    const file = await files.create(newId<WorkshopId>());
    const rooms = openRooms({ log: file.log, clock, journal: quiet, meter: unmetered, trials, generation: () => 1 });
    const type = await beginTyping(file.log);
    await type(updates - fresh);
    const replayed = await timeToOpen(rooms, clock);
    await type(fresh);
    const opened = await timeToOpen(rooms, clock);
    const entries = (await allOf(updatesOf(file.log, document, 1, 0))).length;
    await rooms.close();
    await file.close();
    return { opened: opened.took, replayed: replayed.took, entries, keys: opened.keys };
  } finally {
    await files.stop();
    await rm(folder, { recursive: true, maxRetries: 5 });
  }
}

/** Forty people who type in a strategy of 300 rows, one key after the other; what they type goes straight into the log. */
async function beginTyping(log: WorkshopLog): Promise<(keys: number) => Promise<void>> {
  const start = new Y.Doc();
  addRows(start, 300);
  const state = Y.encodeStateAsUpdate(start);
  await log.append([{ author: null, body: { kind: 'document', document, generation: 1, state } }]);
  const entries: NewEntry[] = [];
  const texts = Array.from({ length: typists }, (_, place) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    const author = `person${place}` as PersonId;
    doc.on('update', (update: Uint8Array) => {
      entries.push({ author, body: { kind: 'update', document, generation: 1, update } });
    });
    const cell = cellFragment(doc, { row: readStrategy(doc)[place * 7]!.id, cell: 'mechanisms' })!;
    return (cell.get(0) as Y.XmlElement).get(0) as Y.XmlText;
  });
  let typed = 0;
  return async (keys) => {
    for (let key = 0; key < keys; key++) {
      const text = texts[typed++ % typists]!;
      text.insert(text.length, 'k');
      if (entries.length === batch || key === keys - 1) await log.append(entries.splice(0));
    }
  };
}

/** Opens the document as somebody who comes in does, and leaves it until its room is put away. */
async function timeToOpen(rooms: RoomDirectory, clock: ManualClock): Promise<{ took: number; keys: number }> {
  const began = performance.now();
  const hand = await new Hand('reader').sync(rooms, document);
  const took = Math.round(performance.now() - began);
  const keys = readStrategy(hand.doc).reduce((sum, row) => sum + row.mechanisms.split('k').length - 1, 0);
  hand.seat.leave();
  await clock.pass(10_000);
  await until('the room is put away', () => rooms.isEmpty);
  return { took, keys };
}
