import { expect, test } from 'vitest';
import { compareSdgCodes, goalOf, readSdgCode, sdgCodes, sdgCodesLike } from './sdg.ts';
import { loadSdgTitles } from './sdg-titles.ts';

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

test('ST26 codes are read with Khmer, Arabic and full-width figures, and the list of all is complete', () => {
  expect(readSdgCode('១៦.៣')).toBe('16.3');
  expect(readSdgCode('ODD ٥.٢')).toBe('5.2');
  expect(readSdgCode('goal ５')).toBe('5');
  expect(sdgCodes.length).toBe(17 + 169);
  expect([...sdgCodes].sort(compareSdgCodes)).toEqual(sdgCodes);
});

test('ST26 a code that is being typed finds what begins with it', () => {
  expect(sdgCodesLike('16.1')).toEqual(['16.1', '16.10']);
  expect(sdgCodesLike('1').slice(0, 8)).toEqual(['1', '1.1', '1.2', '1.3', '1.4', '1.5', '1.a', '1.b']);
  expect(sdgCodesLike('1')).toContain('17.18');
  expect(sdgCodesLike('៥.')).toEqual(['5.1', '5.2', '5.3', '5.4', '5.5', '5.6', '5.a', '5.b', '5.c']);
  expect(sdgCodesLike('water')).toEqual([]);
});

test('ST62 all goals and targets have a short title of their own in every language, without one in another script', async () => {
  const letters = {
    en: /^[\p{Script=Latin}\P{L}]+$/u,
    fr: /^[\p{Script=Latin}\P{L}]+$/u,
    ar: /^[\p{Script=Arabic}\P{L}]+$/u,
    km: /^[\p{Script=Khmer}\P{L}]+$/u,
  };
  for (const [language, own] of Object.entries(letters)) {
    const nameOf = await loadSdgTitles(language);
    const titles = sdgCodes.map((code) => nameOf(code));
    expect(new Set(titles.map(({ words }) => words)).size).toBe(186);
    for (const title of titles) {
      expect(title.language).toBe(language);
      expect(title.words).toMatch(own);
      expect(title.words.length, title.words).toBeLessThanOrEqual(language === 'en' ? 55 : 66);
    }
  }
});

test('ST62 what a language lacks stands in English; what is no code has no title', async () => {
  const english = await loadSdgTitles('en');
  const unknown = await loadSdgTitles('xx');
  expect(unknown('16.3')).toEqual(english('16.3'));
  expect(unknown('toString').words).toBe('');
  expect((await loadSdgTitles('fr-CA'))('16.3').language).toBe('fr');
});
