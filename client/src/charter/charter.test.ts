import type { GroupId } from '@board/shared/ids';
import { keyed } from '@board/shared/keyed';
import type { CharterItemView, GroupView, LiveView, VoteView } from '@board/shared/live-view';
import { type CharterItem, drawContributions, itemFragment, readItems } from '@board/shared/model/charter';
import { mergeItems } from '@board/shared/model/charter-edits';
import { reword } from '@board/shared/model/plain-edit';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { contributionsOf, notDrawn } from './contributions.ts';
import { hasBrackets } from './first-draft.ts';
import { sourceChanges } from './source-changes.ts';
import { adoptableWithout, nextToAsk, notYet, wordingChange } from './standing.ts';
import { datesOf } from './workshop-dates.ts';

const given = (action: string, text: string) => ({ source: { rowId: 'r', actionId: action }, number: '110.1', text });
const group = (place: number, contributions: unknown[]) => ({ place, contributions }) as unknown as GroupView;

function view(items: Partial<CharterItemView>[], votes: Partial<VoteView>[] = []): LiveView {
  return {
    groups: {
      ['g2' as GroupId]: group(1, [given('c', 'Third')]),
      ['g1' as GroupId]: group(0, [given('a', 'First'), given('b', 'Second')]),
    },
    charter: { preamble: '', closing: '', items, adopted: null },
    reworded: {},
    votes: Object.fromEntries(votes.map((vote, place) => [`v${place}`, vote])),
  } as unknown as LiveView;
}

test('CH3 the groups’ contributions are drawn in the groups’ order, and what is in the charter is not offered again', () => {
  const doc = new Y.Doc();
  const all = contributionsOf(view([]));
  expect(all.map((one) => [one.groupId, one.text])).toEqual([
    ['g1', 'First'],
    ['g1', 'Second'],
    ['g2', 'Third'],
  ]);
  drawContributions(doc, all.slice(0, 1));
  const left = notDrawn(readItems(doc), all);
  expect(left.map((one) => one.text)).toEqual(['Second', 'Third']);
  expect(drawContributions(doc, left)).toBe(2);
  expect(notDrawn(readItems(doc), all)).toEqual([]);
});

test('CH4 the charter can be adopted when every item stands and no vote is open; else it is said what is missing', () => {
  const adopted = { status: 'adopted' } as const;
  expect(notYet(view([]))).toEqual({ why: 'no-items' });
  expect(notYet(view([adopted, { status: 'stale' }, { status: 'draft' }]))).toEqual({ why: 'items', count: 2 });
  expect(notYet(view([adopted], [{ result: null }]))).toEqual({ why: 'open-vote' });
  expect(notYet(view([adopted, adopted]))).toBeNull();
});

test('CH48 the hall is asked about each item once: the next is the first whose present words it was not asked about, after a failed vote on the whole again', () => {
  const item = (status: CharterItemView['status'], vote: string | null = null) =>
    ({ id: `i-${status}`, status, voteId: vote, text: 'We meet.' }) as unknown as CharterItemView;
  const asked = { openedAt: 1, scope: { kind: 'item' }, result: {} } as unknown as VoteView;
  const whole = { openedAt: 2, scope: { kind: 'charter' }, result: {} } as unknown as VoteView;
  const all = [item('adopted', 'v0'), item('not-adopted', 'v0'), item('stale', 'v0'), item('draft')];
  expect(nextToAsk(view(all, [asked]))).toEqual({ id: 'i-stale', number: 3 });
  expect(nextToAsk(view(all, [asked, whole]))).toEqual({ id: 'i-not-adopted', number: 2 });
  expect(nextToAsk(view(all.slice(0, 2), [{ ...asked, openedAt: 3 }, whole]))).toBeNull();
  expect(nextToAsk(view([{ ...item('draft'), text: '' }]))).toBeNull();
});

