import { limits } from '@board/shared/protocol/limits';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { applyChecked } from './apply.ts';
import { type HandItem, handMade } from './hand-made.fixture.ts';
import { docWith, history, steps } from './history.fixture.ts';
import { ListSizes } from './list-sizes.ts';
import { Ahead } from './placing.ts';
import { checkUpdate } from './strict.ts';
import { Weigher } from './weigher.ts';

/** A document, and what is on its way into it. */
class Server {
  readonly doc = new Y.Doc();
  readonly ahead = new Ahead();
  readonly #sizes = new ListSizes();
  readonly #ends = new Map<number, number>();
  #waiting: Uint8Array[] = [];
  #structs = 0;

  /** What the check says of an update, and what it weighs; one that passes is on its way from then on, however heavy. */
  take(update: Uint8Array): string | number {
    const weigher = new Weigher({ doc: this.doc, ahead: this.ahead, sizes: this.#sizes });
    const stateOf = (client: number): number =>
      Math.max(Y.getState(this.doc.store, client), this.#ends.get(client) ?? 0);
    const checked = checkUpdate(update, stateOf, () => 0, { doc: this.doc, weigher });
    if (!checked.ok) return checked.problem;
    const weight = weigher.weigh();
    for (const [client, end] of checked.value.writers) this.#ends.set(client, end);
    this.ahead.enter(weigher.placed, weigher.fallen, weigher.cuts);
    for (const { length } of weigher.placed.values()) this.#structs += length;
    this.#structs += weigher.cuts;
    this.#waiting.push(checked.value.update);
    return weight;
  }

  /** What is on its way arrives. Answers how many milliseconds that took. */
  arrive(): number {
    const before = performance.now();
    expect(applyChecked(this.doc, this.#waiting).ok).toBe(true);
    const took = performance.now() - before;
    this.#waiting = [];
    this.#sizes.grow(this.#structs);
    this.#structs = 0;
    this.ahead.clear();
    this.#ends.clear();
    return took;
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
    while (floors < 1_000 && server.take(tower(1, floors, 1)) !== 'too-large') {
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
  expect(new Server().take(Y.encodeStateAsUpdate(doc))).toBeLessThan(limits.stepsPerUpdate);
});

/** So many values at the same place, none of which knows of another. */
const crowd = (client: number, count: number, place: Partial<HandItem> = {}, clock = 0): Uint8Array =>
  handMade([
    {
      client,
      clock,
      items: Array.from({ length: count }, (): HandItem => ({ map: true, parent: 'list', ...place }) as HandItem),
    },
  ]);
/** So many letters one behind the other, each a struct of its own, since every second one has gone again. */
const chain = (client: number, count: number): Uint8Array =>
  handMade([
    {
      client,
      clock: 0,
      items: Array.from({ length: count }, (_, at): HandItem => {
        return at === 0 ? { map: true, parent: 'list' } : { map: true, origin: [client, at - 1] };
      }),
    },
  ]);
/** A text of `count` letters that are structs of their own, with `keys` different marks before them. */
const markedText = (count: number, keys: number): Uint8Array =>
  handMade([
    {
      client: 1,
      clock: 0,
      items: Array.from({ length: count + keys }, (_, at): HandItem => {
        const place = at === 0 ? { parent: 'text' } : { origin: [1, at - 1] as [number, number] };
        // Signs that Yjs does not join, since each is a mark or the mark's neighbour.
        return at < keys ? { mark: `k${at}`, value: 'v', ...place } : { text: 'a', ...place };
      }),
    },
  ]);

test('WI69 what would walk the same list again and again weighs much, alone and behind what is on its way', () => {
  expect(new Server().take(crowd(1, 10_000))).toBeGreaterThan(limits.stepsPerUpdate);
  expect(new Server().take(crowd(1, 10_000, { sub: 'key' }))).toBeGreaterThan(limits.stepsPerUpdate);
  for (const arrives of [true, false]) {
    const server = new Server();
    server.take(chain(1, 10_000));
    if (arrives) server.arrive();
    expect(server.take(crowd(2, 1_000))).toBeGreaterThan(limits.stepsPerUpdate);
    expect(server.take(crowd(3, 10))).toBeLessThan(limits.stepsPerUpdate);
  }
});

test('WI69 what would have Yjs tidy a marked text for each of its letters weighs much, however few bytes it is', () => {
  const alternating = (): Server => {
    const server = new Server();
    server.take(markedText(1, 1));
    server.arrive();
    // From here on each is put at the very beginning of the text, so that none is joined with another.
    for (let clock = 2; clock < 8_002; clock += 1_000) server.take(crowd(1, 1_000, { parent: 'text' }, clock));
    server.arrive();
    return server;
  };
  const deleting = alternating();
  expect(deleting.take(handMade([], [[1, 2, 8_000]]))).toBeGreaterThan(limits.stepsPerUpdate);
  const inAType = alternating();
  expect(inAType.take(handMade([], [[1, 2, 10]]))).toBeLessThan(limits.stepsPerUpdate);

  const manyKeys = new Server();
  manyKeys.take(markedText(4_000, 4_000));
  manyKeys.arrive();
  const mark = handMade([{ client: 2, clock: 0, items: [{ mark: 'one', value: 'more', origin: [1, 7_000] }] }]);
  expect(manyKeys.take(mark)).toBeGreaterThan(limits.stepsPerUpdate);
});

test('WI69 a marked text that falls with what it stands in weighs what it would by itself, stored or on its way', () => {
  const row = docWith((doc) => {
    const text = new Y.XmlText();
    doc.getMap<Y.XmlText>('rows').set('r', text);
    text.insert(0, 'a', { bold: true });
    for (let at = 0; at < 3_000; at++) text.insert(0, `${at % 10}`);
    text.delete(5, 2_900);
    for (let at = 0; at < 3_000; at++) text.insert(0, `${at % 10}`);
  }, 1);
  const removing = new Y.Doc();
  Y.applyUpdate(removing, Y.encodeStateAsUpdate(row));
  removing.clientID = 2;
  const before = Y.encodeStateVector(removing);
  removing.getMap('rows').set('r', 'nothing');
  const overwriting = Y.encodeStateAsUpdate(removing, before);
  for (const arrives of [true, false]) {
    const server = new Server();
    server.take(Y.encodeStateAsUpdate(row));
    if (arrives) server.arrive();
    expect(server.take(overwriting)).toBeGreaterThan(limits.stepsPerUpdate);
  }
});

test('WI69 a value that is overwritten while it is on its way weighs what stands in it', () => {
  const server = new Server();
  const row = docWith((doc) => {
    const text = new Y.XmlText();
    doc.getMap<Y.XmlText>('rows').set('r', text);
    text.insert(0, 'a', { bold: true });
    for (let at = 0; at < 3_000; at++) text.insert(0, `${at % 10}`);
  }, 1);
  server.take(Y.encodeStateAsUpdate(row));
  const over = handMade([{ client: 2, clock: 0, items: [{ text: 'x', origin: [1, 0] }] }]);
  expect(server.take(over)).toBeGreaterThan(limits.stepsPerUpdate);
  const plain = new Server();
  plain.take(Y.encodeStateAsUpdate(docWith((doc) => doc.getMap('rows').set('order', 1), 1)));
  expect(plain.take(over)).toBeLessThan(1_000);
});

test('WI69 what would cut a long text at tens of thousands of places weighs much; a cleared table does not', () => {
  const server = new Server();
  server.take(handMade([{ client: 1, clock: 0, items: [{ text: 'a'.repeat(200_000) }] }]));
  server.arrive();
  const cuts = (count: number): [number, number, number][] =>
    Array.from({ length: count }, (_, at) => [1, at * 2 + 1, 1]);
  expect(server.take(handMade([], cuts(49_000)))).toBeGreaterThan(limits.stepsPerUpdate);
  const right = handMade([
    {
      client: 3,
      clock: 0,
      items: Array.from({ length: 20_000 }, (_, at): HandItem => ({ text: 'b', right: [1, at * 2 + 1] })),
    },
  ]);
  expect(new Server().take(cutsOfItsOwn(20_000))).toBeGreaterThan(limits.stepsPerUpdate);
  expect(server.take(right)).toBeGreaterThan(limits.stepsPerUpdate);
  const other = new Server();
  other.take(handMade([{ client: 1, clock: 0, items: [{ text: 'a'.repeat(200_000) }] }]));
  other.arrive();
  expect(other.take(handMade([], cuts(800)))).toBeLessThan(limits.stepsPerUpdate);
});

/** A text, and what cuts it to pieces, in one update. */
function cutsOfItsOwn(count: number): Uint8Array {
  const items = Array.from({ length: count }, (_, at): HandItem => ({ text: 'b', origin: [2, at * 2] }));
  return handMade([
    { client: 2, clock: 0, items: [{ text: 'a'.repeat(count * 2 + 1) }] },
    { client: 1, clock: 0, items },
  ]);
}

test('WI70 roots that nobody has use for are refused', () => {
  const roots = (count: number): Uint8Array =>
    handMade([
      { client: 1, clock: 0, items: Array.from({ length: count }, (_, at) => ({ map: true, parent: `r${at}` })) },
    ]);
  expect(new Server().take(roots(limits.rootTypes + 1))).toBe('too-large');
  expect(new Server().take(roots(limits.rootTypes - 1))).toBeLessThan(limits.stepsPerUpdate);
});

test('WI71 what is known to be deleted counts for nothing and is not stored again', () => {
  const server = new Server();
  const doc = docWith((one) => one.getText('text').insert(0, 'a'.repeat(40_000)), 1);
  server.take(Y.encodeStateAsUpdate(doc));
  server.arrive();
  const all = Array.from({ length: 20_000 }, (_, at): [number, number, number] => [1, at * 2, 1]);
  for (let from = 0; from < all.length; from += 1_000) {
    server.take(handMade([], all.slice(from, from + 1_000)));
    server.arrive();
  }
  const weigher = new Weigher({ doc: server.doc, ahead: server.ahead, sizes: new ListSizes() });
  const back = handMade([{ client: 2, clock: 0, items: [{ text: 'offline', origin: [1, 1] }] }], all);
  const stateOf = (client: number): number => Y.getState(server.doc.store, client);
  const checked = checkUpdate(back, stateOf, () => 0, { doc: server.doc, weigher });
  expect(checked.ok).toBe(true);
  if (!checked.ok) return;
  expect(weigher.weigh()).toBeLessThan(limits.stepsPerUpdate);
  expect(checked.value.deletes.size).toBe(0);
  expect(checked.value.update.byteLength).toBeLessThan(100);
  expect(applyChecked(server.doc, [checked.value.update]).ok).toBe(true);
  expect(server.doc.getText('text').toString()).toContain('offline');
});

test('WI69 honest histories weigh little, in any order, and leave the same document as without the weighing', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 8 }), (script, size) => {
      const server = new Server();
      const plain = new Y.Doc();
      const { updates } = history(script);
      for (const [at, update] of updates.entries()) {
        const weight = server.take(update);
        if (typeof weight === 'number') Y.applyUpdate(plain, update);
        expect(
          weight === 'missing-dependencies' || (typeof weight === 'number' && weight < 50_000),
          String(weight),
        ).toBe(true);
        if (at % size === 0) server.arrive();
      }
      server.arrive();
      expect(Y.encodeStateVector(server.doc)).toEqual(Y.encodeStateVector(plain));
      expect(server.doc.getText('text').toDelta()).toEqual(plain.getText('text').toDelta());
    }),
    { seed: 14, numRuns: 400 },
  );
});
