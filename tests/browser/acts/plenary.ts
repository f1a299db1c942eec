import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Cast } from '../cast.ts';
import { shown, shows } from '../support/looking.ts';
import { showOnScreen } from '../support/screen.ts';
import { layoutFaultsAtBothSizes } from '../support/screen-layout.ts';
import * as strategy from '../support/strategy.ts';
import { actions, setStage } from './group-work.ts';

/** The wall shows counts only; the group that the facilitator chooses is shown large, with every word as it is typed. */
export async function present(cast: Cast): Promise<void> {
  const { hall, facilitator, projector, landLaptop } = cast;
  await setStage(facilitator, 'Plenary');
  await shows(projector, 'What the groups present');
  for (const words of Object.values(actions)) expect(await projector.getByText(words).count()).toBe(0);
  await hall.shoot(projector, 'plenary-priorities');
  await hall.examine(projector, 'plenary priorities');

  await showOnScreen(facilitator, 'One group');
  for (const number of ['110.11', '110.19'] as const) await shows(projector, actions[number]);
  await strategy.write(landLaptop, '110.19', 'text', ', and to hear a no');
  await shows(projector, `${actions['110.19']}, and to hear a no`);
  await shows(projector, 'Boundaries walked and signed');
  await hall.shoot(projector, 'plenary-group');
  await hall.examine(projector, 'plenary, one group');
  await readFromTheBack(cast);
  await showOnScreen(facilitator, 'By the stage');
  await shows(projector, 'What the groups present');
}

/** What the hall reads at 15 m: nothing of the projector is too small, cut through, or outside. */
export async function readFromTheBack(cast: Cast): Promise<void> {
  expect(await layoutFaultsAtBothSizes(cast.projector)).toEqual([]);
}

/** The facilitator draws the contributions into the charter and writes its preamble, in front of all. */
export async function drawCharter(cast: Cast): Promise<void> {
  const { hall, facilitator: page, projector } = cast;
  await setStage(page, 'Preparing the charter');
  await page.getByRole('navigation').getByRole('link', { name: 'Charter', exact: true }).click();
  await page.getByRole('button', { name: 'Draw the groups’ contributions' }).click();
  await shown(page.getByRole('button', { name: 'Write in item 4' }));
  await hall.shoot(page, 'charter-drawn');
  await writeInCharter(page, 'Write in: Preamble', 'We met for three days, and we will meet again.');
  await shows(projector, 'We met for three days, and we will meet again.');
  await page.keyboard.press('Escape');
  await writeInCharter(page, 'Write in: Closing words', 'In a year we read this aloud to each other.');
  await page.keyboard.press('Escape');
  await hall.shoot(page, 'charter-written');
  await hall.examine(page, 'charter, written');
  await hall.shoot(projector, 'plenary-charter');
  await hall.examine(projector, 'plenary charter');
  await readFromTheBack(cast);
}

/** Opens a text of the charter by its button, and types at its end. */
export async function writeInCharter(page: Page, button: string, words: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await shown(page.locator('[role="textbox"]:focus'));
  await pause(300);
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words, { delay: 15 });
}
