import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { monthsLater, noTimeline, proposeTimeline, readTimeline, setTimeline } from './timeline.ts';

test('ST65 goalposts are months on the board document; what is none is not taken and reads as not set', () => {
  const doc = new Y.Doc();
  expect(readTimeline(doc)).toEqual(noTimeline);
  setTimeline(doc, { adoption: '2025-03', midTerm: '2027-13', nextReview: 'soon' });
  expect(readTimeline(doc)).toEqual({ adoption: '2025-03', midTerm: '', nextReview: '' });
  doc.getMap('timeline').set('midTerm', { foreign: true });
  expect(readTimeline(doc).midTerm).toBe('');
  setTimeline(doc, { adoption: '' });
  expect(readTimeline(doc)).toEqual(noTimeline);
});

test('ST65 the same months again are no change', () => {
  const doc = new Y.Doc();
  setTimeline(doc, { adoption: '2025-03' });
  let updates = 0;
  doc.on('update', () => {
    updates += 1;
  });
  setTimeline(doc, { adoption: '2025-03', midTerm: 'x' });
  expect(updates).toBe(0);
});

test('ST65 a proposal counts from the adoption, else from the session that the cycle names, and keeps what is set', () => {
  expect(proposeTimeline(noTimeline, '4th cycle')).toEqual(noTimeline);
  expect(proposeTimeline(noTimeline, '4th cycle, 46th session')).toEqual({
    adoption: '2024-09',
    midTerm: '2027-03',
    nextReview: '2029-03',
  });
  expect(proposeTimeline(noTimeline, 'session 47').adoption).toBe('2025-03');
  expect(proposeTimeline({ adoption: '2025-06', midTerm: '', nextReview: '2029-11' }, '')).toEqual({
    adoption: '2025-06',
    midTerm: '2027-12',
    nextReview: '2029-11',
  });
  expect(monthsLater('2025-12', 1)).toBe('2026-01');
});
