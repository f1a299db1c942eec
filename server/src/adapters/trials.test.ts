import { limits } from '@board/shared/protocol/limits';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { TrialJob } from '../ports.ts';
import { systemClock } from './system-clock.ts';
import { openTrials } from './trials.ts';

let trials = openTrials(systemClock());
afterEach(async () => {
  await trials.stop();
  trials = openTrials(systemClock());
});

const state = (change: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.transact(() => change(doc));
  return Y.encodeStateAsUpdate(doc);
};

const light = (): TrialJob => ({ state: state((doc) => doc.getText('text').insert(0, 'a')), updates: [] });

/** A marked text, and a deletion of a few bytes for which Yjs walks all of it for each of its letters. */
function endless(letters: number): TrialJob {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const text = new Y.XmlText();
  doc.transact(() => {
    doc.getXmlFragment('cell').insert(0, [text]);
    text.insert(0, 'm', { bold: true });
    for (let at = 0; at < letters; at++) text.insert(0, `${at % 10}`);
  });
  const other = new Y.Doc();
  other.clientID = 2;
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(other);
  (other.getXmlFragment('cell').get(0) as Y.XmlText).delete(0, letters);
  return { state: Y.encodeStateAsUpdate(doc), updates: [Y.encodeStateAsUpdate(other, before)] };
}

test('WI78 what is quickly done is light, what works long is heavy, what Yjs cannot place is broken', async () => {
  expect(await trials.attempt(light())).toBe('light');
  expect(await trials.attempt({ ...light(), updates: [state((doc) => doc.getText('more').insert(0, 'b'))] })).toBe(
    'light',
  );
  expect(await trials.attempt(endless(12_000))).toBe('heavy');
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'a');
  const before = Y.encodeStateVector(doc);
  doc.getText('text').insert(1, 'b');
  expect(await trials.attempt({ ...light(), updates: [Y.encodeStateAsUpdate(doc, before)] })).toBe('broken');
  expect(await trials.attempt({ ...light(), updates: [Uint8Array.of(9, 9, 9)] })).toBe('broken');
});

test('WI78 what does not end is ended, and those who wait behind it have their turn', async () => {
  const [never, behind] = await Promise.all([trials.attempt(endless(60_000)), trials.attempt(light())]);
  expect([never, behind]).toEqual(['heavy', 'light']);
});

test('WI78 only so many wait; whoever comes too much is told that it was not tried', async () => {
  const all = await Promise.all(Array.from({ length: limits.trialsWaiting + 10 }, () => trials.attempt(light())));
  expect(all.filter((outcome) => outcome === 'busy').length).toBe(9);
  expect(all.filter((outcome) => outcome === 'light').length).toBe(limits.trialsWaiting + 1);
});

test('WI78 a trial that is under way when the server stops is answered', async () => {
  const under = trials.attempt(endless(60_000));
  await trials.stop();
  expect(await under).toBe('busy');
  expect(await trials.attempt(light())).toBe('busy');
});
