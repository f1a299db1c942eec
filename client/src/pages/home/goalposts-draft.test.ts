import { expect, test } from 'vitest';
import { draftOfTimeline, timelineOfDraft } from './goalposts-draft.ts';

test('ST65 goalposts are taken apart and put together unchanged; a half one is none', () => {
  const timeline = { adoption: '2025-03', midTerm: '', nextReview: '2029-11' };
  const draft = draftOfTimeline(timeline);
  expect(draft.adoption).toEqual({ month: '03', year: '2025' });
  expect(timelineOfDraft(draft)).toEqual(timeline);
  expect(timelineOfDraft({ ...draft, midTerm: { month: '04', year: '' } })).toBeNull();
});
