import { expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { atCatalogue } from './support/at-catalogue.ts';
import { paste } from './support/catalogue-desk.ts';
import { gone, shown, shows } from './support/looking.ts';
import { rowOf } from './support/strategy.ts';

/** A newer list has other words, and the group's rows say so. Each test goes on from the one before. */
const here = atCatalogue('wording-news');

const list = (of: string) =>
  [
    '110.1 Open the courts to all (Peru);',
    `110.2 Let the ferries sail ${of} (Chad);`,
    '110.3 Mend the bells (Mali).',
  ].join('\n');

const says = 'The wording of this recommendation has changed since you wrote this';

async function newer(words: string): Promise<void> {
  await paste(here.page, list(words));
  await here.page.getByRole('button', { name: 'Take in 3 recommendations' }).click();
  await here.page.getByRole('button', { name: 'Take in: 0 new, 1 changed' }).click();
  await until('the words are changed', () => here.desk.one('110.2').text['en']!.includes(words));
}

test('ME53 after a newer list a row says that its words have changed, shows how at a press, and until somebody has seen it', async () => {
  await paste(here.page, list('at night'));
  await here.page.getByRole('button', { name: 'Take in 3 recommendations' }).click();
  await until('the catalogue is there', () => here.desk.list.length === 3);
  await here.desk.groupTakes(['110.1', '110.2']);
  const member = await here.desk.openAsMember('laptop');
  await shown(rowOf(member, '110.2').getByText('Let the ferries sail at night'));
  await newer('by day');
  const row = rowOf(member, '110.2');
  await shown(row.getByText(says));
  await shows(member, 'The wording of 1 recommendation of yours has changed:');
  expect(await rowOf(member, '110.1').getByText(says).count()).toBe(0);
  await here.hall.shoot(member, 'row');
  await row.getByRole('button', { name: 'What has changed: recommendation 110.2' }).click();
  const dialog = member.getByRole('dialog');
  await shown(dialog.locator('del', { hasText: 'at night' }));
  await shown(dialog.locator('ins', { hasText: 'by day' }));
  await here.hall.shoot(member, 'difference');
  await here.hall.examine(member, 'what has changed');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await shown(row.getByText(says));
  await row.getByRole('button', { name: 'Seen: wording of recommendation 110.2' }).click();
  await gone(member.getByText(says));
  await member.reload();
  await shown(rowOf(member, '110.2').getByText('Let the ferries sail by day'));
  expect(await member.getByText(says).count()).toBe(0);
  here.noTrouble();
});

test('ME53 on a phone the card says so too, and the difference is from what the group has seen last', async () => {
  const phone = await here.desk.openAsMember('phone');
  await shown(rowOf(phone, '110.2').getByText('Let the ferries sail by day'));
  await newer('whenever somebody waits');
  const card = rowOf(phone, '110.2');
  await shown(card.getByText(says));
  await here.hall.shootWhole(phone, 'card');
  await card.getByRole('button', { name: 'What has changed: recommendation 110.2' }).tap();
  const dialog = phone.getByRole('dialog');
  await shown(dialog.locator('del', { hasText: 'by day' }));
  await here.hall.examine(phone, 'what has changed, on a phone');
  expect(await phone.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  await dialog.getByRole('button', { name: 'Seen' }).tap();
  await gone(phone.getByText(says));
  here.noTrouble();
});
