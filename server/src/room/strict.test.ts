import { limits } from '@board/shared/protocol/limits';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { applyChecked, isKnown } from './apply.ts';
import { handMade } from './hand-made.fixture.ts';
import { docWith } from './history.fixture.ts';
import { checkUpdate } from './strict.ts';

const stateOf = (doc: Y.Doc) => (client: number) => Y.getState(doc.store, client);
const check = (doc: Y.Doc, update: Uint8Array) => checkUpdate(update, stateOf(doc));

test('WI12 an update that refers to what is unknown is missing dependencies', () => {
  const doc = docWith((one) => one.getText('text').insert(0, 'abc'), 1);
  const missing = {
    'a gap in its own clocks': handMade([{ client: 1, clock: 5, items: [{ text: 'x', origin: [1, 2] }] }]),
    'an unknown left neighbour': handMade([{ client: 2, clock: 0, items: [{ text: 'x', origin: [3, 0] }] }]),
    'a left neighbour beyond what is known': handMade([
      { client: 2, clock: 0, items: [{ text: 'x', origin: [1, 3] }] },
    ]),
    'an unknown right neighbour': handMade([{ client: 2, clock: 0, items: [{ text: 'x', right: [3, 0] }] }]),
    'an unknown parent': handMade([{ client: 2, clock: 0, items: [{ text: 'x', parent: [3, 0] }] }]),
    'a deletion of what is unknown': handMade([], [[3, 0, 1]]),
    'a deletion that reaches too far': handMade([], [[1, 1, 3]]),
  };
  for (const [what, update] of Object.entries(missing)) {
    expect(check(doc, update), what).toEqual({ ok: false, problem: 'missing-dependencies' });
  }
});

test('WI12 references within the update are known', () => {
  const doc = docWith(() => {}, 1);
  const update = handMade(
    [
      {
        client: 9,
        clock: 0,
        items: [
          { text: 'a', origin: [8, 0] },
          { text: 'b', origin: [9, 0] },
        ],
      },
      { client: 8, clock: 0, items: [{ text: 'x' }, { text: 'y', origin: [9, 0] }] },
    ],
    [[8, 1, 1]],
  );
  expect(check(doc, update)).toMatchObject({
    ok: true,
    value: {
      writers: new Map([
        [9, 2],
        [8, 2],
      ]),
    },
  });
  expect(applyChecked(doc, [update]).ok).toBe(true);
  expect(doc.getText('text').toString()).toBe('xab');
});

test('WI13 what no honest history holds is malformed', () => {
  const doc = docWith((one) => one.getText('text').insert(0, 'abc'), 1);
  const malformed = {
    'nothing at all': new Uint8Array(),
    'a struct without length': handMade([{ client: 2, clock: 0, items: [{ text: '' }] }]),
    'a collected struct without length': handMade([{ client: 2, clock: 0, items: [{ gc: 0 }] }]),
    'a length beyond all numbers': handMade([{ client: 2, clock: Number.MAX_SAFE_INTEGER, items: [{ gc: 2 }] }]),
    'itself as its neighbour': handMade([{ client: 2, clock: 0, items: [{ text: 'x', origin: [2, 0] }] }]),
    'its own future': handMade([
      {
        client: 2,
        clock: 0,
        items: [
          { text: 'x', right: [2, 1] },
          { text: 'y', origin: [2, 0] },
        ],
      },
    ]),
    'a circle': handMade([
      { client: 2, clock: 0, items: [{ text: 'x', origin: [3, 0] }] },
      { client: 3, clock: 0, items: [{ text: 'y', origin: [2, 0] }] },
    ]),
    'two blocks for one client': handMade([
      { client: 2, clock: 0, items: [{ text: 'x' }] },
      { client: 2, clock: 1, items: [{ text: 'y', origin: [2, 0] }] },
    ]),
    'two blocks with another between': handMade([
      { client: 2, clock: 0, items: [{ text: 'x' }] },
      { client: 3, clock: 0, items: [{ text: 'y' }] },
      { client: 2, clock: 1, items: [{ text: 'z', origin: [2, 0] }] },
    ]),
    'a document inside a document': handMade([{ client: 2, clock: 0, items: [{ subdocument: 'guid' }] }]),
    'the same deletion twice': handMade(
      [],
      [
        [1, 0, 2],
        [1, 1, 2],
      ],
    ),
    'more structs than there are bytes': encoding.encode((out) => {
      for (const part of [1, 2 ** 40, 2, 0]) encoding.writeVarUint(out, part);
    }),
  };
  for (const [what, update] of Object.entries(malformed)) {
    expect(check(doc, update), what).toEqual({ ok: false, problem: 'malformed-update' });
  }
});

