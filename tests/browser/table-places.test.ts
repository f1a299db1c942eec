import { groupDocument } from '@board/shared/ids';
import { addCluster, readClusters, removeCluster, setCluster } from '@board/shared/model/clusters';
import { readStrategy } from '@board/shared/model/strategy';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { join } from '../support/people.ts';
import { until } from '../support/until.ts';
import { atDesk } from './support/at-desk.ts';
import { copied, paste } from './support/clipboard.ts';
import { number } from './support/desk.ts';
import { focused, gone, shown, shows } from './support/looking.ts';
import { moreInCatalogue } from './support/more-in-catalogue.ts';
import { seat } from './support/seat.ts';
import { rowOf } from './support/strategy.ts';
import { cellAt, othersAdd, rowsOf } from './support/table.ts';

/** Ways to a row that is not shown, what stays in view of a table. */
const here = atDesk('table-places');

const patient = { timeout: 30_000 };

const inPlace = { isInView: true, isOnTop: true };

/** Where the head of the columns, the tools and the table stand, and what is seen in the middle of the head. */
function geometry(page: Page) {
  return page.evaluate(() => {
    const head = document.querySelector('[role="columnheader"], th')!.getBoundingClientRect();
    const tools = document.querySelector('[role="toolbar"]')!.getBoundingClientRect();
    const at = document.elementFromPoint(innerWidth / 2, head.bottom - 6);
    return {
      isInView: head.top >= tools.bottom - 1 && head.bottom <= innerHeight,
      isOnTop: at?.closest('thead') !== null && at !== null,
      scrolled: Math.round(scrollY),
    };
  });
}

test('TA114 the way to a place leads there also where its row is filtered out or folded', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 2);
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('searchbox', { name: 'Words' }).fill('nothing says this');
  await shows(page, '0 of 3 rows');
  const ways = page.getByRole('button', { name: /^To the place/ });
  await page.getByRole('button', { name: 'What would make this strategy ready?' }).click();
  await ways.last().click();
  await expect.poll(() => focused(page), patient).toMatch(/\.(indicator|timeframe|text)$/);
  await shown(page.getByText(/does not fit and stays/));
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('button', { name: 'Fold all rows' }).click();
  await gone(cellAt(page, 2, 'indicator'));
  await page.getByRole('button', { name: 'What would make this strategy ready?' }).click();
  await ways.last().click();
  await expect.poll(() => focused(page), patient).toMatch(/\.(indicator|timeframe|text)$/);
});

for (const [language, width, height] of [
  ['en', 1024, 600],
  ['ar', 1024, 600],
  ['en', 1366, 768],
  ['ar', 1366, 768],
] as const) {
  test(`TA115 the head stays below the tools at ${width} × ${height}, with comments open, in ${language}`, async () => {
    const { page } = here.desk;
    await othersAdd(here.desk, 14);
    await page.evaluate((code) => localStorage.setItem('board:language', code), language);
    await page.setViewportSize({ width, height });
    await page.reload();
    await shown(cellAt(page, 14, 'partners').getByText('partners 14'));
    await page.evaluate(() => scrollTo(0, 0));
    if (width > 1200) {
      await cellAt(page, 0, 'text').focus();
      await page.keyboard.press('Control+Alt+m');
    }
    await shown(page.locator('[data-scrolls]'));
    await page.mouse.move(width / 2, height - 60);
    for (let turn = 0; turn < 40; turn++) {
      await page.mouse.wheel(0, 400);
      const { scrolled } = await geometry(page);
      if (scrolled > 300) await expect.poll(() => geometry(page), patient).toMatchObject(inPlace);
    }
  });
}

test('TA116 that nothing is saved is seen beside the tools, and the sheet of a phone says who sees what is typed', async () => {
  const { desk } = here;
  const { page, hall, workshop } = desk;
  await othersAdd(desk, 8);
  const phone = await seat(
    hall,
    'Cy',
    (await join(workshop, 'Cy', { groupId: workshop.groups[0]!.id })).caller,
    'phone',
  );
  await phone.goto(`${hall.address}/w/${workshop.workshopId}/${groupDocument(workshop.groups[0]!.id)}`);
  await shown(rowOf(phone, number));
  const write = phone.getByRole('button', { name: /^Write in: Action 1/ }).first();
  await write.tap();
  await shown(phone.getByText('Everybody in the group sees what you write.'));
  await hall.loseServer();
  try {
    await shown(phone.getByText('Kept on this device; the group sees it when you are connected again.'));
    await phone.getByRole('dialog').getByRole('textbox').pressSequentially('On the way');
    await shown(phone.getByText('Kept on this device; the group sees it when you are connected again.'));
    const cell = cellAt(page, 8, 'text');
    await cell.focus();
    await page.keyboard.press('Enter');
    await shown(cell.locator('[contenteditable="true"]'));
    await page.keyboard.type(' and more');
    const chip = page.getByText('On this device only: 1 place');
    await shown(chip);
    const box = await chip.boundingBox();
    expect(box!.y).toBeGreaterThanOrEqual(0);
    expect(box!.y + box!.height).toBeLessThan(100);
    expect(box!.x + box!.width).toBeLessThanOrEqual(1366);
  } finally {
    await hall.bringServerBack();
  }
  await gone(page.getByText('On this device only: 1 place'));
  await shown(phone.getByText('Everybody in the group sees what you write.'));
  await phone.context().close();
});

