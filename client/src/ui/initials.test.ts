import { expect, test } from 'vitest';
import { initialsOf } from './initials.ts';

test('UI5 a group’s initials are at most two signs of its telling words', () => {
  expect(initialsOf('Land and natural resources')).toBe('LN');
  expect(initialsOf('Health')).toBe('HE');
  expect(initialsOf('group 3')).toBe('G3');
  expect(initialsOf('Droits des femmes')).toBe('DF');
  expect(initialsOf('(children)')).toBe('CH');
});

test('UI5 initials do not tear a sign of another script, and an empty name has a mark too', () => {
  expect(initialsOf('ស្ត្រី និង កុមារ')).toMatch(/^ស្ត្រី|^ស្/u);
  expect(initialsOf('الأرض والمسكن')).toBe('أم');
  expect(initialsOf('👩‍👩‍👧 👍')).toBe('·');
  expect(initialsOf('  ')).toBe('·');
});
