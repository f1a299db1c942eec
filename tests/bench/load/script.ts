import type { RowId } from '@board/shared/ids';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow } from '@board/shared/model/strategy-edits';
import * as Y from 'yjs';
import type { Random } from '../../sim/random.ts';
import type { AwarenessEntry, Dialect } from './dialect.ts';
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

/** The strategy that everything in a room builds on, one row for each writer. */
export interface Base {
  update: Uint8Array;
  clientId: number;
  /** How many clocks it has of its client id. */
  clock: number;
  rows: readonly RowId[];
}

/** What is going to happen in one room. */
export interface RoomScript {
  base: Base;
  writers: WriterScript[];
}

/** How much one writer is going to write. */
export interface Amount {
  edits: number;
  awareness: number;
}

/** Writes a room's whole play: `seconds` of it. */
export function writeScript(load: Load, room: string, dialect: Dialect, seconds: number, random: Random): RoomScript {
  const base = writeBase(load.writers, random);
  const amount = {
    edits: Math.ceil(seconds * load.editsPerSecond),
    awareness: Math.ceil(seconds * load.awarenessPerSecond),
  };
  return { base, writers: base.rows.map((_, place) => writeWriter(base, place, room, dialect, amount, random)) };
}

/** A strategy with a row for each of some writers. */
export function writeBase(writers: number, random: Random): Base {
  const doc = new Y.Doc();
  doc.clientID = random.bits();
  const rows = Array.from({ length: writers }, () => addCell(doc));
  return {
    update: Y.encodeStateAsUpdate(doc),
    clientId: doc.clientID,
    clock: Y.getState(doc.store, doc.clientID),
    rows,
  };
}

/** Writes what one person types into the row at `place`, under a Yjs client id of its own. */
export function writeWriter(
  base: Base,
  place: number,
  room: string,
  dialect: Dialect,
  amount: Amount,
  random: Random,
): WriterScript {
  const clientId = random.bits();
  return {
    clientId,
    edits: writeEdits(base, place, clientId, amount.edits).map((update) => clientFrame(dialect.update(room, update))),
    awareness: writeAwareness(clientId, place, amount.awareness).map((entry) =>
      clientFrame(dialect.awareness(room, entry)),
    ),
    sentAt: new Float64Array(amount.edits),
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

function writeEdits(base: Base, place: number, clientId: number, count: number): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  Y.applyUpdate(doc, base.update);
  const text = (cellOf(doc, base.rows[place]!).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let index = 0; index < count; index++) text.insert(text.length, 'abc'.slice(0, lettersPerEdit));
  doc.destroy();
  return updates;
}

/** What an editor says of its caret, about as long as the real thing. */
function writeAwareness(clientId: number, place: number, count: number): AwarenessEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const caret = { type: null, tname: null, item: { client: clientId, clock: index * lettersPerEdit }, assoc: 0 };
    const user = { name: `Person ${place}`, colour: place % 12 };
    const state = { user, cell: `row-${place}.action.text`, cursor: { anchor: caret, head: caret } };
    return { clientId, clock: index + 1, state };
  });
}
