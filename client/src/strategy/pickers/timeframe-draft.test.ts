import { expect, test } from 'vitest';
import { monthNames, monthWords } from '../months.ts';
import {
  choose,
  draftOf,
  isInQuarters,
  monthOfQuarter,
  quarterOfMonth,
  timeframeOf,
  withChosen,
} from './timeframe-draft.ts';

test('ST29 a timeframe is two whole months in order, either of which may be missing', () => {
  const whole = { from: '2027-03', to: '2028-01', term: 'medium' } as const;
  expect(timeframeOf(draftOf(whole))).toEqual({ ok: true, value: whole });
  expect(timeframeOf(draftOf({ from: '', to: '2027-03', term: '' }))).toEqual({
    ok: true,
    value: { from: '', to: '2027-03', term: '' },
  });
  expect(timeframeOf({ ...draftOf(whole), fromYear: '' })).toEqual({ ok: false, problem: 'half' });
  expect(timeframeOf({ ...draftOf(whole), toMonth: '' })).toEqual({ ok: false, problem: 'half' });
  expect(timeframeOf(draftOf({ from: '2028-02', to: '2028-01', term: '' }))).toEqual({
    ok: false,
    problem: 'reversed',
  });
});

test('ST29 months are written in the reader’s language, in figures where it has no names', () => {
  expect(monthWords('2027-03', 'en')).toBe('Mar 2027');
  expect(monthWords('2027-03', 'fr')).toBe('mars 2027');
  expect(monthWords('2027-03', 'zz')).toBe('03/2027');
  expect(monthNames('en')[11]).toBe('December');
  expect(monthNames('zz')[8]).toBe('09');
});

test('ST69 quarters are whole months: they begin with their first and end with their third', () => {
  expect(['1', '2', '3', '4', ''].map((quarter) => monthOfQuarter(quarter, 'from'))).toEqual([
    '01',
    '04',
    '07',
    '10',
    '',
  ]);
  expect(['1', '2', '3', '4', ''].map((quarter) => monthOfQuarter(quarter, 'to'))).toEqual([
    '03',
    '06',
    '09',
    '12',
    '',
  ]);
  expect(['01', '03', '04', '12', ''].map(quarterOfMonth)).toEqual(['1', '1', '2', '4', '']);
  expect(isInQuarters({ from: '2027-01', to: '2027-06', term: '' })).toBe(true);
  expect(isInQuarters({ from: '2027-02', to: '2027-06', term: '' })).toBe(false);
  expect(isInQuarters({ from: '', to: '', term: 'short' })).toBe(false);
});

test('TA37 what a person has not chosen is as the others have set it meanwhile', () => {
  const opened = { from: '2027-03', to: '2028-01', term: 'medium' } as const;
  const chosen = choose(draftOf(opened), {}, { toYear: '2029' });
  const others = { from: '2027-06', to: '2028-05', term: 'long' } as const;
  expect(timeframeOf(withChosen(others, chosen))).toEqual({
    ok: true,
    value: { from: '2027-06', to: '2029-01', term: 'long' },
  });
  const both = choose(withChosen(others, chosen), chosen, { term: '' });
  expect(timeframeOf(withChosen(opened, both))).toEqual({
    ok: true,
    value: { from: '2027-03', to: '2029-01', term: '' },
  });
});
