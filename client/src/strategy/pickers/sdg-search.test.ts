import { loadSdgSuggest } from '@board/shared/upr/sdg-suggest';
import { loadSdgTitles } from '@board/shared/upr/sdg-titles';
import { expect, test } from 'vitest';
import { searchSdg } from './sdg-search.ts';

const words = async (language: string) => ({
  nameOf: await loadSdgTitles(language),
  suggest: await loadSdgSuggest(language),
});

test('ST67 targets are found by number, by the words of their titles and by the words of recommendations', async () => {
  const english = await words('en');
  expect(searchSdg('16.3', english)).toEqual(['16.3']);
  expect(searchSdg('១៦.៣', null)).toEqual(['16.3']);
  expect(searchSdg('goal 5', english)[0]).toBe('5');
  expect(searchSdg('drinking water', english)[0]).toBe('6.1');
  expect(searchSdg('RULE law', english)).toContain('16.3');
  expect(searchSdg('journalists', english)).toContain('16.10');
  expect(searchSdg('', english)).toEqual([]);
  expect(searchSdg('xyzzy', english)).toEqual([]);
});

test('ST67 goals are found in the reader’s language, without accents', async () => {
  expect(searchSdg('egalite', await words('fr'))).toContain('5');
  expect(searchSdg('សុខភាព', await words('km'))).toContain('3');
  expect(searchSdg('التعليم', await words('ar'))).toContain('4');
});

test('ST67 targets are found by titles and by the words of recommendations in every language, else by English ones', async () => {
  const [english, french, arabic, khmer] = await Promise.all([words('en'), words('fr'), words('ar'), words('km')]);
  expect(searchSdg('eau potable', french)[0]).toBe('6.1');
  expect(searchSdg('journalistes', french)).toContain('16.10');
  expect(searchSdg('والصحفيين', arabic)).toContain('16.10');
  expect(searchSdg('رشوة', arabic)[0]).toBe('16.5');
  expect(searchSdg('អ្នកកាសែត', khmer)).toContain('16.10');
  expect(searchSdg('ទឹកផឹក', khmer)[0]).toBe('6.1');
  expect(searchSdg('journalists', khmer)).toEqual([]);
  expect(searchSdg('journalists', khmer, english)).toContain('16.10');
  expect(searchSdg('mer', french, english)).toEqual(searchSdg('mer', french));
});

test('TA120 targets are found while the word is still being typed, and nothing by two or three letters of one', async () => {
  const [english, french] = await Promise.all([words('en'), words('fr')]);
  expect(searchSdg('journa', english)).toContain('16.10');
  expect(searchSdg('protect journa', english)).toContain('16.10');
  expect(searchSdg('journ', french)).toContain('16.10');
  expect(searchSdg('jou', english)).toEqual([]);
});
