import type { Page } from 'playwright-core';
import { gone, shown } from './looking.ts';

/** The control page shows one of its parts. */
export async function showPart(control: Page, name: string): Promise<void> {
  await control
    .getByRole('navigation', { name: 'More of this page' })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
}

/** The facilitator reads the code on the wall and types it on the control page; nobody touches the screen. */
export async function connectScreen(control: Page, screen: Page): Promise<void> {
  const place = screen.getByText(/^[2-9A-Z]{3} [2-9A-Z]{3}$/);
  await shown(place);
  const code = await place.textContent();
  await showPart(control, 'Screen');
  await control.getByLabel('Code on the screen').fill(code ?? '');
  await control.getByRole('button', { name: 'Connect the screen' }).click();
  await gone(place);
}

/** The facilitator chooses what the screen shows. */
export async function showOnScreen(control: Page, choice: string): Promise<void> {
  await showPart(control, 'Screen');
  await control.getByRole('region', { name: 'Screen' }).getByRole('radio', { name: choice, exact: true }).click();
}
