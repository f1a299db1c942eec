import { takeIn } from '@board/shared/model/catalogue';
import { readMap } from '@board/shared/model/read';
import { readStrategy } from '@board/shared/model/strategy';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { until } from '../support/until.ts';
import { atCatalogue } from './support/at-catalogue.ts';
import { fixture, paste } from './support/catalogue-desk.ts';
import type { Device } from './support/devices.ts';
import { gone, shown, shows } from './support/looking.ts';
import { addFromCatalogue, rowOf } from './support/strategy.ts';

/** The whole way of a catalogue: the report, half a year later the State's reply, another language, and what groups see of it. Each test goes on from the one before. */
const here = atCatalogue('taking-in');
let member: Page;

test('ME30 the report is taken in, and the group takes some of it', async () => {
  await paste(here.page, await fixture('invented-report.txt'));
  await shown(here.page.getByRole('heading', { name: '24 recommendations found' }));
  await here.page.getByRole('button', { name: 'Take in 24 recommendations' }).click();
  await shows(here.page, '24 recommendations were taken in.');
  await until('the catalogue is there', () => here.desk.list.length === 24);
  await here.desk.groupTakes(['110.2', '110.3', '110.18']);
  member = await here.desk.openAsMember('laptop');
  await shown(rowOf(member, '110.2').getByText('Pending', { exact: true }));
  here.noTrouble();
});

test('ME30 half a year later the State’s reply is known as such, asks what is not clear, and sets the rest', async () => {
  await paste(here.page, await fixture('invented-reply.txt'));
  await shown(here.page.getByRole('heading', { name: /The State’s reply: 1\d positions/ }));
  await here.hall.shootWhole(here.page, 'reply');
  await here.hall.examine(here.page, 'reply');
  await shows(here.page, 'The reply says two things.');
  await shows(here.page, /printed “110.1114”, read as 110.11–110.14/);
  await shows(here.page, '1 number is not in the catalogue');
  await here.page.getByLabel('Position of 110.21').selectOption({ label: 'Noted' });
  await here.page.getByRole('checkbox', { name: 'Take over: 110.7, Position' }).uncheck({ force: true });
  await here.page.getByRole('button', { name: /^Set \d+ positions$/ }).click();
  await shows(here.page, /The State’s reply was taken in: \d+ positions\./);
  await until('the positions are set', () => here.desk.one('110.13').position === 'supported');
  const at = (number: string): string => here.desk.one(number).position;
  expect([at('110.1'), at('110.14'), at('110.17'), at('110.2'), at('110.21')]).toEqual([
    'supported',
    'supported',
    'supported',
    'noted',
    'noted',
  ]);
  expect([at('110.7'), at('110.18'), at('110.22')]).toEqual(['pending', 'pending', 'pending']);
  await here.hall.shoot(here.page, 'reply-taken-in');
  here.noTrouble();
});

test('ME30 the group’s rows say what has changed until somebody of the group has seen it', async () => {
  const row = rowOf(member, '110.2');
  await shown(row.getByText('was Pending, now Noted'));
  await shows(member, 'The State has changed its position on 2 recommendations of yours:');
  await here.hall.shoot(member, 'rows-changed');
  await here.hall.examine(member, 'rows changed');
  expect(await rowOf(member, '110.18').getByText(/now /).count()).toBe(0);
  await row.getByRole('button', { name: 'Seen: recommendation 110.2' }).click();
  await gone(row.getByText('was Pending, now Noted'));
  await shows(member, 'The State has changed its position on 1 recommendation of yours:');
  await member.getByRole('button', { name: 'All seen' }).click();
  await gone(member.getByRole('button', { name: 'All seen' }));
  await member.reload();
  await shown(rowOf(member, '110.3').getByText('Supported', { exact: true }));
  expect(await member.getByText(/now Supported/).count()).toBe(0);
  // Who takes one from the catalogue sees its position there.
  await addFromCatalogue(member, ['110.5']);
  await shown(rowOf(member, '110.5').getByText('Supported', { exact: true }));
  expect(await member.getByText(/now Supported/).count()).toBe(0);
  here.noTrouble();
});