test('WI94 bytes that say nothing are malformed: behind an update, or in a number that is longer than numbers are', () => {
  const doc = docWith((one) => one.getText('text').insert(0, 'abc'), 1);
  const whole = Y.encodeStateAsUpdate(docWith((one) => one.getText('text').insert(0, 'x'), 2));
  const withDeletions = handMade([{ client: 2, clock: 0, items: [{ text: 'x' }] }], [[1, 0, 2]]);
  for (const update of [whole, withDeletions, Y.encodeStateAsUpdate(new Y.Doc())]) {
    expect(check(doc, update).ok).toBe(true);
    expect(check(doc, Uint8Array.of(...update, 0))).toEqual({ ok: false, problem: 'malformed-update' });
    expect(check(doc, Uint8Array.of(...update, ...update))).toEqual({ ok: false, problem: 'malformed-update' });
    // Each byte that ends a number or is none, drawn out: 0 becomes 80 80 … 00.
    for (const padding of [40, 200]) {
      for (const at of update.keys()) {
        const drawnOut = [(update[at] ?? 0) | 0x80, ...Array<number>(padding).fill(0x80), 0];
        const padded = Uint8Array.of(...update.subarray(0, at), ...drawnOut, ...update.subarray(at + 1));
        expect(check(doc, padded).ok, `${padding} at ${at} of ${update}`).toBe(false);
      }
    }
  }
});

test('WI94 what Yjs and y-websocket write has nothing behind it, however it came about', () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const other = docWith((one) => one.getText('text').insert(0, 'other'), 7);
  const list = doc.getArray('list');
  doc.getText('text').insert(0, 'abc', { bold: true });
  doc.getText('text').insertEmbed(1, { image: 'x', size: 1.5 });
  doc.getText('text').delete(0, 2);
  list.insert(0, [1, -1, 2 ** 40, 0.1, 'x', null, true, new Uint8Array(3), { a: [1n] }]);
  list.insert(1, [new Y.Map([['key', new Y.XmlElement('p')]])]);
  list.delete(0, 3);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  const state = Y.encodeStateAsUpdate(doc);
  const half = Y.encodeStateVectorFromUpdate(updates[2] ?? state);
  for (const update of [state, Y.mergeUpdates(updates), Y.diffUpdate(state, half), Y.encodeStateAsUpdate(doc, half)]) {
    const before = update === state || update.byteLength > 100 ? new Y.Doc() : doc;
    expect(check(before, update).ok).toBe(true);
  }
  const slow = new Y.Doc();
  for (const update of updates) {
    expect(check(slow, update).ok).toBe(true);
    Y.applyUpdate(slow, update);
  }
});

test('WI13 a value nested deeper than the board’s own is malformed, and none that the board writes is', () => {
  const nested = (levels: number): unknown =>
    levels === 0 ? 'x' : levels % 2 ? [nested(levels - 1)] : { a: nested(levels - 1) };
  const holds = (levels: number): boolean[] => [
    check(new Y.Doc(), Y.encodeStateAsUpdate(docWith((doc) => doc.getMap('map').set('key', nested(levels)), 1))).ok,
    check(
      new Y.Doc(),
      Y.encodeStateAsUpdate(docWith((doc) => doc.getText('text').insertEmbed(0, { a: nested(levels - 1) }), 1)),
    ).ok,
    check(
      new Y.Doc(),
      Y.encodeStateAsUpdate(docWith((doc) => doc.getText('text').insert(0, 'x', { link: nested(levels) }), 1)),
    ).ok,
  ];
  expect(holds(4)).toEqual([true, true, true]);
  expect(holds(limits.valueDepth + 2)).toEqual([false, false, false]);
});

test('WI12 a gap says that something has not come yet: nothing behind it or about it is taken', () => {
  const gapped = docWith((one) => one.getText('text').insert(0, 'abc'), 5);
  const first = Y.encodeStateAsUpdate(gapped);
  gapped.getText('text').insert(3, 'def');
  const last = Y.encodeStateAsUpdate(gapped, Y.encodeStateVectorFromUpdate(first));
  const other = Y.encodeStateAsUpdate(docWith((one) => one.getText('text').insert(0, 'x'), 6));
  const far = Y.diffUpdate(last, Uint8Array.of(1, 5, 4));
  expect(Y.decodeUpdate(Y.mergeUpdates([other, first, far])).structs.some((one) => one instanceof Y.Skip)).toBe(true);
  expect(check(new Y.Doc(), Y.mergeUpdates([other, first, far]))).toEqual({
    ok: false,
    problem: 'missing-dependencies',
  });
});

test('WI62 an update with more structs than an honest page sends at once is too large; a pasted sheet is not', () => {
  const typed = (letters: number): Uint8Array =>
    Y.encodeStateAsUpdate(
      docWith((one) => {
        for (let index = 0; index < letters; index++) one.getText('text').insert(0, 'x');
      }),
    );
  expect(check(new Y.Doc(), typed(limits.structsPerUpdate)).ok).toBe(true);
  expect(check(new Y.Doc(), typed(limits.structsPerUpdate + 1))).toEqual({ ok: false, problem: 'too-large' });
});

