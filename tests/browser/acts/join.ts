import type { Page } from 'playwright-core';
import { type Cast, groups } from '../cast.ts';
import { shown, shows } from '../support/looking.ts';
import { connectScreen } from '../support/screen.ts';

/** Someone joins with the code, by the start page or by the short address. */
async function join(cast: Cast, page: Page, name: string, group: string | null): Promise<void> {
  await page.goto(`${cast.hall.address}/j/${cast.joinCode}`);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('radio', { name: group ?? 'I do not know yet' }).check({ force: true });
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.waitForURL(/\/w\/[^/]+$/);
  await shows(page, name);
}

/** Two groups of two, three phones, and the projector come in. */
export async function everybodyJoins(cast: Cast): Promise<void> {
  const { hall, facilitator, projector, landLaptop, landPhone, healthLaptop, healthOther, phones } = cast;
  await joinByCode(cast, landLaptop);
  await join(cast, landPhone, 'Maly', groups[0]);
  await hall.shoot(landPhone, 'landing-phone');
  await hall.examine(landPhone, 'landing');
  await join(cast, healthLaptop, 'Dara', groups[1]);
  await join(cast, healthOther, 'Chan', groups[1]);
  for (const [place, phone] of phones.entries()) await join(cast, phone, `Voter ${place + 1}`, groups[place % 2]!);

  await facilitator.goto(cast.workshop);
  await projector.goto(`${hall.address}/screen`);
  await connectScreen(facilitator, projector);
  await shows(projector, cast.joinCode);
  await hall.shoot(projector, 'plenary-lobby');
  await hall.examine(projector, 'plenary lobby');
}

/** The first one reads the code from the wall and types it, in small letters and with a space. */
async function joinByCode(cast: Cast, page: Page): Promise<void> {
  const { hall, joinCode } = cast;
  await page.goto(hall.address);
  await page.getByLabel('Join code').fill(`${joinCode.slice(0, 3)} ${joinCode.slice(3)}`.toLowerCase());
  await page.getByRole('button', { name: 'Go on' }).click();
  await shown(page.getByLabel('Your name'));
  await hall.shoot(page, 'join');
  await hall.examine(page, 'join');
  await join(cast, page, 'Sokha', groups[0]);
}

/** Coming back on the same device needs nothing. */
export async function comeBack(cast: Cast): Promise<void> {
  await cast.landPhone.goto(`${cast.hall.address}/j/${cast.joinCode}`);
  await cast.landPhone.waitForURL(/\/w\/[^/]+$/);
  await shows(cast.landPhone, 'Maly');
}
