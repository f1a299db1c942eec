import type { LiveView } from '@board/shared/live-view';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Gathering, gather, Hall } from './hall.fixture.ts';
import type { Clock } from './ports.ts';

/** The hall of the calling file's tests. */
export let hall: Hall;
/** The workshop of the present test. */
export let here: Gathering;

/** The calling file has one hall, and each of its tests a workshop of its own; `prepare` writes what the workshop begins with. */
export function eachInItsWorkshop(prepare?: () => Promise<void>, clock?: Clock): void {
  beforeAll(async () => {
    hall = await Hall.start({}, clock);
  });
  afterAll(() => hall.remove());
  beforeEach(async () => {
    here = await gather(hall);
    await prepare?.();
  });
}

/** What the hall sees of it; `of`: another hall on the same data. */
export const view = async (of = hall): Promise<LiveView> => (await of.workshop(here.workshopId)).live.view();
