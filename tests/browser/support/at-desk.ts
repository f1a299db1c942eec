import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { StrategyDesk } from './desk.ts';
import { Hall } from './hall.ts';
import { realTroubles } from './table.ts';

/**
 * A strategy under the hands of one person at a laptop, while others work in it through sockets of their own: a hall for
 * the file's tests, a new desk for each, and no trouble in any page. `name` is the folder of its pictures.
 */
export function atDesk(name: string): { readonly hall: Hall; readonly desk: StrategyDesk } {
  let hall: Hall | null = null;
  let desk: StrategyDesk | null = null;
  const here = {
    get hall(): Hall {
      if (!hall) throw new Error('the hall is not open yet');
      return hall;
    },
    get desk(): StrategyDesk {
      if (!desk) throw new Error('the desk is not set yet');
      return desk;
    },
  };
  beforeAll(async () => {
    hall = await Hall.open(name);
  });
  afterAll(() => hall?.close());
  beforeEach(async () => {
    desk = await StrategyDesk.set(here.hall);
  });
  afterEach(async () => {
    await desk?.clear();
    expect(realTroubles(here.hall.troubles)).toEqual([]);
  });
  return here;
}
