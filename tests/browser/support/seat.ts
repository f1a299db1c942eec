import type { Page } from 'playwright-core';
import type { Caller } from '../../support/caller.ts';
import type { Device } from './devices.ts';
import type { Hall } from './hall.ts';

/** Somebody who has joined by script sits down before a browser of their own. */
export async function seat(hall: Hall, who: string, caller: Caller, device: Device): Promise<Page> {
  const page = await hall.enter(who, device);
  const cookies = caller.cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: hall.address };
  });
  await page.context().addCookies(cookies);
  return page;
}
