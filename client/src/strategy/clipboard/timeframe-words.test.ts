import { expect, test } from 'vitest';
import { readTimeframeText } from './timeframe-words.ts';

const read = (text: string): string | null => {
  const found = readTimeframeText(text);
  return found && [found.from, found.to, found.term].join(' ').trim();
};

test.each([
  ['2027', '2027-01 2027-12'],
  ['2027-2029', '2027-01 2029-12'],
  ['2027-03 – 2028-10, short term', '2027-03 2028-10 short'],
  ['2027-03 –', '2027-03'],
  ['– 2028-10', '2028-10'],
  ['March 2027 – October 2028', '2027-03 2028-10'],
  ['March – October 2028', '2028-03 2028-10'],
  ['Sept. 2027 to Dec 2027', '2027-09 2027-12'],
  ['03/2027 - 10/2028', '2027-03 2028-10'],
  ['03-2027', '2027-03 2027-03'],
  ['12.2026', '2026-12 2026-12'],
  ['01-06/2027', '2027-01 2027-06'],
  ['Q3 2027', '2027-07 2027-09'],
  ['2027 Q3 - 2028 Q1', '2027-07 2028-03'],
  ['Q1–Q3 2027', '2027-01 2027-09'],
  ['3rd quarter of 2027', '2027-07 2027-09'],
  ['H2 2027', '2027-07 2027-12'],
  ['second half of 2027', '2027-07 2027-12'],
  ['by June 2028', '2028-06'],
  ['from March 2027', '2027-03'],
  ['from March 2027 to May 2028', '2027-03 2028-05'],
  ['Medium term', 'medium'],
  ['mars 2027 – août 2028', '2027-03 2028-08'],
  ['janv. 2027', '2027-01 2027-01'],
  ['de mars 2027 à décembre 2027', '2027-03 2027-12'],
  ['d’ici à juin 2028', '2028-06'],
  ['3e trimestre 2027', '2027-07 2027-09'],
  ['T3 2027', '2027-07 2027-09'],
  ['1er semestre 2027, court terme', '2027-01 2027-06 short'],
  ['مارس 2027 – أكتوبر 2028', '2027-03 2028-10'],
  ['من آذار ٢٠٢٧ إلى تشرين الأول ٢٠٢٨', '2027-03 2028-10'],
  ['الربع الثالث من عام 2027', '2027-07 2027-09'],
  ['ខែមីនា ឆ្នាំ២០២៧ ដល់ ខែតុលា ឆ្នាំ២០២៨', '2027-03 2028-10'],
  ['ត្រីមាសទី៣ ឆ្នាំ២០២៧', '2027-07 2027-09'],
])('TA17 a timeframe is read as people write it: %s', (text, expected) => {
  const [from, to] = [expected.split(' '), read(text)?.split(' ')];
  expect(to?.filter(Boolean)).toEqual(from);
});

test('TA17 an end that is open stays open', () => {
  expect(readTimeframeText('– 2028-10')).toEqual({ from: '', to: '2028-10', term: '' });
  expect(readTimeframeText('by June 2028')).toEqual({ from: '', to: '2028-06', term: '' });
  expect(readTimeframeText('2027-03 –')).toEqual({ from: '2027-03', to: '', term: '' });
});

test.each([
  'mid-2028',
  '2570',
  '15/03/2027',
  '15 March 2027',
  'March',
  'before the election in 2028',
  'March 2028 – March 2027',
  'Q5 2027',
  '13/2027',
  '2027 and every year',
  'ongoing',
  '',
])('TA17 what is not understood as a whole is not rounded: %s', (text) => {
  expect(readTimeframeText(text)).toBeNull();
});
