import type { RowId } from '@board/shared/ids';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow } from '@board/shared/model/strategy-edits';
import * as Y from 'yjs';
import type { Random } from '../../sim/random.ts';
import type { Dialect } from './dialect.ts';
import type { Load } from './loads.ts';
import { clientFrame } from './wire.ts';

/** Letters that one edit inserts: each is one clock of its writer, so that edits can be counted from clocks. */
export const lettersPerEdit = 3;

/** What one person is going to write, made ready as frames before anything is measured. */
export interface WriterScript {
  /** The Yjs client id; its clocks start at 0 with the first edit. */
  clientId: number;
  edits: Buffer[];
  awareness: Buffer[];
  /** When each edit was handed to the socket, by `performance.now()`; 0: not yet. */
  sentAt: Float64Array;
}

/** What is going to happen in one room. */
export interface RoomScript {
  /** The strategy that the writers type into, one row for each, as an update. */
  base: Uint8Array;
  baseClientId: number;
  baseClock: number;
  writers: WriterScript[];
}

/** Writes a room's whole play: `seconds` of it. */
export function writeScript(load: Load, room: string, dialect: Dialect, seconds: number, random: Random): RoomScript {
  const doc = new Y.Doc();
  doc.clientID = random.bits();
  const rows = Array.from({ length: load.writers }, () => addCell(doc));
  const base = Y.encodeStateAsUpdate(doc);
  const writers = rows.map((row, place) => ({
    ...writeEdits(base, row, room, dialect, Math.ceil(seconds * load.editsPerSecond), random.bits()),
    place,
  }));
  const awarenessCount = Math.ceil(seconds * load.awarenessPerSecond);
  return {
    base,
    baseClientId: doc.clientID,
    baseClock: Y.getState(doc.store, doc.clientID),
    writers: writers.map(({ place, clientId, edits }) => ({
      clientId,
      edits,
      awareness: writeAwareness(clientId, place, room, dialect, awarenessCount),
      sentAt: new Float64Array(edits.length),
    })),
  };
}

/** A row of the strategy with a paragraph in its action's cell. */
function addCell(doc: Y.Doc): RowId {
  const row = addRow(doc, null);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText()]);
  cellOf(doc, row).insert(0, [paragraph]);
  return row;
}

function cellOf(doc: Y.Doc, id: RowId): Y.XmlFragment {
  const row = readStrategy(doc).find((one) => one.id === id);
  const cell = row?.actions[0] && cellFragment(doc, { row: id, action: row.actions[0].id, cell: 'text' });
  if (!cell) throw new Error('a new row has no cell to type into');
  return cell;
}

function writeEdits(
  base: Uint8Array,
  row: RowId,
  room: string,
  dialect: Dialect,
  count: number,
  clientId: number,
): { clientId: number; edits: Buffer[] } {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  Y.applyUpdate(doc, base);
  const text = (cellOf(doc, row).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  const edits: Buffer[] = [];
  doc.on('update', (update: Uint8Array) => edits.push(clientFrame(dialect.update(room, update))));
  for (let index = 0; index < count; index++) text.insert(text.length, 'abc'.slice(0, lettersPerEdit));
  doc.destroy();
  return { clientId, edits };
}

function writeAwareness(clientId: number, place: number, room: string, dialect: Dialect, count: number): Buffer[] {
  return Array.from({ length: count }, (_, index) => {
    const cursor = { type: null, tname: null, item: { client: clientId, clock: index * lettersPerEdit }, assoc: 0 };
    const user = { name: `Person ${place}`, colour: place % 12 };
    const state = { user, cell: `row-${place}.action.text`, cursor: { anchor: cursor, head: cursor } };
    return clientFrame(dialect.awareness(room, { clientId, clock: index + 1, state }));
  });
}
