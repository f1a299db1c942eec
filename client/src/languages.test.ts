import { expect, test } from 'vitest';
import { formatFor } from './format.ts';
import { chooseLanguage, directionOf, languages } from './languages.ts';

test('UI2 the browser’s first wish that we have words for decides, English when there is none', () => {
  expect(chooseLanguage(['fr-CA', 'en'])).toBe('fr');
  expect(chooseLanguage(['th', 'km-KH', 'en'])).toBe('km');
  expect(chooseLanguage(['AR-eg'])).toBe('ar');
  expect(chooseLanguage(['th'])).toBe('en');
  expect(chooseLanguage([])).toBe('en');
});

test('UI2 Arabic turns the page, and an unknown language does not', () => {
  expect(languages.filter(({ code }) => directionOf(code) === 'rtl').map(({ code }) => code)).toEqual(['ar']);
  expect(directionOf('xx')).toBe('ltr');
});

test('UI2 numbers, dates and lists follow the language', () => {
  const noon = Date.UTC(2026, 10, 25, 12);
  expect(formatFor('en').number(1204)).toBe('1,204');
  expect(formatFor('fr').number(1204)).not.toBe(formatFor('en').number(1204));
  expect(formatFor('fr').date(noon)).toBe('25 novembre 2026');
  expect(formatFor('en').list(['a', 'b', 'c'])).toBe('a, b, and c');
});
