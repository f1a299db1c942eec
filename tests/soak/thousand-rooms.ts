import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type DocumentName, type GroupId, groupDocument, newId, type WorkshopId } from '@board/shared/ids';
import * as Y from 'yjs';
import { systemClock } from '../../server/src/adapters/system-clock.ts';
import { openWorkshopFiles } from '../../server/src/adapters/workshop-files.ts';
import type { RoomDirectory, WorkshopFile, WorkshopFiles } from '../../server/src/ports.ts';
import { Hand, ManualClock, quiet } from '../../server/src/room/room.fixture.ts';
import { openRooms } from '../../server/src/room/rooms.ts';
import { trials } from '../../server/src/trials.fixture.ts';
import { unmetered } from '../../server/src/unmetered.fixture.ts';
import { addRows } from '../cases/scenery.ts';
import { until } from '../support/until.ts';

const workshops = 25;
const groups = 40;
/** Rows of each strategy: enough that a room that is not let go of is felt. */
const rows = 15;

/** Bytes in use by everything that somebody holds, without any room, with all of them, and without any again. */
export interface RoomsMemory {
  before: number;
  during: number;
  after: number;
}

interface Opened {
  file: WorkshopFile;
  rooms: RoomDirectory;
  documents: DocumentName[];
}

/** Opens a thousand documents in twenty-five workshops, somebody in each, and lets everybody leave. */
export async function thousandRooms(): Promise<RoomsMemory> {
  const folder = await mkdtemp(join(tmpdir(), 'board-thousand-'));
  const clock = new ManualClock();
  const files = openWorkshopFiles({ folder, clock: systemClock(), journal: quiet });
  try {
    const all: Opened[] = [];
    for (let place = 0; place < workshops; place++) all.push(await open(files, clock));
    // Once to have everything compiled, and once to be looked at.
    await comeAndGo(all, clock);
    const before = inUse();
    const during = await comeAndGo(all, clock);
    const after = inUse();
    for (const { file, rooms } of all) {
      await rooms.close();
      await file.close();
    }
    return { before, during, after };
  } finally {
    await files.stop();
    await rm(folder, { recursive: true, maxRetries: 5 });
  }
}

async function open(files: WorkshopFiles, clock: ManualClock): Promise<Opened> {
  const doc = new Y.Doc();
  addRows(doc, rows);
  const state = Y.encodeStateAsUpdate(doc);
  const documents = Array.from({ length: groups }, () => groupDocument(newId<GroupId>()));
  const file = await files.create(newId<WorkshopId>());
  await file.log.append(
    documents.map((document) => ({ author: null, body: { kind: 'document', document, generation: 1, state } })),
  );
  const rooms = openRooms({ log: file.log, clock, journal: quiet, meter: unmetered, trials, generation: () => 1 });
  return { file, rooms, documents };
}

/** Somebody comes into every document and writes a word; then all leave. Tells what was in use while all were there. */
async function comeAndGo(all: readonly Opened[], clock: ManualClock): Promise<number> {
  const hands: Hand[] = [];
  for (const { rooms, documents } of all)
    for (const document of documents) hands.push(await new Hand('somebody').join(rooms, document));
  for (const hand of hands) hand.write('word');
  await clock.pass(100);
  await until('all words are stored', () => hands.every((hand) => hand.frames.some(({ type }) => type === 'stored')));
  const during = inUse();
  for (const hand of hands) hand.seat.leave();
  await clock.pass(10_000);
  await until('all rooms are put away', () => all.every(({ rooms }) => rooms.isEmpty));
  return during;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function inUse(): number {
  collect();
  const { used_heap_size: heap, external_memory: external } = getHeapStatistics();
  return heap + external;
}
