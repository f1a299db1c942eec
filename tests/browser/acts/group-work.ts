import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Cast, groups } from '../cast.ts';
import { shown, shows } from '../support/looking.ts';
import * as strategy from '../support/strategy.ts';

/** What the groups come to; the charter is made of the first action of each recommendation. */
export const actions = {
  '110.11': 'Walk every boundary with the families who live from the forest',
  '110.19': 'Train forty village speakers to ask for consent in writing',
  '110.13': 'Open ten school kitchens that buy from the village',
  '110.20': 'Send independent doctors into three prisons each month',
} as const;

/** The facilitator sets the stage; each group opens its strategy from its own page. */
export async function beginGroupWork(cast: Cast): Promise<void> {
  const { facilitator, hall, landLaptop, landPhone, healthLaptop, healthOther } = cast;
  await facilitator.goto(cast.workshop);
  await setStage(facilitator, 'Group work');
  await shows(cast.projector, groups[0]);
  for (const page of [landLaptop, healthLaptop, healthOther, landPhone]) {
    await page.getByRole('navigation').getByRole('link', { name: 'My group' }).click();
    await shown(page.getByRole('heading', { name: /Strategy of/ }));
    await saved(page);
  }
  await hall.shoot(landLaptop, 'group-empty');
  await hall.examine(landLaptop, 'group, empty');
  await strategy.addFromCatalogue(landLaptop, ['110.11', '110.19']);
  await strategy.addFromCatalogue(healthLaptop, ['110.13', '110.20']);
  await shown(strategy.rowOf(landPhone, '110.19'));
  await shown(strategy.rowOf(healthOther, '110.20'));
}

/** Two type into one cell at once, a laptop and a phone into one row; everybody sees everything. */
export async function typeAtOnce(cast: Cast): Promise<void> {
  const { hall, landLaptop, landPhone, healthLaptop, healthOther } = cast;
  await Promise.all([
    strategy.write(landLaptop, '110.11', 'text', actions['110.11']),
    strategy.writeOnPhone(landPhone, '110.11', 'Indicator', 'Boundaries walked and signed'),
    strategy.typeInto(healthLaptop, '110.13', 'text', actions['110.13']),
    strategy.write(healthOther, '110.13', 'indicator', 'Meals per school day'),
  ]);
  await hall.shoot(landPhone, 'group-phone');
  await hall.examine(landPhone, 'group on a phone');
  await shows(landPhone, actions['110.11']);
  await shows(landLaptop, 'Boundaries walked and signed');
  await shown(strategy.cellOf(healthOther, '110.13', 'text').getByText(actions['110.13']));

  await strategy.typeInto(healthOther, '110.13', 'resources', 'Rice from the mill. ');
  await shown(strategy.cellOf(healthLaptop, '110.13', 'resources').getByText('Rice from the mill.'));
  await strategy.typeInto(healthLaptop, '110.13', 'resources', '');
  // A person sees the caret before moving it; the editor sets it once more with the next frame.
  await pause(300);
  await healthLaptop.keyboard.press('Control+Home');
  await healthLaptop.waitForFunction(() => getSelection()?.focusOffset === 0);
  await Promise.all([
    healthLaptop.keyboard.type('Pots from the town. ', { delay: 15 }),
    healthOther.keyboard.type('Wood from the hill.', { delay: 15 }),
  ]);
  await hall.shoot(healthLaptop, 'group-two-in-one-cell');
  for (const page of [healthLaptop, healthOther]) {
    await page.keyboard.press('Escape');
    const cell = strategy.cellOf(page, '110.13', 'resources');
    await shown(cell.getByText('Pots from the town. Rice from the mill. Wood from the hill.'));
  }
}

/** The server dies; what is typed meanwhile survives the page, and arrives when the server is back. */
export async function typeWhileAway(cast: Cast): Promise<void> {
  const { hall, healthLaptop: page, healthOther } = cast;
  const words = 'Cooks from the parents’ council';
  const address = page.url();
  await saved(page);
  await hall.loseServer();
  await strategy.write(page, '110.13', 'partners', words);
  await shows(page, /Saved on this device only: changes in \d+ places? wait/);
  await hall.shoot(page, 'group-server-away');
  await page.goto('about:blank');
  await hall.bringServerBack();
  await saved(healthOther);
  expect(await strategy.cellOf(healthOther, '110.13', 'partners').textContent()).not.toContain(words);
  await page.goto(address);
  await shown(strategy.cellOf(page, '110.13', 'partners').getByText(words));
  await saved(page);
  await shown(strategy.cellOf(healthOther, '110.13', 'partners').getByText(words));
}

/** Everything that the plenary wants: two priorities, two contributions, an indicator and a timeframe for each action. */
export async function finishStrategies(cast: Cast): Promise<void> {
  const { hall, landLaptop, healthLaptop } = cast;
  await strategy.write(landLaptop, '110.19', 'text', actions['110.19']);
  await strategy.write(landLaptop, '110.19', 'indicator', 'Speakers who have led a meeting');
  await strategy.write(healthLaptop, '110.20', 'text', actions['110.20']);
  await strategy.write(healthLaptop, '110.20', 'indicator', 'Visits made without an escort');
  const pages = { '110.11': landLaptop, '110.19': landLaptop, '110.13': healthLaptop, '110.20': healthLaptop };
  for (const [number, page] of Object.entries(pages)) {
    await strategy.setTimeframe(page, number);
    await strategy.markPriority(page, number);
    await strategy.giveToCharter(page, number);
  }
  await shows(landLaptop, 'Ready for the plenary.');
  await saved(landLaptop);
  await hall.shoot(landLaptop, 'group-ready');
  await hall.examine(landLaptop, 'group, ready');
  await shows(cast.projector, '2 of 2 groups are ready');
  await hall.shoot(cast.projector, 'plenary-progress');
  await hall.examine(cast.projector, 'plenary progress');
  await hall.shoot(cast.facilitator, 'control-group-work');
  await hall.examine(cast.facilitator, 'control in group work');
}

/** The facilitator moves the hall on. */
export async function setStage(page: Page, stage: string): Promise<void> {
  const stages = page.getByRole('radiogroup', { name: 'Stage' });
  await stages.getByText(stage, { exact: true }).click();
  await shown(stages.getByRole('radio', { name: stage, checked: true }));
}

/** The page says that everything is on the server. */
async function saved(page: Page): Promise<void> {
  await shown(page.getByRole('status').getByText('Saved', { exact: true }));
}
