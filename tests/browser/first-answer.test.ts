import type { Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { CharterDesk } from './support/charter-desk.ts';
import { Hall } from './support/hall.ts';
import { gone, shows } from './support/looking.ts';

/** A page that opens asks who sits there, and the first answer is none. */
let hall: Hall;
let desk: CharterDesk;

beforeAll(async () => {
  hall = await Hall.open('first-answer');
});
afterAll(() => hall.close());
beforeEach(async () => {
  desk = await CharterDesk.set(hall);
});
afterEach(() => desk.clear());

const answers: Record<string, (route: Route) => Promise<void>> = {
  none: (route) => route.abort(),
  'nothing can be saved': (route) =>
    route.fulfill({ status: 503, json: { error: { code: 'not-stored', message: 'the disk is full' } } }),
  'a proxy’s': (route) => route.fulfill({ status: 503, body: 'busy' }),
};

test.each(Object.keys(answers))('NE24 a page whose first answer is bad comes in by itself (%s)', async (name) => {
  const page = await desk.open('Mia', '', 'phone');
  for (const [path, words] of [
    ['', 'Labour'],
    ['/charter', 'We meet again in May.'],
  ] as const) {
    let asked = 0;
    await page.route(/\/me$/, (route) => {
      asked += 1;
      return asked <= 2 ? answers[name]!(route) : route.continue();
    });
    await page.goto(desk.pages + path);
    await shows(page, words);
    await gone(page.getByText(/tries again by itself|could not store this/));
    expect(asked).toBeGreaterThan(2);
    await page.unroute(/\/me$/);
  }
});

test('NE24 a page that is open stays as it is while who sits there cannot be asked', async () => {
  const page = await desk.open('Mia', '/charter', 'phone');
  await shows(page, 'We meet again in May.');
  let asked = 0;
  await page.route(/\/me$/, (route) => {
    asked += 1;
    return answers['nothing can be saved']!(route);
  });
  await page.evaluate(() => dispatchEvent(new Event('offline')));
  await expect.poll(() => asked, { timeout: 60_000 }).toBeGreaterThan(1);
  await shows(page, 'We meet again in May.');
  await page.unroute(/\/me$/);
});