test('ME30 what is changed by hand stays unless somebody says otherwise, and one number is changed word by word', async () => {
  await here.page.getByRole('button', { name: 'Change 110.4', exact: true }).click();
  const dialog = here.page.getByRole('dialog');
  await dialog.getByLabel('Text, English').fill('Train labour inspectors to hear domestic workers alone');
  await here.hall.shoot(here.page, 'by-hand');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await shows(here.page, 'changed by hand');
  const report = (await fixture('invented-report.txt')).replace('without asking leave', 'without asking anybody');
  await paste(here.page, report);
  await here.page.getByRole('button', { name: 'Take in 24 recommendations' }).click();
  await shown(here.page.getByRole('heading', { name: 'What would change' }));
  await shows(here.page, 'A facilitator has changed this by hand.');
  await shown(here.page.locator('ins', { hasText: 'anybody' }));
  await shown(here.page.locator('del', { hasText: 'leave' }));
  await here.hall.shootWhole(here.page, 'merge');
  await here.hall.examine(here.page, 'merge');
  // The report is older than the reply: its "pending" is offered and not taken.
  await here.page.getByText(/^Still pending in this list/).click();
  await shows(here.page, /The State has answered since: this list seems to be older\./);
  await here.page.getByRole('button', { name: 'Take in: 0 new, 1 changed' }).click();
  await until('the words are changed', () => here.desk.one('110.12').text['en']!.includes('anybody'));
  expect(here.desk.one('110.4').text['en']).toBe('Train labour inspectors to hear domestic workers alone');
  expect(here.desk.one('110.2').position).toBe('noted');
  here.noTrouble();
});

test('ME30 what was taken in is taken back, after a reload too', async () => {
  await here.page.getByRole('button', { name: 'Take back' }).click();
  await shows(here.page, 'Taken back: 1.');
  await until('the words are as before', () => here.desk.one('110.12').text['en']!.includes('leave'));
  await here.page.reload();
  await shows(here.page, /You last changed a recommendation by hand/);
  here.noTrouble();
});

test('ME30 a list in Khmer adds its texts by number; who reads Khmer sees them, and is told where there is none', async () => {
  const khmer = 'number,text\n110.2,បណ្ណាល័យ\u200bក្នុង\u200bភូមិ\u200bនីមួយៗ\n110. 3,ថវិកា\u200bសម្រាប់\u200bអ្នក\u200bសម្របសម្រួល\n';
  await paste(here.page, khmer);
  await here.page.getByRole('button', { name: 'Take in 2 recommendations' }).click();
  await shown(here.page.getByRole('heading', { name: 'What would change' }));
  expect(await here.page.getByLabel('Language of the texts').inputValue()).toBe('km');
  await here.page.getByText(/Texts in Khmer, so far missing/).click();
  await here.hall.shootWhole(here.page, 'khmer');
  await here.page.getByRole('button', { name: 'Take in: 0 new, 2 changed' }).click();
  await until('the texts are there', () => here.desk.one('110.3').text['km'] !== undefined);
  expect(here.desk.one('110.2').position).toBe('noted');
  await member.getByLabel('Language').first().selectOption({ label: 'ភាសាខ្មែរ' });
  await shown(member.getByText(/បណ្ណាល័យ/).first());
  await shows(member, 'មានតែជាភាសាអង់គ្លេស');
  await here.hall.shoot(member, 'khmer-table');
  here.noTrouble();
});

