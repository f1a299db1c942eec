import type { AmendmentId, CharterItemId } from '@board/shared/ids';
import type { AmendmentView, LiveView } from '@board/shared/live-view';
import { expect, test } from 'vitest';
import { amendmentsTo, amendmentsToNothing, shownAmendment, waitingAmendments } from './amendments.ts';

const [one, two] = ['item-one', 'item-two'] as CharterItemId[];

function view(amendments: Record<string, Partial<AmendmentView>>): LiveView {
  const whole = Object.entries(amendments).map(([id, set]) => [id, { settled: null, shown: false, at: 0, ...set }]);
  return {
    charter: {
      preamble: 'We',
      closing: 'End',
      items: [
        { id: one, text: 'One' },
        { id: two, text: 'Two' },
      ],
      adopted: null,
    },
    amendments: Object.fromEntries(whole),
  } as unknown as LiveView;
}

const ids = (list: readonly { id: AmendmentId }[]): string[] => list.map(({ id }) => id);

test('CH38 proposals stand at their text: open ones as they came, then what became of others, the last first', () => {
  const settled = (at: number): Partial<AmendmentView> => ({ place: one!, settled: { how: 'declined', at, word: '' } });
  const all = view({
    b: { place: one!, at: 2 },
    a: { place: one!, at: 1 },
    c: settled(5),
    d: settled(9),
    e: { place: two! },
  });
  const { open, settled: done } = amendmentsTo(all, one!);
  expect([ids(open), ids(done)]).toEqual([
    ['a', 'b'],
    ['d', 'c'],
  ]);
  expect(waitingAmendments(all)).toEqual({ count: 3, first: one });
});

test('CH38 a proposal to an item that is gone waits, leads nowhere and is not on the screen', () => {
  const gone = 'item-gone' as CharterItemId;
  const all = view({ a: { place: gone, shown: true } });
  expect(ids(amendmentsToNothing(all).open)).toEqual(['a']);
  expect(waitingAmendments(all)).toEqual({ count: 1, first: null });
  expect(shownAmendment(all)).toBeNull();
  expect(shownAmendment(view({ a: { place: two!, shown: true } }))).toMatchObject({ words: 'Two', number: 2 });
  expect(shownAmendment(view({ a: { place: 'closing', shown: true } }))).toMatchObject({ words: 'End', number: null });
});
