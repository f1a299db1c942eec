import type { DocumentName, RowId } from '@board/shared/ids';
import { addCluster, readClusters, removeCluster, setCluster } from '@board/shared/model/clusters';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import {
  addAction,
  addRisk,
  addRow,
  moveRow,
  removeAction,
  removeRow,
  setContribution,
  setPriority,
} from '@board/shared/model/strategy-edits';
import type { Person } from '@board/shared/policy';
import { awarenessState } from '@board/shared/protocol/awareness-state';
import { type CloseReason, closeCodes, isFinalClose } from '@board/shared/protocol/close-codes';
import { decodeFrame, encodeFrame } from '@board/shared/protocol/codec';
import * as Y from 'yjs';
import type { Random } from './random.ts';

/** What the outside gives to an actor. */
export interface Wire {
  up(bytes: Uint8Array): void;
}

const remote = Symbol('from the server');

/**
 * A person with one document open: an unmodified y-websocket client in behaviour, written against frames so that it can
 * live in virtual time. Its document stays over lost connections, as in an open tab.
 */
export class Actor {
  readonly person: Person;
  readonly document: DocumentName;
  doc: Y.Doc;
  /** Updates of this connection as they were sent, in order. */
  sent: Uint8Array[] = [];
  /** How many of them the server told to be stored. */
  stored = 0;
  isSynced = false;
  /** The generation of the document that it holds. */
  generation = 1;
  /** Set when the server said that coming back will not help. */
  stoppedBy: CloseReason | null = null;
  readonly #random: Random;
  #wire: Wire | null = null;
  #words = 0;

  constructor(person: Person, document: DocumentName, random: Random) {
    this.person = person;
    this.document = document;
    this.#random = random;
    this.doc = this.#open(null);
  }

  get isConnected(): boolean {
    return this.#wire !== null;
  }

  /** The connection stands: asks for what it lacks. */
  connected(wire: Wire): void {
    this.#wire = wire;
    this.sent = [];
    this.stored = 0;
    wire.up(encodeFrame({ type: 'state-vector', stateVector: Y.encodeStateVector(this.doc) }));
    wire.up(
      encodeFrame({
        type: 'awareness',
        entries: [{ clientId: this.doc.clientID, clock: 1, state: awarenessState({}) }],
      }),
    );
  }

  disconnected(reason: CloseReason | null): void {
    this.#wire = null;
    this.isSynced = false;
    const isFinal = reason !== null && isFinalClose(closeCodes[reason]);
    if (isFinal && reason !== 'generation-moved') this.stoppedBy = reason;
  }

  /** Another history has begun: the own copy is kept aside, and the document starts from the server's. */
  startAnew(generation: number): void {
    this.generation = generation;
    this.doc.destroy();
    this.doc = this.#open(null);
  }

  /** The page is loaded anew: the words come back from the copy on the device, under a new Yjs client id. */
  reload(): void {
    const copy = Y.encodeStateAsUpdate(this.doc);
    this.doc.destroy();
    this.doc = this.#open(copy);
  }

  receive(bytes: Uint8Array): void {
    const frame = decodeFrame(bytes);
    if (!frame.ok) throw new Error(`the server sent a frame that cannot be read: ${frame.problem}`);
    const { value } = frame;
    if (value.type === 'state-vector') {
      this.#wire?.up(encodeFrame({ type: 'answer', update: Y.encodeStateAsUpdate(this.doc, value.stateVector) }));
    } else if (value.type === 'answer' || value.type === 'update') {
      Y.applyUpdate(this.doc, value.update, remote);
      if (value.type === 'answer') this.isSynced = true;
    } else if (value.type === 'stored') this.stored = Math.max(this.stored, value.count);
  }

  /** A word that nobody else writes, so that it can be looked for everywhere. */
  #newWord(): string {
    this.#words += 1;
    return `<${this.person.id}.${this.#words}>`;
  }

  /** Types one word into the first row, making it when there is none, and returns the word. */
  type(): string {
    const word = this.#newWord();
    this.doc.transact(() => this.#typeIntoRow(readStrategy(this.doc)[0]?.id ?? addRow(this.doc, null), word));
    return word;
  }

  #sortIn(row: RowId): void {
    const clusters = readClusters(this.doc);
    const one = clusters.length < 3 ? addCluster(this.doc, 'cluster') : this.#random.pick(clusters).id;
    setCluster(this.doc, [row], one);
    if (this.#random.chance(0.2)) removeCluster(this.doc, one);
  }

  /** Does one thing that a person would do with a strategy, and returns the word that it put down. */
  edit(): string {
    const word = this.#newWord();
    const rows = readStrategy(this.doc);
    if (rows.length === 0 || (rows.length < 12 && this.#random.chance(0.1))) {
      this.doc.transact(() => this.#typeIntoRow(addRow(this.doc, null), word));
      return word;
    }
    const row = this.#random.pick(rows);
    const action = row.actions[0];
    const others: (() => void)[] = [
      () => addAction(this.doc, row.id),
      () => addRisk(this.doc, row.id),
      () =>
        moveRow(this.doc, row.id, {
          side: this.#random.pick(['before', 'after']),
          beside: this.#random.pick(rows).id,
        }),
      () => this.#sortIn(row.id),
      () => setPriority(this.doc, row.id, !row.priority),
      () => action && setContribution(this.doc, row.id, action.id, !action.contribution),
      () => action && this.#random.chance(0.2) && removeAction(this.doc, row.id, action.id),
      () => this.#random.chance(0.1) && removeRow(this.doc, row.id),
    ];
    if (this.#random.chance(0.3)) this.#random.pick(others)();
    this.doc.transact(() => this.#typeIntoRow(this.#random.pick(rows).id, word));
    return word;
  }

  /** Types between two words, or at an end, of a cell that still exists. */
  #typeIntoRow(id: ReturnType<typeof addRow>, word: string): void {
    const cell = cellFragment(this.doc, { row: id, cell: 'mechanisms' });
    if (!cell) return;
    if (cell.length === 0) cell.insert(0, [new Y.XmlElement('paragraph')]);
    const paragraph = cell.get(0) as Y.XmlElement;
    if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()]);
    const text = paragraph.get(0) as Y.XmlText;
    const starts = [...text.toString().matchAll(/</g)].map((found) => found.index);
    text.insert(this.#random.pick([...starts, text.length]), word);
  }

  #open(copy: Uint8Array | null): Y.Doc {
    const doc = new Y.Doc();
    doc.clientID = this.#random.bits();
    if (copy) Y.applyUpdate(doc, copy, remote);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === remote || this.#wire === null) return;
      this.sent.push(update);
      this.#wire.up(encodeFrame({ type: 'update', update }));
    });
    return doc;
  }
}