test('ME30 two who took in the same list at the same moment see the numbers that stand twice, and merge them', async () => {
  const other = new Y.Doc();
  takeIn(other, [
    {
      number: '110.2',
      text: { en: here.desk.one('110.2').text['en']! },
      states: [],
      position: 'pending',
      themes: [],
      source: '',
    },
    {
      number: '110.5',
      text: { en: 'Put a ramp into every polling station' },
      states: [],
      position: 'pending',
      themes: [],
      source: '',
    },
  ]);
  here.desk.catalogue.write('others', (doc) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(other)));
  await here.desk.catalogue.allStored();
  await shows(here.page, '2 numbers stand in the catalogue twice');
  await here.page.getByRole('button', { name: 'Look and merge' }).click();
  await here.hall.shootWhole(here.page, 'twins');
  await here.hall.examine(here.page, 'twins');
  await here.page.getByRole('button', { name: 'Merge the one that says the same' }).click();
  await here.page
    .getByRole('button', { name: 'Merge, keep the second: 110.5' })
    .or(here.page.getByRole('button', { name: 'Merge, keep the first: 110.5' }))
    .first()
    .click();
  await until('each number stands once', () => here.desk.list.length === 24);
  expect(here.desk.rows).toEqual(['110.2', '110.3', '110.18', '110.5']);
  here.noTrouble();
});

/** Opens the page anew on another device, in another language or in the dark. */
async function openOn(device: Device, language: string, appearance?: string): Promise<Page> {
  const other = await here.desk.openAsFacilitator(device);
  await paste(other, await fixture('invented-reply.txt'));
  await shown(other.getByRole('heading', { name: /The State’s reply/ }));
  if (device === 'phone') await other.setViewportSize({ width: 360, height: 780 });
  if (appearance) await other.getByLabel('Appearance').first().selectOption({ label: appearance });
  await other.getByLabel('Language').first().selectOption({ label: language });
  return other;
}

const isTooWide = (other: Page): Promise<boolean> =>
  other.evaluate(() => document.documentElement.scrollWidth > innerWidth);

test('ME30 the reply fits the smallest phone, in Khmer', async () => {
  const phone = await openOn('phone', 'ភាសាខ្មែរ');
  await shows(phone, 'ចម្លើយនិយាយពីរយ៉ាង។');
  await here.hall.shootWhole(phone, 'reply-phone');
  await here.hall.examine(phone, 'reply on a phone');
  expect(await isTooWide(phone)).toBe(false);
  here.noTrouble();
});

test('ME30 the reply can be read from right to left, in the dark', async () => {
  const wall = await openOn('projector', 'العربية', 'Dark');
  await until('it reads from right to left', () => wall.evaluate(() => document.documentElement.dir === 'rtl'));
  await here.hall.shootWhole(wall, 'reply-dark');
  await here.hall.examine(wall, 'reply in the dark');
  expect(await isTooWide(wall)).toBe(false);
  here.noTrouble();
});

test('ME30 on a phone the group’s cards say what has changed, and a list is compared', async () => {
  here.desk.strategy.write('unseen', (doc) => {
    for (const { id } of readStrategy(doc)) readMap(doc.getMap('rows').get(id))?.delete('seenPosition');
  });
  const phone = await here.desk.openAsMember('phone');
  const card = rowOf(phone, '110.2');
  await shown(card.getByText('was Pending, now Noted'));
  await here.hall.shootWhole(phone, 'cards');
  await card.getByRole('button', { name: 'Seen: recommendation 110.2' }).tap();
  await gone(card.getByText('was Pending, now Noted'));
  expect(await isTooWide(phone)).toBe(false);

  const other = await here.desk.openAsFacilitator('phone');
  const report = (await fixture('invented-report.txt')).replace('110.24 Hold', '110.25 Hold');
  await paste(other, report.replace('without asking leave', 'without asking anybody'));
  await other.getByRole('button', { name: 'Take in 24 recommendations' }).tap();
  await shown(other.getByRole('heading', { name: 'What would change' }));
  await here.hall.shootWhole(other, 'merge-phone');
  await here.hall.examine(other, 'merge on a phone');
  expect(await isTooWide(other)).toBe(false);
  here.noTrouble();
});
