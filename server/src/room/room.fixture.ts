import type { DocumentName, PersonId } from '@board/shared/ids';
import { awarenessState } from '@board/shared/protocol/awareness-state';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { decodeFrame, encodeFrame } from '@board/shared/protocol/codec';
import type { Frame } from '@board/shared/protocol/frames';
import * as Y from 'yjs';
import type { Clock, Entry, Journal, Member, NewEntry, RoomDirectory, Seat, Snapshot, WorkshopLog } from '../ports.ts';
import { trials } from '../trials.fixture.ts';
import { unmetered } from '../unmetered.fixture.ts';
import { openRooms } from './rooms.ts';

export const group = 'group/g2aaaaaaaaaa' as DocumentName;
export const quiet: Journal = { info: () => {}, warn: () => {}, error: () => {} };

/** Time that passes only when a test says so. */
export class ManualClock implements Clock {
  #now = 1_700_000_000_000;
  #timers: { at: number; run: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  elapsed(): number {
    return this.#now;
  }

  after(delay: number, run: () => void): () => void {
    const timer = { at: this.#now + delay, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  }

  /** Lets time pass, with everything that becomes due, and whatever that sets off. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settled();
    for (;;) {
      const next = this.#timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
      await settled();
    }
    this.#now = end;
  }
}

/** Waits until no promise that is already resolved has anything left to do. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
}

/** A log in memory whose disk a test can stop, start and fill up. */
export class ManualLog implements WorkshopLog {
  entries: Entry[] = [];
  snapshots: Snapshot[] = [];
  /** Reads that were made, in words. */
  reads: string[] = [];
  isHeld = false;
  isFull = false;
  #listeners = new Set<(entries: readonly Entry[]) => void>();
  #waiting: (() => void)[] = [];

  append(entries: readonly NewEntry[]): Promise<number> {
    return new Promise((resolve, reject) => {
      const write = (): void => {
        if (this.isFull) {
          reject(new Error('disk full'));
          return;
        }
        const stored = entries.map((entry, index) => ({ ...entry, seq: this.entries.length + 1 + index, at: 0 }));
        this.entries.push(...stored);
        for (const listener of this.#listeners) listener(stored);
        resolve(this.entries.length);
      };
      if (this.isHeld) this.#waiting.push(write);
      else void Promise.resolve().then(write);
    });
  }

  /** Lets the disk do the oldest waiting writes, all of them by default. */
  async commit(count = this.#waiting.length): Promise<void> {
    for (const write of this.#waiting.splice(0, count)) write();
    await settled();
  }

  async readDecisions(): Promise<Entry[]> {
    return this.entries.filter((entry) => entry.body.kind !== 'update');
  }

  async readUpdates(document: DocumentName, generation: number, after: number): Promise<Entry[]> {
    this.reads.push(`updates after ${after}`);
    return this.entries.filter(
      ({ seq, body }) =>
        seq > after && body.kind === 'update' && body.document === document && body.generation === generation,
    );
  }

  async readSnapshot(document: DocumentName, generation: number): Promise<Snapshot | null> {
    const snapshot = this.snapshots.findLast((one) => one.document === document && one.generation === generation);
    if (snapshot) return snapshot;
    for (const { seq, body } of this.entries) {
      if (body.kind === 'document' && body.document === document && body.generation === generation) {
        return { document, generation, seq, state: body.state, writers: new Map() };
      }
    }
    return null;
  }

  async writeSnapshot(snapshot: Snapshot): Promise<void> {
    this.snapshots.push(snapshot);
  }

  follow(listener: (entries: readonly Entry[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {}

  /** The words in a document as the log alone tells them. */
  words(document: DocumentName = group): string {
    const doc = new Y.Doc();
    for (const { body } of this.entries) {
      if (body.kind === 'update' && body.document === document) Y.applyUpdate(doc, body.update);
    }
    return doc.getText('text').toString();
  }
}

/** The entry that creates an empty document. */
export function creation(document: DocumentName, generation = 1): NewEntry {
  return { author: null, body: { kind: 'document', document, generation, state: Y.encodeStateAsUpdate(new Y.Doc()) } };
}

let connections = 0;

/** A person with a document of their own, speaking the protocol by hand, without a network. */
export class Hand implements Member {
  readonly connection = ++connections;
  readonly person: { id: PersonId; name: string; colour: number };
  readonly doc = new Y.Doc();
  /** What has come and was not asked for yet, oldest first. */
  frames: Frame[] = [];
  closed: CloseReason | null = null;
  refusal: { allowed: false; why: 'strategy-closed' } | null = null;
  seat!: Seat;

  constructor(name: string) {
    this.person = { id: name as PersonId, name: `${name}’s real name`, colour: 3 };
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server' && this.seat) this.say({ type: 'update', update });
    });
  }

  async join(rooms: RoomDirectory, document: DocumentName = group): Promise<this> {
    const joined = await rooms.join(document, this);
    if (!joined.ok) throw new Error(joined.problem);
    this.seat = joined.value;
    return this;
  }

  /** Joins, asks for the document and answers the server's question, as y-websocket does. */
  async sync(rooms: RoomDirectory, document: DocumentName = group): Promise<this> {
    await this.join(rooms, document);
    this.say({ type: 'state-vector', stateVector: Y.encodeStateVector(this.doc) });
    await settled();
    return this;
  }

  mayWrite(): ReturnType<Member['mayWrite']> {
    return this.refusal ?? { allowed: true };
  }

  send(frames: readonly Uint8Array[]): void {
    for (const bytes of frames) {
      const frame = decodeFrame(bytes);
      if (!frame.ok) throw new Error(frame.problem);
      this.frames.push(frame.value);
      if (frame.value.type === 'answer' || frame.value.type === 'update') {
        Y.applyUpdate(this.doc, frame.value.update, 'server');
      }
    }
  }

  close(reason: CloseReason): void {
    this.closed = reason;
    this.seat?.leave();
  }

  /** Says something to the server. */
  say(frame: Frame): void {
    this.seat.receive(encodeFrame(frame));
  }

  present(said: Readonly<Record<string, unknown>> | null, clock: number, clientId = this.doc.clientID): void {
    this.say({ type: 'awareness', entries: [{ clientId, clock, state: said && awarenessState(said) }] });
  }

  write(words: string): void {
    const text = this.doc.getText('text');
    text.insert(text.length, words);
  }

  get words(): string {
    return this.doc.getText('text').toString();
  }

  /** The frames of a type that came since this was last asked. */
  take<Type extends Frame['type']>(type: Type): Extract<Frame, { type: Type }>[] {
    const found = this.frames.filter((frame) => frame.type === type);
    this.frames = this.frames.filter((frame) => frame.type !== type);
    return found as Extract<Frame, { type: Type }>[];
  }
}

/** Rooms over a log that holds an empty group's strategy and an empty board, and time that a test passes. */
export async function freshRooms(): Promise<{ clock: ManualClock; log: ManualLog; rooms: RoomDirectory }> {
  const clock = new ManualClock();
  const log = new ManualLog();
  await log.append([creation(group), creation('board')]);
  return {
    clock,
    log,
    rooms: openRooms({ log, clock, journal: quiet, meter: unmetered, trials, generation: () => 1 }),
  };
}
