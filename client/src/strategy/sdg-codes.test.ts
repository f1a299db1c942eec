import { expect, test } from 'vitest';
import { compareSdgCodes, goalOf, readSdgCode } from './sdg-codes.ts';

test('ST26 there are 17 goals and 169 targets, and nothing else is one', () => {
  let targets = 0;
  for (let goal = 0; goal <= 20; goal++) {
    for (const end of [...Array.from({ length: 40 }, (_, index) => String(index)), ...'abcdefgh']) {
      if (goalOf(`${goal}.${end}`) !== null) targets += 1;
    }
  }
  expect(targets).toBe(169);
  expect(Array.from({ length: 30 }, (_, index) => goalOf(String(index))).filter(Boolean).length).toBe(17);
  for (const code of ['', '0', '18', '16.', '16.11', '16.c', '16.03', '1.6a', 'x']) expect(goalOf(code)).toBeNull();
});

test('ST26 a code is read as people type it', () => {
  expect(readSdgCode(' SDG 16.3 ')).toBe('16.3');
  expect(readSdgCode('Target 16.A')).toBe('16.a');
  expect(readSdgCode('16.30')).toBeNull();
  expect(['16.a', '16.10', '5', '16', '16.2'].sort(compareSdgCodes)).toEqual(['5', '16', '16.2', '16.10', '16.a']);
});
