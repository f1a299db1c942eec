import type { Found, FoundRecommendation } from '@board/shared/upr/found';
import { expect, test } from 'vitest';
import { numberTheRest } from '../merge/numbering.ts';
import { layMends, mendsOf } from './mends.ts';
import { type PreviewLine, previewLines, withPosition } from './preview.ts';
import { bytesOf, readBytes } from './read-for-test.ts';

function recommendation(number: string, text: string, line: number): FoundRecommendation {
  const states = [{ printed: 'Peru', code: 'PER' }];
  return { number, text, states, position: 'pending', themes: [], source: '', line, flags: [] };
}

function linesOf(...recommendations: FoundRecommendation[]): PreviewLine[] {
  const found: Found = { format: 'list', recommendations, findings: [], table: null };
  return previewLines(found);
}

/** A list with one line changed. */
function mended(lines: readonly PreviewLine[], at: number, change: (line: PreviewLine) => PreviewLine): PreviewLine[] {
  return lines.map((line, index) => (index === at ? change(line) : line));
}

const list = () =>
  linesOf(
    recommendation('7.1', 'Plant trees', 2),
    recommendation('7.2', 'Mend the bridge', 3),
    recommendation('', 'Open the archive', 4),
  );

test('UP64 each kind of mend is laid over the same list read again', () => {
  const asRead = list();
  let now = mended(asRead, 0, (line) => ({ ...line, number: '7.10', included: false }));
  now = mended(now, 1, (line) => withPosition({ ...line, text: 'Mend the old bridge', states: [] }, 'noted'));
  now = mended(now, 2, (line) => ({ ...line, number: '7.3' }));
  const mends = mendsOf(asRead, now, '');
  expect(mends.map(({ field }) => field)).toEqual(['number', 'included', 'text', 'states', 'position', 'number']);
  expect(layMends(list(), mends, '')).toEqual({ lines: now, waiting: [] });
});

test('UP64 a line is known again in another place, and where its number or its text is read otherwise', () => {
  const asRead = list();
  const now = mended(asRead, 1, (line) => withPosition(line, 'supported'));
  const mends = mendsOf(asRead, now, '');
  const positionsIn = (...lines: FoundRecommendation[]) =>
    layMends(linesOf(...lines), mends, '').lines.map(({ position }) => position);
  expect(positionsIn(recommendation('7.2', 'Mend the bridge', 9))).toEqual(['supported']);
  expect(positionsIn(recommendation('7.2', 'Mend the brídge', 3))).toEqual(['supported']);
  expect(positionsIn(recommendation('', 'Mend the bridge', 3))).toEqual(['supported']);
  // Only one of the three is too little, and of two that are alike nobody knows which is meant.
  expect(positionsIn(recommendation('7.2', 'Sell the bridge', 9))).toEqual(['pending']);
  const twin = recommendation('7.2', 'Mend the bridge', 3);
  expect(positionsIn(twin, twin)).toEqual(['pending', 'pending']);
});

test('UP64 what its line reads otherwise now waits with its words, and what has no line waits without', () => {
  const asRead = list();
  let now = mended(asRead, 0, (line) => ({ ...line, text: 'Plant old trees' }));
  now = mended(now, 1, (line) => ({ ...line, text: 'Mend both bridges' }));
  const mends = mendsOf(asRead, now, '');
  const again = linesOf(recommendation('7.1', 'Plant trëes', 2));
  const { lines, waiting } = layMends(again, mends, '');
  expect(lines).toEqual(again);
  expect(waiting.map(({ key, field, now: { text } }) => [key, field, text])).toEqual([
    [0, 'text', 'Plant old trees'],
    [null, 'text', 'Mend both bridges'],
  ]);
  // Both come back with their lines.
  expect(layMends(list(), waiting, '')).toEqual({ lines: now, waiting: [] });
});

test('UP64 what the list says by itself now is no mend any more, and of two for one thing the latest counts', () => {
  const asRead = list();
  const mends = mendsOf(
    asRead,
    mended(asRead, 2, (line) => ({ ...line, number: '7.3' })),
    '',
  );
  const numbered = linesOf(recommendation('7.3', 'Open the archive', 4));
  expect(layMends(numbered, mends, '')).toEqual({ lines: numbered, waiting: [] });
  const later = mendsOf(
    asRead,
    mended(asRead, 2, (line) => ({ ...line, number: '7.4' })),
    '',
  );
  const both = layMends(asRead, [...later, ...mends], '');
  expect([both.lines[2]!.number, both.waiting]).toEqual(['7.4', []]);
});

test('UP64 a position by hand holds when its words are told for all lines', async () => {
  const bytes = bytesOf('No,Recommendation,Position\n7.1,Plant trees,Half\n7.2,Mend the bridge,Half\n');
  const asRead = previewLines(await readBytes(bytes));
  const mends = mendsOf(
    asRead,
    mended(asRead, 0, (line) => withPosition(line, 'supported')),
    '',
  );
  const told = previewLines(await readBytes(bytes, { positions: { half: 'noted' } }));
  expect(layMends(told, mends, '').lines.map(({ position }) => position)).toEqual(['supported', 'noted']);
});

test('UP64 mends of one sheet are not laid over another', () => {
  const asRead = list();
  const mends = mendsOf(
    asRead,
    mended(asRead, 0, (line) => ({ ...line, included: false })),
    'First',
  );
  const other = layMends(list(), mends, 'Second');
  expect(other.lines).toEqual(list());
  expect(layMends(list(), other.waiting, 'First').lines[0]!.included).toBe(false);
});

test('UP64 numbers that lines were given for want of any are given anew, one that was changed since stays', () => {
  const asRead = linesOf(recommendation('', 'Plant trees', 2), recommendation('', 'Mend the bridge', 3));
  const given = numberTheRest(asRead, { format: 'list', recommendations: [...asRead], findings: [], table: null }, []);
  expect(mendsOf(asRead, given, '')).toEqual([]);
  const changed = mended(given, 1, (line) => ({ ...line, number: '7.2' }));
  expect(layMends(asRead, mendsOf(asRead, changed, ''), '').lines.map(({ number }) => number)).toEqual(['', '7.2']);
});
