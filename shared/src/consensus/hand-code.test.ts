import { expect, test } from 'vitest';
import { handCodeInParts, newHandCode, paperNumber, readHandCode } from './hand-code.ts';

test('VO80 a code of paper ballots is read as people type it, and nothing else is taken for one', () => {
  const code = newHandCode();
  expect(code).not.toBe(newHandCode());
  for (const typed of [
    code,
    handCodeInParts(code),
    handCodeInParts(code).toLowerCase().replaceAll(' ', '–'),
    ` ${code} `,
  ])
    expect(readHandCode(typed)).toBe(code);
  for (const foreign of ['', code.slice(1), `${code}2`, code.replace(/.$/, '0'), code.replace(/.$/, 'é')])
    expect(readHandCode(foreign)).toBeNull();
});

test('VO80 each place has a number of its own, the same wherever the code is known', () => {
  const code = newHandCode();
  const numbers = Array.from({ length: 20 }, (_, place) => paperNumber(code, place));
  expect(new Set(numbers).size).toBe(20);
  expect(numbers.every((one) => /^[0-9a-f]{64}$/.test(one))).toBe(true);
  expect(paperNumber(code, 7)).toBe(numbers[7]);
  expect(numbers).not.toContain(paperNumber(newHandCode(), 0));
});

test('VO87 a code with one wrong sign, or with two that have changed places, is refused', () => {
  const signs = [...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'];
  for (let turn = 0; turn < 20; turn += 1) {
    const code = newHandCode();
    for (let place = 0; place < code.length; place += 1) {
      for (const sign of signs.filter((one) => one !== code[place]))
        expect(readHandCode(code.slice(0, place) + sign + code.slice(place + 1))).toBeNull();
      for (let other = place + 1; other < code.length - 1; other += 1) {
        const changed = [...code];
        [changed[place], changed[other]] = [code[other]!, code[place]!];
        expect(readHandCode(changed.join(''))).toBe(code[place] === code[other] ? code : null);
      }
    }
  }
});
