import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';
import { coverNewPaper, isStamped, newStampSecret, stampCovered, uncover } from './paper.ts';

test('VO4 a paper that was stamped under its cover carries the vote’s stamp, and no other does', () => {
  const secret = newStampSecret();
  const covered = coverNewPaper();
  const paper = uncover(covered, stampCovered(secret, covered.covered)!);
  expect(isStamped(secret, paper)).toBe(true);
  expect(isStamped(newStampSecret(), paper)).toBe(false);
  expect(isStamped(secret, { ...paper, paper: coverNewPaper().paper })).toBe(false);
  expect(isStamped(secret, { ...paper, stamp: paper.stamp.replace(/^./, (c) => (c === '0' ? '1' : '0')) })).toBe(false);
});

test('VO4 what the server sees when stamping shares nothing with what it sees in the box', () => {
  const secret = newStampSecret();
  const covered = coverNewPaper();
  const stamped = stampCovered(secret, covered.covered)!;
  const paper = uncover(covered, stamped);
  for (const seen of [covered.covered, stamped]) {
    for (const boxed of [paper.paper, paper.stamp]) expect(boxed.includes(seen) || seen.includes(boxed)).toBe(false);
  }
  expect(stampCovered(secret, covered.covered)).toBe(stamped);
});

test('VO4 nonsense is not stamped and not accepted', () => {
  const secret = newStampSecret();
  for (const nonsense of ['', 'xyz', '0'.repeat(64), 'f'.repeat(64), '0'.repeat(63)]) {
    expect(stampCovered(secret, nonsense)).toBeNull();
    expect(isStamped(secret, { paper: nonsense, stamp: nonsense })).toBe(false);
  }
});

test('VO5 the fingerprint stands for the exact words: letters and zero-width spaces count, reflowed lines do not', () => {
  expect(fingerprint('one  two\nthree ')).toBe(fingerprint('one two three'));
  expect(fingerprint('caf\u00e9')).toBe(fingerprint('cafe\u0301'));
  expect(fingerprint('ab')).not.toBe(fingerprint('a\u200bb'));
  expect(fingerprint('shall')).not.toBe(fingerprint('should'));
  expect(fingerprint('')).toMatch(/^[0-9a-f]{64}$/);
});
