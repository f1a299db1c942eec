import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDifference } from './word-difference.ts';

const before = (runs: ReturnType<typeof wordDifference>) =>
  runs
    .filter(({ kind }) => kind !== 'new')
    .map(({ text }) => text)
    .join('');
const after = (runs: ReturnType<typeof wordDifference>) =>
  runs
    .filter(({ kind }) => kind !== 'gone')
    .map(({ text }) => text)
    .join('');

test('CH20 two wordings are compared word by word; what stands between two changes stays readable', () => {
  expect(
    wordDifference('States shall protect the rivers until 2027.', 'States should protect rivers until May 2027.'),
  ).toEqual([
    { kind: 'same', text: 'States ' },
    { kind: 'gone', text: 'shall' },
    { kind: 'new', text: 'should' },
    { kind: 'same', text: ' protect ' },
    { kind: 'gone', text: 'the ' },
    { kind: 'same', text: 'rivers until' },
    { kind: 'new', text: ' May' },
    { kind: 'same', text: ' 2027.' },
  ]);
  // Space around a change is not a part of it.
  expect(wordDifference('every quarter what', 'every six months what')).toEqual([
    { kind: 'same', text: 'every ' },
    { kind: 'gone', text: 'quarter' },
    { kind: 'new', text: 'six months' },
    { kind: 'same', text: ' what' },
  ]);
  expect(wordDifference('', 'New words')).toEqual([{ kind: 'new', text: 'New words' }]);
  expect(wordDifference('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
});

test('CH20 words of scripts without spaces are parted; no sign of them is torn', () => {
  const runs = wordDifference('សិទ្ធិកុមារ', 'សិទ្ធិស្ត្រី');
  expect(runs[0]).toEqual({ kind: 'same', text: 'សិទ្ធិ' });
  expect(after(runs)).toBe('សិទ្ធិស្ត្រី');
});

test('CH20 both wordings can be put together from the runs, whatever they hold', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n', '.', '\u200b', 'ស', '🌾', 'é'), { maxLength: 30 });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const runs = wordDifference(one.join(''), other.join(''));
      expect(before(runs)).toBe(one.join(''));
      expect(after(runs)).toBe(other.join(''));
      for (const [place, run] of runs.entries()) expect(run.kind).not.toBe(runs[place + 1]?.kind);
    }),
  );
});

test('CH20 very long texts are compared at once', () => {
  const long = (word: string) => Array.from({ length: 5_000 }, (_, place) => `${word}${place}`).join(' ');
  const runs = wordDifference(long('x'), long('y'));
  expect(before(runs)).toBe(long('x'));
  expect(after(runs)).toBe(long('y'));
});
