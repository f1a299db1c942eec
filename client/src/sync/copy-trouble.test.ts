import { expect, test } from 'vitest';
import { CopyTrouble, isOversized } from './copy-trouble.ts';

test('NE11 a copy that the server cannot place is left after the second time in a row', () => {
  const trouble = new CopyTrouble();
  expect(trouble.isHopeless('missing-dependencies', false)).toBe(false);
  trouble.isOver();
  expect(trouble.isHopeless('missing-dependencies', true)).toBe(false);
  expect(trouble.isHopeless('stopping', false)).toBe(false);
  expect(trouble.isHopeless('missing-dependencies', false)).toBe(true);
});

test('NE11 a copy in another person’s name, or one that cannot be read, is left at once, and only once', () => {
  for (const why of ['foreign-client-id', 'malformed-update'] as const) {
    const trouble = new CopyTrouble();
    expect(trouble.isHopeless(why, false)).toBe(true);
    expect(trouble.isHopeless(why, false)).toBe(false);
    trouble.isOver();
    expect(trouble.isHopeless(why, false)).toBe(true);
  }
});

test('NE11 a change that cannot be read says nothing about the copy that was taken before it', () => {
  expect(new CopyTrouble().isHopeless('malformed-update', true)).toBe(false);
});

test('NE23 what waits and is too large is set aside however often that happens; with nothing waiting a fresh copy is tried once', () => {
  expect(isOversized('too-large', true)).toBe(true);
  expect(isOversized('too-large', false)).toBe(false);
  expect(isOversized('writers-full', true)).toBe(true);
  expect(isOversized('too-many-requests', true)).toBe(false);
  const trouble = new CopyTrouble();
  expect(trouble.isHopeless('too-large', true)).toBe(true);
  expect(trouble.isHopeless('too-large', true)).toBe(false);
});