test('CH47 what an adoption would leave out is offered when something stands and something does not', () => {
  const [adopted, stale] = [{ status: 'adopted' } as const, { status: 'stale' } as const];
  expect(adoptableWithout(view([adopted, stale]))).toEqual([stale]);
  for (const items of [[], [adopted], [stale]]) expect(adoptableWithout(view(items))).toBeNull();
  expect(adoptableWithout(view([adopted, stale], [{ result: null }]))).toBeNull();
});

test('CH5 a changed wording is shown in whole words, and both wordings can be put together from it', () => {
  const before = 'States shall protect the rivers until 2027.';
  const after = 'States should protect the rivers and forests until 2027.';
  const change = wordingChange(before, after);
  expect(change.start).toBe('States ');
  expect(change.end).toBe('until 2027.');
  expect(change.start + change.before + change.end).toBe(before);
  expect(change.start + change.after + change.end).toBe(after);
  for (const [a, b] of [
    ['', 'new'],
    ['one one', 'one'],
    ['same', 'same'],
  ] as const) {
    const { start, before: was, after: is, end } = wordingChange(a, b);
    expect([start + was + end, start + is + end]).toEqual([a, b]);
  }
});

test('CH23 a change of the group’s own words is found, and put in where the drawn words still stand', () => {
  const doc = new Y.Doc();
  const now = (first: string | null): LiveView => {
    const change = view([]);
    // The server tells which; what has not changed since is left out here once more.
    change.reworded = keyed(
      readItems(doc).map(({ id, sources }) => [id, sources.map((source) => ({ ...source, before: '' }))]),
    );
    change.groups['g1' as GroupId]!.contributions = [
      ...(first === null ? [] : [given('a', first)]),
      given('b', 'Second'),
    ] as unknown as GroupView['contributions'];
    return change;
  };
  drawContributions(doc, contributionsOf(view([])));
  const [first, second, third] = readItems(doc) as [CharterItem, CharterItem, CharterItem];
  const changes = (first: string | null) => {
    const items = readItems(doc);
    return items.map((item) => sourceChanges(item, items, now(first)).map(({ taken }) => taken));
  };
  expect(changes('First')).toEqual([[], [], []]);
  expect(changes('First and more')).toEqual([['First and more'], [], []]);
  expect(changes(null)).toEqual([[null], [], []]);
  // Worded on in the charter: the item as a whole is replaced, and the page shows both.
  reword(itemFragment(doc, first.id)!, 'Worded');
  expect(changes('First and more')).toEqual([['First and more'], [], []]);
  reword(itemFragment(doc, first.id)!, 'So: First.');
  expect(changes('First and more')).toEqual([['So: First and more.'], [], []]);
  // Merged: only its own part, and nothing by itself once that was worded on.
  mergeItems(doc, third.id, first.id);
  expect(changes('One')).toEqual([['So: One.\nThird'], []]);
  reword(itemFragment(doc, first.id)!, 'Worded\nThird');
  expect(changes('One')).toEqual([[null], []]);
  expect(second.sources[0]!.words).toBe('Second');
});

test('CH24 what the first draft left open is found by its brackets', () => {
  expect(hasBrackets('We met in Geneva', 'on [dates].')).toBe(true);
  expect(hasBrackets('We met (in Geneva)', '[', ']')).toBe(false);
});

test('CH24 the dates of the first draft are those of the agenda, in the language of the page', () => {
  const days = ['2027-03-06', '', '2027-03-04', '2027-03-05'];
  // Which spaces stand around the dash is the machine's to say.
  const said = (all: readonly string[], language: string) => datesOf(all, language).replace(/\s?–\s?/u, '–');
  expect(said(days, 'en-GB')).toBe('4–6 March 2027');
  expect(said(days, 'fr')).toBe('4–6 mars 2027');
  expect(said(['2027-03-31', '2027-04-02'], 'fr')).toBe('31 mars–2 avril 2027');
  expect(said(['2027-03-04'], 'en-GB')).toBe('4 March 2027');
  expect(said(days, 'ar')).toMatch(/مارس/);
  // A language that no browser has.
  expect(said(days, 'zxx')).toBe('04/03/2027–06/03/2027');
  expect(said(['', 'soon'], 'en')).toBe('');
});
