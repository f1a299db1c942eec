import type { CharterItemId, VoteId } from '@board/shared/ids';
import type { VoteView } from '@board/shared/live-view';
import { addItem } from '@board/shared/model/charter';
import { here } from '../gathering.fixture.ts';
import { come, edit } from '../hall.fixture.ts';

/** The first item of the charter; there are two. */
export let item: CharterItemId;

/** Two items that people may vote on. */
export const twoItems = (): Promise<void> =>
  edit(here, 'charter', (doc) => {
    item = addItem(doc, 'We meet again in May.');
    addItem(doc, 'We publish the report.');
  });

export const onItem = (id = item) => ({ scope: { kind: 'item', itemId: id } }) as const;

export const people = (count: number): Promise<Awaited<ReturnType<typeof come>>[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => come(here, `Person ${index}`)));

export const close = (vote: VoteId): Promise<VoteView> =>
  here.facilitator.must<VoteView>('POST', `${here.at}/votes/${vote}/close`, {});
