import type { PersonListed } from '@board/shared/commands';
import type { GroupId } from '@board/shared/ids';
import { addItem, readItems } from '@board/shared/model/charter';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join } from '../support/people.ts';
import { CharterDesk } from './support/charter-desk.ts';
import { Hall } from './support/hall.ts';
import { shown, shows } from './support/looking.ts';
import { faultsEverywhere } from './support/screen-layout.ts';

/** A wall with eleven groups whose names are long, a full charter, and several open votes. */
let hall: Hall;
let desk: CharterDesk;
let wall: Page;

const texts = [
  'Every organisation in this hall tells the others by May what it has done for the rights of young girls, gypsies and people without papers, and publishes the progress quarterly on a page of its own.',
  'فريق كل منظمة يجتمع كل ثلاثة أشهر لمتابعة تنفيذ توصيات الاستعراض الدوري الشامل وينشر تقريراً عن ذلك للجميع في المنطقة.',
  'អង្គការនីមួយៗនៅក្នុងសាលនេះប្រាប់អ្នកដទៃមុនចុងខែឧសភា អំពីអ្វីដែលខ្លួនបានធ្វើសម្រាប់សិទ្ធិកម្មករ និងស្ត្រីនៅតាមខេត្តទាំងអស់។',
];
const names = [
  'Rights of indigenous peoples and of ethnic and religious minorities',
  'Freedom of expression, peaceful assembly and association',
  'សិទ្ធិស្ត្រី យេនឌ័រ និងអំពើហិង្សាក្នុងគ្រួសារ និងក្នុងសហគមន៍',
  'حقوق المهاجرين واللاجئين وعديمي الجنسية وضحايا الاتجار بالبشر',
  'Economic, social and cultural rights, land and housing',
];

beforeAll(async () => {
  hall = await Hall.open('wall-fit');
  desk = await CharterDesk.set(hall);
  const groups: GroupId[] = desk.workshop.groups.map(({ id }) => id);
  for (let n = 2; n < 11; n++) {
    const name = `${names[n % names.length]}${n < 7 ? '' : ` ${n}`}`;
    groups.push((await command<{ id: GroupId }>('POST', '/groups', { name })).id);
  }
  for (const groupId of groups) for (let n = 0; n < 5; n++) await join(desk.workshop, 'Sam', { groupId });
  wall = await desk.open('Wall', '', 'projector', 'screen');
});
afterAll(async () => {
  desk.clear();
  await hall.close();
});

const command = <Body>(method: string, path: string, body: object): Promise<Body> =>
  desk.workshop.facilitator.must<Body>(method, desk.at + path, body);

const looks = [
  { look: 'light', language: 'en' },
  { look: 'dark', language: 'ar' },
  { look: 'light', language: 'km' },
] as const;

/** Looks at a view at both sizes, in light and dark, and in three scripts; tells what is wrong with it. */
const everywhere = (name: string, faultsOf: (page: Page) => Promise<string[]>): Promise<string[]> =>
  faultsEverywhere({ hall, wall, name, looks, faultsOf, set: (look) => command('PUT', '/screen', look) });

/** Names that end in dots. */
const cutNames = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main li span[dir="auto"]')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map((one) => `cut: ${one.textContent}`),
  );

/** Texts whose last line has less room below its baseline than its letters hang down. */
const cutLetters = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d')!;
    return [...document.querySelectorAll<HTMLElement>('main ol li p')].flatMap((text) => {
      const style = getComputedStyle(text);
      canvas.font = `${style.fontSize} ${style.fontFamily}`;
      const letters = canvas.measureText(text.textContent ?? '');
      const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = letters;
      const leading = Number.parseFloat(style.lineHeight) - above - below;
      const room = Number.parseFloat(style.paddingBottom) + leading / 2 + below;
      const over = text.getBoundingClientRect().bottom - text.closest('li')!.getBoundingClientRect().bottom;
      const missing = letters.actualBoundingBoxDescent - (room - Math.max(0, over));
      return missing > 0.5 ? [`letters cut by ${missing.toFixed(1)}: ${text.textContent?.slice(0, 30)}`] : [];
    });
  });

test('SC23 in the join scene every group can be read by its whole name, also where eleven names are long', async () => {
  await command('PUT', '/screen', { shows: 'join' });
  await shows(wall, names[0]!);
  expect(await everywhere('join', cutNames)).toEqual([]);
  await command('PUT', '/wifi', { name: 'Workshop hall', password: 'meet again in May' });
  await shows(wall, 'Workshop hall');
  expect(await everywhere('join-wifi', cutNames)).toEqual([]);
});

test('SC24 no letter of the charter scene is cut at its foot, however many items stand there', async () => {
  for (const count of [3, 7, 12, 20, 27, 40]) {
    await desk.edit((doc) => {
      for (let n = readItems(doc).length; n < count; n++) addItem(doc, texts[n % texts.length]!);
    });
    await command('PUT', '/screen', { shows: 'charter' });
    await expect.poll(() => wall.locator('main ol li').count()).toBeGreaterThan(Math.min(count, 20) - 1);
    expect(await everywhere(`charter-${count}`, cutLetters)).toEqual([]);
  }
});

test('SC22 SC25 with eleven groups in an open vote, and others open, the wall says who is absent, and which votes are open', async () => {
  await desk.setStage('charter-adoption');
  const people = await desk.workshop.facilitator.must<PersonListed[]>('GET', `${desk.at}/people`);
  const sams = people.flatMap(({ name, personId }) => (name === 'Sam' ? personId : []));
  if (desk.items.length < 5)
    await desk.edit((doc) => {
      for (let n = readItems(doc).length; n < 5; n++) addItem(doc, texts[n % texts.length]!);
    });
  const usual = { rule: 'consensus', quorum: { numerator: 1, denominator: 2 }, slotMinutes: 10 };
  await command('POST', '/votes', {
    ...usual,
    scope: { kind: 'item', itemId: desk.itemIds[1] },
    secrecy: 'open',
    absent: { people: sams.slice(0, 6), note: 'went home early' },
    byHand: sams.slice(10, 12),
  });
  for (const item of desk.itemIds.slice(2, 4))
    await command('POST', '/votes', { ...usual, scope: { kind: 'item', itemId: item }, secrecy: 'secret' });
  await shown(wall.getByText(/2 more votes are open|تصويتان|ទៀត៖/));
  const said = async (page: Page): Promise<string[]> =>
    (await page
      .getByText(/went home early/)
      .filter({ visible: true })
      .count()) > 0
      ? []
      : ['who is absent is not said'];
  expect(await everywhere('vote', said)).toEqual([]);
});
