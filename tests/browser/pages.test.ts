import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../scripts/run.ts';
import { Hall } from './support/hall.ts';
import { shown, shows } from './support/looking.ts';

/** Pages that stand for themselves, outside the story. */

const realReport = `${root}../shared/data/recommendations/khm-c2-A_HRC_26_16.pasted-from-pdf.txt`;
let hall: Hall;
let page: Page;

beforeAll(async () => {
  hall = await Hall.open('pages');
  page = await hall.enter('visitor', 'laptop');
});
afterAll(async () => {
  await hall?.close();
});

async function openDemonstration(page: Page): Promise<void> {
  await page.goto(hall.address);
  await page.getByRole('button', { name: 'Open a demonstration' }).click();
  await page.waitForURL(/\/w\/[^/]+$/);
}

test('UI21 a demonstration is filled, and says on every page that it is one', async () => {
  await openDemonstration(page);
  await shows(page, 'Demonstration: every name and every word in it is invented.');
  await shows(page, 'An action of our own beside each recommendation.');
  await shown(page.getByRole('link', { name: 'Civil and political rights' }));
  await hall.shoot(page, 'demonstration');
  await hall.examine(page, 'demonstration');
  expect(hall.troubles.splice(0)).toEqual([]);
});

test.skipIf(!existsSync(realReport))(
  'UP40 a real report pasted from its PDF gives all 205 recommendations',
  async () => {
    await page.goto(`${page.url()}/catalogue`);
    await page.getByRole('button', { name: 'Take in recommendations' }).click();
    await page.getByLabel('Paste the recommendations here').fill(await readFile(realReport, 'utf8'));
    await page.getByRole('button', { name: 'See what is in it' }).click();
    await shown(page.getByRole('heading', { name: '205 recommendations found' }));
    expect(hall.troubles.splice(0)).toEqual([]);
  },
);

for (const [name, language, appearance] of [
  ['light', 'English', 'Light'],
  ['dark', 'English', 'Dark'],
  ['right to left', 'العربية', null],
] as const) {
  test(`UI22 the gallery of components, ${name}`, async () => {
    const { address } = hall;
    await page.goto(`${address}/gallery`);
    await page
      .getByLabel(/^(Language|اللغة)$/)
      .first()
      .selectOption({ label: language });
    if (appearance) await page.getByLabel('Appearance').first().selectOption({ label: appearance });
    await shown(page.getByRole('heading').first());
    if (language === 'العربية') expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    await hall.shoot(page, `gallery-${name.replaceAll(' ', '-')}`);
    await hall.examine(page, `gallery, ${name}`);
    expect(hall.troubles.splice(0)).toEqual([]);
  });
}

test('UI28 a title keeps to the side on which the page begins, whatever the direction of its words', async () => {
  const page = await hall.enter('reader of two directions', 'laptop');
  await openDemonstration(page);
  await page.goto(`${page.url()}/agenda`);
  const title = page.locator('header a[dir="auto"]');
  /** Pixels between the words and the side on which an Arabic page begins. */
  const away = () =>
    title.evaluate((link) => {
      const range = document.createRange();
      range.selectNodeContents(link);
      const header = (link.parentElement ?? link).getBoundingClientRect();
      return Math.round(header.right - range.getBoundingClientRect().right);
    });
  const language = page.getByLabel(/^(Language|اللغة)$/).first();
  await language.selectOption({ label: 'العربية' });
  await page.waitForFunction(() => document.documentElement.dir === 'rtl');
  expect(await title.textContent()).toMatch(/[a-z]/);
  expect(await away()).toBeLessThan(40);
  await language.selectOption({ label: 'English' });
  await page.waitForFunction(() => document.documentElement.dir === 'ltr');
  expect(await away()).toBeGreaterThan(300);
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('UI23 an address that leads nowhere says so in plain words', async () => {
  await page.goto(`${hall.address}/w/no-such-workshop`);
  await shown(page.getByRole('heading').first());
  await hall.examine(page, 'no such page');
  expect(hall.troubles.splice(0)).toEqual([]);
});
