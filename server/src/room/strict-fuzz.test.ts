import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { applyChecked } from './apply.ts';
import { docWith, history, steps } from './history.fixture.ts';
import { checkUpdate } from './strict.ts';

const stateOf = (doc: Y.Doc) => (client: number) => Y.getState(doc.store, client);
const check = (doc: Y.Doc, update: Uint8Array) => checkUpdate(update, stateOf(doc));

test('WI10 of an honest history the check takes exactly what Yjs can place at once', () => {
  fc.assert(
    fc.property(steps, fc.array(fc.nat()), (script, picks) => {
      const { updates } = history(script);
      const server = new Y.Doc();
      const left = [...updates];
      for (const pick of picks) {
        if (left.length === 0) break;
        const [update] = left.splice(pick % left.length, 1);
        const checked = check(server, update!);
        const trial = new Y.Doc();
        Y.applyUpdate(trial, Y.encodeStateAsUpdate(server));
        Y.applyUpdate(trial, update!);
        const isPlaced = trial.store.pendingStructs === null && trial.store.pendingDs === null;
        expect(checked.ok ? 'placed' : checked.problem).toBe(isPlaced ? 'placed' : 'missing-dependencies');
        if (checked.ok) expect(applyChecked(server, [update!]).ok).toBe(true);
      }
    }),
    { seed: 10, numRuns: 400 },
  );
});

test('WI11 random bytes are never applied by halves: the check does not throw, and what it takes leaves nothing pending', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const doc = docWith((one) => one.getText('text').insert(0, 'words'), 1);
      const before = Y.encodeStateAsUpdate(doc);
      if (check(doc, bytes).ok) expect(applyChecked(doc, [bytes]).ok).toBe(true);
      else expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    }),
    { seed: 11, numRuns: 8000 },
  );
});

test('WI11 changed bytes in honest updates are refused, or leave a document that others can read', () => {
  fc.assert(
    fc.property(
      steps,
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 }),
      (script, pick, flips) => {
        const { updates } = history(script);
        if (updates.length === 0) return;
        const at = pick % updates.length;
        const server = new Y.Doc();
        for (const update of updates.slice(0, at)) if (check(server, update).ok) applyChecked(server, [update]);
        const hostile = updates[at]!.slice();
        for (const [position, value] of flips) hostile[position % hostile.length] = value;
        if (!check(server, hostile).ok) return;
        const applied = applyChecked(server, [hostile]);
        expect(applied.ok).toBe(true);
        const reader = new Y.Doc();
        Y.applyUpdate(reader, Y.encodeStateAsUpdate(server));
        expect(reader.store.pendingStructs).toBeNull();
        expect(Y.encodeStateVector(reader)).toEqual(Y.encodeStateVector(server));
      },
    ),
    { seed: 12, numRuns: 3000 },
  );
});

test('WI11 a batch of updates that passed the check, each against what is on its way, is applied as a whole', () => {
  fc.assert(
    fc.property(steps, fc.nat(), fc.nat(255), fc.integer({ min: 1, max: 8 }), (script, position, value, size) => {
      const server = new Y.Doc();
      const oneByOne = new Y.Doc();
      const { updates } = history(script);
      if (updates.length > 0) updates.push(hurt(updates[position % updates.length]!, position, value));
      for (let at = 0; at < updates.length; at += size) {
        const ahead = new Map<number, number>();
        const batch = updates.slice(at, at + size).filter((update) => {
          const known = (client: number): number => Math.max(Y.getState(server.store, client), ahead.get(client) ?? 0);
          const checked = checkUpdate(update, known);
          if (checked.ok) for (const [client, end] of checked.value.writers) ahead.set(client, end);
          return checked.ok;
        });
        expect(applyChecked(server, batch).ok).toBe(true);
        for (const update of batch) expect(applyChecked(oneByOne, [update]).ok).toBe(true);
      }
      expect(server.getText('text').toDelta()).toEqual(oneByOne.getText('text').toDelta());
      expect(Y.encodeStateVector(server)).toEqual(Y.encodeStateVector(oneByOne));
    }),
    { seed: 13, numRuns: 2000 },
  );
});

function hurt(update: Uint8Array, position: number, value: number): Uint8Array {
  const copy = update.slice();
  copy[position % copy.length] = value;
  return copy;
}
