import { limits } from '@board/shared/protocol/limits';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { applyChecked } from './apply.ts';
import { type HandItem, handMade } from './hand-made.fixture.ts';
import { docWith, history, steps } from './history.fixture.ts';
import { checkUpdate } from './strict.ts';
import { Ahead, Weigher } from './weigher.ts';

/** A document, and what is on its way into it. */
class Server {
  readonly doc = new Y.Doc();
  readonly ahead = new Ahead();
  readonly #ends = new Map<number, number>();
  #waiting: Uint8Array[] = [];

  /** What the check says of an update; one that passes is on its way from then on. */
  take(update: Uint8Array): string {
    const weigher = new Weigher(this.doc, this.ahead);
    const stateOf = (client: number): number =>
      Math.max(Y.getState(this.doc.store, client), this.#ends.get(client) ?? 0);
    const checked = checkUpdate(update, stateOf, () => 0, { doc: this.doc, weigher });
    if (!checked.ok) return checked.problem;
    for (const [client, end] of checked.value.writers) this.#ends.set(client, end);
    this.ahead.enter(weigher.placed);
    this.#waiting.push(checked.value.update);
    return 'taken';
  }

  /** What is on its way arrives. */
  arrive(): void {
    expect(applyChecked(this.doc, this.#waiting).ok).toBe(true);
    this.#waiting = [];
    this.ahead.clear();
    this.#ends.clear();
  }
}

const tower = (client: number, clock: number, floors: number): Uint8Array =>
  handMade([
    {
      client,
      clock,
      items: Array.from({ length: floors }, (_, floor): HandItem => {
        const at = clock + floor;
        return { map: true, parent: at === 0 ? 'root' : [client, at - 1], sub: 'k' };
      }),
    },
  ]);

test('WI68 types stand only so deep in one another, in one update and in many, stored or on their way', () => {
  expect(new Server().take(tower(1, 0, 5_000))).toBe('too-large');
  for (const arrives of [true, false]) {
    const server = new Server();
    let floors = 0;
    while (floors < 1_000 && server.take(tower(1, floors, 1)) === 'taken') {
      floors += 1;
      if (arrives) server.arrive();
    }
    expect(floors).toBe(limits.typeDepth);
  }
});

test('WI68 a list inside lists inside a cell is as deep as anybody needs', () => {
  const doc = docWith((one) => {
    let type: Y.XmlFragment = one.getXmlFragment('cell');
    for (let level = 0; level < 15; level++) {
      const [list, item] = [new Y.XmlElement('bulletList'), new Y.XmlElement('listItem')];
      list.insert(0, [item]);
      type.insert(0, [list]);
      type = item;
    }
  }, 1);
  expect(new Server().take(Y.encodeStateAsUpdate(doc))).toBe('taken');
});

/** So many values at the same place, none of which knows of another. */
const crowd = (client: number, count: number, place: Partial<HandItem> = {}): Uint8Array =>
  handMade([
    {
      client,
      clock: 0,
      items: Array.from({ length: count }, (): HandItem => ({ map: true, parent: 'list', ...place }) as HandItem),
    },
  ]);
const chain = (client: number, count: number): Uint8Array =>
  handMade([
    {
      client,
      clock: 0,
      items: Array.from(
        { length: count },
        (_, at): HandItem => (at === 0 ? { map: true, parent: 'list' } : { map: true, origin: [client, at - 1] }),
      ),
    },
  ]);

test('WI69 an update for which the same list would be walked again and again is refused, also behind what is on its way', () => {
  expect(new Server().take(crowd(1, 10_000))).toBe('too-large');
  expect(new Server().take(crowd(1, 10_000, { sub: 'key' }))).toBe('too-large');
  for (const arrives of [true, false]) {
    const server = new Server();
    expect(server.take(chain(1, 10_000))).toBe('taken');
    if (arrives) server.arrive();
    expect(server.take(crowd(2, 1_000))).toBe('too-large');
    expect(server.take(crowd(3, 10))).toBe('taken');
  }
});

test('WI69 two people who wrote for long at the same place, each without the other, are taken', () => {
  const server = new Server();
  const typed = (client: number): Uint8Array => {
    const doc = new Y.Doc();
    doc.clientID = client;
    const text = doc.getText('text');
    for (let key = 0; key < 3_000; key++) text.insert(key % 7 === 0 ? text.length >> 1 : text.length, 'a');
    for (let key = 0; key < 300; key++) text.delete((key * 31) % (text.length - 1), 1);
    return Y.encodeStateAsUpdate(doc);
  };
  for (const client of [2, 1, 7, 5]) {
    expect(server.take(typed(client))).toBe('taken');
    server.arrive();
  }
});

test('WI69 what would cut a long text at tens of thousands of places is refused; a cleared table is taken', () => {
  const server = new Server();
  server.take(handMade([{ client: 1, clock: 0, items: [{ text: 'a'.repeat(200_000) }] }]));
  server.arrive();
  const cuts = (count: number): [number, number, number][] =>
    Array.from({ length: count }, (_, at) => [1, at * 2 + 1, 1]);
  expect(server.take(handMade([], cuts(49_000)))).toBe('too-large');
  expect(server.take(handMade([], cuts(3_000)))).toBe('taken');
  server.arrive();
});

test('WI70 roots that nobody has use for are refused', () => {
  const roots = (count: number): Uint8Array =>
    handMade([
      { client: 1, clock: 0, items: Array.from({ length: count }, (_, at) => ({ map: true, parent: `r${at}` })) },
    ]);
  expect(new Server().take(roots(limits.rootTypes + 1))).toBe('too-large');
  expect(new Server().take(roots(limits.rootTypes - 1))).toBe('taken');
});

test('WI71 what is known to be deleted counts for nothing and is not stored again', () => {
  const server = new Server();
  const doc = docWith((one) => one.getText('text').insert(0, 'a'.repeat(120_000)), 1);
  server.take(Y.encodeStateAsUpdate(doc));
  server.arrive();
  const all = Array.from({ length: 60_000 }, (_, at): [number, number, number] => [1, at * 2, 1]);
  for (let from = 0; from < all.length; from += 1_000) {
    expect(server.take(handMade([], all.slice(from, from + 1_000)))).toBe('taken');
    server.arrive();
  }
  const weigher = new Weigher(server.doc, server.ahead);
  const back = handMade([{ client: 2, clock: 0, items: [{ text: 'offline', origin: [1, 1] }] }], all);
  const stateOf = (client: number): number => Y.getState(server.doc.store, client);
  const checked = checkUpdate(back, stateOf, () => 0, { doc: server.doc, weigher });
  expect(checked.ok).toBe(true);
  if (!checked.ok) return;
  expect(checked.value.deletes.size).toBe(0);
  expect(checked.value.update.byteLength).toBeLessThan(100);
  expect(applyChecked(server.doc, [checked.value.update]).ok).toBe(true);
  expect(server.doc.getText('text').toString()).toContain('offline');
});

test('WI69 honest histories pass, in any order, and what passed leaves the same document as without the weighing', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 8 }), (script, size) => {
      const server = new Server();
      const plain = new Y.Doc();
      const { updates } = history(script);
      for (const [at, update] of updates.entries()) {
        if (server.take(update) === 'taken') Y.applyUpdate(plain, update);
        if (at % size === 0) server.arrive();
      }
      server.arrive();
      expect(Y.encodeStateVector(server.doc)).toEqual(Y.encodeStateVector(plain));
      expect(server.doc.getText('text').toDelta()).toEqual(plain.getText('text').toDelta());
    }),
    { seed: 14, numRuns: 400 },
  );
});
