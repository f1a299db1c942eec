import type { CharterItemId, VoteId } from '@board/shared/ids';
import type { LiveView, VoteView } from '@board/shared/live-view';
import { addItem } from '@board/shared/model/charter';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { come, edit, type Gathering, gather, Hall } from '../hall.fixture.ts';

/** The hall of the calling file's tests. */
export let hall: Hall;
/** The workshop of the present test. */
export let here: Gathering;
/** The first item of its charter; there are two. */
export let item: CharterItemId;

/** The calling file has one hall, and each of its tests a workshop of its own; `prepare` writes what its charter begins with. */
export function eachInItsWorkshop(prepare: () => Promise<void>): void {
  beforeAll(async () => {
    hall = await Hall.start();
  });
  afterAll(() => hall.remove());
  beforeEach(async () => {
    here = await gather(hall);
    await prepare();
  });
}

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

export const view = async (): Promise<LiveView> => (await hall.workshop(here.workshopId)).live.view();