test('WI14 an update with nothing new is known as such, deletions included', () => {
  const doc = docWith((one) => one.getText('text').insert(0, 'abcdef'), 1);
  const first = Y.encodeStateAsUpdate(doc);
  doc.getText('text').delete(1, 2);
  const knows = (update: Uint8Array): boolean => {
    const checked = check(doc, update);
    return checked.ok && isKnown(doc, checked.value);
  };
  expect(knows(first)).toBe(true);
  expect(knows(Y.encodeStateAsUpdate(doc))).toBe(true);
  expect(knows(handMade([]))).toBe(true);
  expect(knows(handMade([], [[1, 1, 2]]))).toBe(true);
  expect(knows(handMade([], [[1, 1, 3]]))).toBe(false);
  expect(knows(handMade([{ client: 1, clock: 6, items: [{ text: 'x', origin: [1, 5] }] }]))).toBe(false);
});

test('WI15 what Yjs tidies up by itself after an update is told apart from what the update brought', () => {
  const words = (doc: Y.Doc): Y.XmlText => doc.getXmlFragment('cell').get(0) as Y.XmlText;
  const first = docWith((one) => one.getXmlFragment('cell').insert(0, [new Y.XmlText('some words')]), 1);
  const second = docWith((one) => Y.applyUpdate(one, Y.encodeStateAsUpdate(first)), 2);
  const server = new Y.Doc();
  const pass = (doc: Y.Doc): number => {
    const applied = applyChecked(server, [Y.encodeStateAsUpdate(doc)]);
    return applied.ok && applied.tidying ? Y.decodeUpdate(applied.tidying).ds.clients.size : 0;
  };
  pass(first);
  words(first).format(0, 4, { bold: true });
  words(second).format(0, 4, { bold: true });
  expect(pass(first)).toBe(0);
  // Nobody has deleted anything: the second pair of marks is what Yjs itself takes away.
  expect(pass(second)).toBe(1);
});

test('WI67 a list is counted on from what is known of it, however an update overlaps', () => {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const most = limits.valuesPerList;
  doc.getArray('list').insert(0, Array(most - 1).fill(1));
  const server = docWith(() => {}, 9);
  Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
  const listBefore = (client: number, clock: number): number =>
    client === 1 && clock === Y.getState(server.store, 1) ? most - 1 : 0;
  for (let more = 0; more < 2; more++) doc.getArray('list').insert(most - 1 + more, [2]);
  // All of it, from its first value on: known values are not new ones, and new ones go on from them.
  const whole = Y.encodeStateAsUpdate(doc);
  expect(checkUpdate(whole, stateOf(server), listBefore)).toEqual({ ok: false, problem: 'malformed-update' });
  const again = Y.encodeStateAsUpdate(server);
  expect(checkUpdate(again, stateOf(server), listBefore)).toMatchObject({ ok: true });
});

test('WI13 a value whose key would hide what it holds is malformed; one with too much in it is too large', () => {
  const withValue = (value: object): Uint8Array => {
    const doc = docWith((one) => one.getMap('map').set('key', value), 1);
    return Y.encodeStateAsUpdate(doc);
  };
  const honest = { order: 1.5, big: 12n, none: null, list: ['a', true, new Uint8Array(3)], inside: { text: 'words' } };
  expect(check(new Y.Doc(), withValue(honest))).toMatchObject({ ok: true });
  const hidden = Object.defineProperty({}, '__proto__', { value: { deep: 1 }, enumerable: true });
  expect(check(new Y.Doc(), withValue(hidden))).toEqual({ ok: false, problem: 'malformed-update' });
  const wide = Array.from({ length: limits.valuesPerValue }, () => 1);
  expect(check(new Y.Doc(), withValue(wide))).toEqual({ ok: false, problem: 'too-large' });
});

test('WI85 a name in a document has so many signs and no more', () => {
  const naming: Record<string, (doc: Y.Doc, name: string) => void> = {
    root: (doc, name) => doc.getText(name).insert(0, 'x'),
    key: (doc, name) => doc.getMap('map').set(name, 1),
    element: (doc, name) => doc.getXmlFragment('cell').insert(0, [new Y.XmlElement(name)]),
    mark: (doc, name) => doc.getText('text').insert(0, 'x', { [name]: true }),
  };
  for (const [what, write] of Object.entries(naming)) {
    const named = (length: number) =>
      check(new Y.Doc(), Y.encodeStateAsUpdate(docWith((doc) => write(doc, 'n'.repeat(length)), 1)));
    expect([named(limits.nameLength).ok, named(limits.nameLength + 1)], what).toEqual([
      true,
      { ok: false, problem: 'malformed-update' },
    ]);
  }
});
