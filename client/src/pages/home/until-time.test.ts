import { expect, test } from 'vitest';
import { momentOf } from './until-time.ts';

const at = (text: string) => new Date(`2027-03-04T${text}:00`).getTime();

test('SG26 “until 11:30” is the next time that the clock shows it, over midnight too, and not one that has passed', () => {
  expect(momentOf('11:30', at('10:05'))).toBe(at('11:30'));
  expect(momentOf('23:00', at('08:00'))).toBe(at('23:00'));
  expect(momentOf('11:30', at('11:30'))).toBeNull();
  expect(momentOf('11:30', at('11:45'))).toBeNull();
  expect(momentOf('00:30', at('23:50'))).toBe(new Date('2027-03-05T00:30:00').getTime());
  for (const nothing of ['', '7', '11.30', 'ab:cd']) expect(momentOf(nothing, at('10:00'))).toBeNull();
});