test('TA118 nothing is sorted into a cluster that somebody has just removed, and its name stays chosen in the filter', async () => {
  const { page } = here.desk;
  await here.desk.othersWrite((doc) => {
    addCluster(doc, 'Courts');
    addCluster(doc, 'Schools');
    setCluster(doc, [readStrategy(doc)[0]!.id], readClusters(doc)[0]!.id);
  });
  await shown(page.getByRole('rowheader', { name: 'Courts 1 row' }));
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByLabel('Cluster', { exact: true }).selectOption({ label: 'Courts' });
  await page.getByRole('button', { name: `Row: what to do with recommendation ${number}` }).click();
  await page.getByRole('menuitem', { name: 'Sort into a cluster' }).click();
  await page.getByRole('radio', { name: 'Courts' }).check({ force: true });
  await here.desk.othersWrite((doc) => void removeCluster(doc, readClusters(doc)[0]!.id));
  await shows(page, 'The cluster that you chose was just removed: choose another one.');
  expect(await page.getByRole('button', { name: 'Sort in' }).isDisabled()).toBe(true);
  await page.getByRole('radio', { name: 'Schools' }).check({ force: true });
  await page.getByRole('button', { name: 'Sort in' }).click();
  await until('it is sorted', () => rowsOf(here.desk)[0]?.cluster === here.desk.others(readClusters)[0]?.id);
  expect(await page.getByLabel('Cluster', { exact: true }).locator('option:checked').textContent()).toBe(
    'A cluster that was removed',
  );
  await page.getByRole('button', { name: 'Clusters' }).click();
  await page.getByLabel('A new cluster').fill('schools');
  await shows(page, 'There is a cluster of this name already.');
});

test('TA119 after Tab choosing begins anew, and what was added in two presses is undone in two', async () => {
  const { page } = here.desk;
  await moreInCatalogue(here.desk, ['110.12', '110.13']);
  await othersAdd(here.desk, 2);
  await cellAt(page, 1, 'text').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+ArrowUp');
  const chosen = page.locator('[data-chosen]');
  await expect
    .poll(
      () =>
        chosen.evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset['cell']?.split('.').at(-1))),
      patient,
    )
    .toEqual(['indicator', 'indicator']);
  await page.getByRole('button', { name: 'Add recommendations' }).click();
  await shown(page.getByRole('button', { name: 'Add 110.13', exact: true }));
  await page.evaluate(() => {
    for (const name of ['Add 110.12', 'Add 110.13'])
      document.querySelector<HTMLElement>(`button[aria-label="${name}"]`)?.click();
  });
  await until('both are there', () => rowsOf(here.desk).length === 5);
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await until('one of them is taken back', () => rowsOf(here.desk).length === 4);
  await shown(rowOf(page, '110.12'));
});

test('TA121 on a phone a card is folded to its recommendation and shown again', async () => {
  const { hall, workshop } = here.desk;
  const [group] = workshop.groups;
  const phone = await seat(hall, 'Dy', (await join(workshop, 'Dy', { groupId: group!.id })).caller, 'phone');
  await phone.goto(`${hall.address}/w/${workshop.workshopId}/${groupDocument(group!.id)}`);
  const field = phone.getByRole('button', { name: /^Write in: Indicator of action 1/ });
  await shown(field);
  await phone.getByRole('button', { name: `Fold the row, recommendation ${number}` }).tap();
  await gone(field);
  await phone.getByRole('button', { name: `Show the whole row, recommendation ${number}` }).tap();
  await shown(field);
  await phone.context().close();
});

test('TA122 what was copied from a table of ours has no line of headings, whatever it says', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 3);
  await cellAt(page, 1, 'text').focus();
  const heads = { text: 'Action\tIndicator\none\ttwo' };
  await paste(page, heads);
  const ticked = page.getByRole('dialog').getByRole('checkbox', { name: /first line/ });
  expect(await ticked.isChecked()).toBe(true);
  await ticked.uncheck({ force: true });
  for (const [at, column] of ['Action', 'Indicator'].entries())
    await page.getByRole('dialog').getByRole('combobox').nth(at).selectOption({ label: column });
  await page.getByRole('dialog').getByRole('button', { name: 'Paste', exact: true }).click();
  await until('the words are there', () => rowsOf(here.desk)[1]?.actions[0]?.indicator === 'Indicator');
  await cellAt(page, 1, 'text').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  const own = await copied(page);
  await cellAt(page, 2, 'text').focus();
  await paste(page, own);
  await shown(ticked);
  expect(await ticked.isChecked()).toBe(false);
});
