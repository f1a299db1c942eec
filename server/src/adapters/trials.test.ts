import type { PersonId } from '@board/shared/ids';
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

const light = (): TrialJob => ({
  state: state((doc) => doc.getText('text').insert(0, 'a')),
  before: [],
  update: state((doc) => doc.getText('more').insert(0, 'b')),
});
const [ann, bo] = ['ann', 'bo'] as PersonId[];
const attempt = (job: TrialJob, by: PersonId | null = ann ?? null) => trials.attempt(by, () => job);

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
  return { state: Y.encodeStateAsUpdate(doc), before: [], update: Y.encodeStateAsUpdate(other, before) };
}

test('WI78 what is quickly done is light, what works long is heavy, what Yjs cannot place is broken', async () => {
  expect(await attempt(light())).toBe('light');
  expect(await attempt({ ...light(), update: null })).toBe('light');
  expect(await attempt(endless(12_000))).toBe('heavy');
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'a');
  const before = Y.encodeStateVector(doc);
  doc.getText('text').insert(1, 'b');
  const unplaced = Y.encodeStateAsUpdate(doc, before);
  expect(await attempt({ ...light(), update: unplaced })).toBe('broken');
  expect(await attempt({ ...light(), before: [Y.encodeStateAsUpdate(doc)], update: unplaced })).toBe('light');
  expect(await attempt({ ...light(), update: Uint8Array.of(9, 9, 9) })).toBe('broken');
});

test('WI78 what does not end is ended; whoever has had less tried out lately has the next turn', async () => {
  const order: string[] = [];
  const note = (name: string) => (outcome: string) => order.push(`${name} ${outcome}`);
  await Promise.all([
    attempt(endless(60_000)).then(note('long')),
    attempt(endless(60_000)).then(note('longer')),
    attempt(light(), bo).then(note('light')),
  ]);
  expect(order).toEqual(['long heavy', 'light light', 'longer heavy']);
});

test('WI78 only so many wait, of one person and of all; whoever comes too much is told that it was not tried', async () => {
  const own = await Promise.all(Array.from({ length: 10 }, () => attempt(light())));
  expect(own.filter((outcome) => outcome === 'light').length).toBe(limits.trialsPerPerson + 1);
  const all = await Promise.all(
    Array.from({ length: limits.trialsWaiting + 10 }, (_, index) => attempt(light(), `p${index}` as PersonId)),
  );
  expect(all.filter((outcome) => outcome === 'busy').length).toBe(9);
});

test('WI82 what is tried out once more keeps its place, however many others wait and after whatever was ended', async () => {
  const ended = attempt(endless(60_000), bo);
  const others = Array.from({ length: limits.trialsWaiting }, (_, index) => attempt(light(), `p${index}` as PersonId));
  const again = trials.attempt(ann ?? null, light, true);
  expect(await attempt(light())).toBe('busy');
  expect([await ended, await again]).toEqual(['heavy', 'light']);
  expect(new Set(await Promise.all(others))).toEqual(new Set(['light']));
});

test('WI78 nothing is made for what nobody needs to know any more, and it takes nobody’s turn', async () => {
  const [gone, next] = await Promise.all([trials.attempt(ann ?? null, () => null), attempt(light(), bo)]);
  expect([gone, next]).toEqual(['busy', 'light']);
});

test('WI78 what cannot be made is answered, and keeps nobody else from a turn', async () => {
  const broken = (): TrialJob => {
    throw new Error('the document is gone');
  };
  const outcomes = [attempt(light()), trials.attempt(ann ?? null, broken), attempt(light(), bo ?? null)];
  expect(await Promise.all(outcomes)).toEqual(['light', 'busy', 'light']);
});

test('WI78 a trial that is under way when the server stops is answered', async () => {
  const under = attempt(endless(60_000));
  await trials.stop();
  expect(await under).toBe('busy');
  expect(await attempt(light())).toBe('busy');
});
