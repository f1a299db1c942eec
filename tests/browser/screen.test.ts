import type { WorkshopCreated } from '@board/shared/commands';
import { type DocumentName, type GroupId, groupDocument, type RecommendationId } from '@board/shared/ids';
import { readCatalogue } from '@board/shared/model/catalogue';
import { addItem, readItems } from '@board/shared/model/charter';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow, setPriority, setSdgTarget } from '@board/shared/model/strategy-edits';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Caller } from '../support/caller.ts';
import { facilitatorOf, type Joined, type Workshop } from '../support/people.ts';
import { Writer } from '../support/writer.ts';
import { Hall } from './support/hall.ts';
import { shown, shows } from './support/looking.ts';
import { connectScreen, showOnScreen, showPart } from './support/screen.ts';
import { layoutFaults, moved, remember } from './support/screen-layout.ts';

/** The hall's projector beside a control page, on the demonstration: eleven groups, forty recommendations, some of them shared. */
let hall: Hall;
let control: Page;
let screen: Page;
let workshop: Workshop;
let facilitator: Joined;
/** What nobody shares at first. */
let about: RecommendationId;

/** Each view with words that tell that it is there. */
const views = {
  'How to join': 'People in each group',
  Readiness: 'Group work',
  'One group': 'What the groups present',
  Coverage: 'What our strategies cover',
  Overlaps: 'Where groups meet',
  Charter: 'The charter',
} as const;

beforeAll(async () => {
  hall = await Hall.open('screen');
  const caller = new Caller(hall.server.address);
  const created = await caller.must<WorkshopCreated>('POST', '/api/demonstrations', {});
  workshop = { ...created, facilitator: caller };
  facilitator = await facilitatorOf(workshop);
  await caller.must('PUT', `/api/workshops/${created.workshopId}/stage`, { stage: 'lobby' });
  control = await hall.enter('facilitator', 'laptop');
  await control.goto(`${hall.address}/w/${created.workshopId}/facilitate#key=${created.facilitatorKey}`);
  await control.getByLabel('Your name').fill('Facilitator');
  await control.getByRole('button', { name: 'Come in' }).click();
  await shown(control.getByText(created.joinCode, { exact: true }));
  screen = await hall.enter('screen', 'projector');
  const [first, ...shared] = (await recommendations()).slice(0, 9);
  about = first!;
  for (const { id } of workshop.groups.slice(3, 5)) await taking(id, shared);
});
afterAll(() => hall.close());

const at = (): string => `/api/workshops/${workshop.workshopId}`;

async function show(choice: keyof typeof views): Promise<void> {
  await showOnScreen(control, choice);
  // The words alone, since a part of other words may stand on the view before.
  await shown(screen.getByText(views[choice], { exact: true }).filter({ visible: true }).first());
}

/** Changes a document as the facilitator would, from somewhere else. */
async function write(document: DocumentName, change: (writer: Writer) => void): Promise<void> {
  const writer = new Writer(facilitator, document, 1);
  await writer.synced();
  change(writer);
  await writer.allStored();
  writer.close();
}

async function recommendations(): Promise<RecommendationId[]> {
  const writer = new Writer(facilitator, 'catalogue', 1);
  await writer.synced();
  const ids = readCatalogue(writer.doc).map(({ id }) => id);
  writer.close();
  return ids;
}

/** A group takes recommendations, with a target and a partner that others have. */
const taking = (group: GroupId, taken: readonly RecommendationId[]) =>
  write(groupDocument(group), (writer) =>
    writer.write('rows', (doc) => {
      for (const one of taken) {
        const row = addRow(doc, one);
        setSdgTarget(doc, row, '16.3', true);
        const { id: action } = readStrategy(doc).find(({ id }) => id === row)!.actions[0]!;
        fillFragment(cellFragment(doc, { row, action, cell: 'text' })!, 'Words of somebody elsewhere');
        fillFragment(cellFragment(doc, { row, action, cell: 'partners' })!, 'River Watch');
      }
    }),
  );

test('SC1 a screen shows a code; the facilitator types it; nobody touches the screen', async () => {
  await screen.goto(`${hall.address}/screen`);
  await shows(screen, 'This screen is ready');
  await hall.shoot(screen, 'pairing');
  await hall.examine(screen, 'pairing');
  await connectScreen(control, screen);
  await shows(control, '1 screen is connected.');
  await shows(screen, workshop.joinCode);
  await hall.shoot(control, 'control');
  await hall.examine(control, 'control with a screen');
});

test('SC3 a screen that is loaded again is there again', async () => {
  await screen.reload();
  await shows(screen, workshop.joinCode);
});

test('SC6 SC7 the Wi-Fi that the facilitator tells stands on the screen with a QR code, and not on a phone', async () => {
  await showPart(control, 'Screen');
  await control.getByRole('button', { name: 'Light, language and Wi-Fi' }).click();
  await control.getByLabel('Network').fill('Hall of rivers');
  await control.getByLabel('Password').fill('river12345');
  await control.getByRole('button', { name: 'Show this Wi-Fi' }).click();
  await show('How to join');
  await shows(screen, 'river12345');
  await shown(screen.getByRole('img', { name: 'The Wi-Fi as a QR code' }));
  await hall.shoot(screen, 'join');
  await hall.examine(screen, 'how to join');
});

test.each([
  ['1920 × 1080', { width: 1920, height: 1080 }],
  ['1280 × 720', { width: 1280, height: 720 }],
])('SC12 every view can be read from the back of the hall at %s', async (name, size) => {
  await screen.setViewportSize(size);
  for (const choice of Object.keys(views) as (keyof typeof views)[]) {
    await show(choice);
    await hall.shoot(screen, `${name.replaceAll(' ', '')}-${choice.replaceAll(' ', '-')}`);
    expect(await layoutFaults(screen), choice).toEqual([]);
    await hall.examine(screen, choice);
  }
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('SC11 the readiness wall has no word of a group before it has presented', async () => {
  await show('Readiness');
  const actions = await screen.evaluate(() => document.querySelector('main')?.textContent ?? '');
  await show('One group');
  await control.getByLabel('Group on the screen').selectOption({ index: 1 });
  const words = await screen.locator('article li p').first().textContent();
  expect(words).not.toBe('');
  expect(actions).not.toContain(words);
});

test('SC13 typing elsewhere replaces no part of a view and moves none', async () => {
  const [one, two, three] = workshop.groups.map(({ id }) => id) as [GroupId, GroupId, GroupId];
  await write('charter', (writer) => writer.write('item', (doc) => void addItem(doc, 'A first item for the charter.')));
  for (const choice of Object.keys(views) as (keyof typeof views)[]) {
    await show(choice);
    expect(await remember(screen)).toBeGreaterThan(1);
    for (const group of [one, two, three]) await taking(group, [about]);
    await write('charter', (writer) =>
      writer.write('words', (doc) => {
        const item = readItems(doc)[0]!;
        fillFragment(doc.getXmlFragment('preamble'), `Words about ${choice}. ${item.text}`);
      }),
    );
    await screen.waitForTimeout(600);
    expect(await moved(screen), choice).toEqual([]);
  }
});

test('SC13 the first words of a group that is shown appear without a blink, also on a screen that was just loaded', async () => {
  const { id, name } = workshop.groups.at(-1)!;
  await show('One group');
  await control.getByLabel('Group on the screen').selectOption({ label: name });
  await screen.reload();
  await shows(screen, 'No priorities marked yet.');
  await remember(screen);
  await taking(id, [about]);
  await write(groupDocument(id), (writer) =>
    writer.write('priority', (doc) => void setPriority(doc, readStrategy(doc)[0]!.id, true)),
  );
  await shows(screen, 'Words of somebody elsewhere');
  expect(await moved(screen)).toEqual([]);
});

test('SC10 what the hall decides about an overlap stands on the screen', async () => {
  await show('Overlaps');
  await showPart(control, 'Overlaps');
  const list = control.getByRole('region', { name: 'Overlaps between groups' });
  await list.getByRole('radio', { name: 'Together' }).first().click();
  await shows(screen, 'Together');
  await shows(control, /1 talked about/);
  await hall.shoot(control, 'control-overlaps');
  await hall.examine(control, 'control, overlaps');
  await hall.shoot(screen, 'overlaps-decided');
});

test('SC14 the control page turns the page and says light, dark and the language, and the screen comes back by itself', async () => {
  await screen.setViewportSize({ width: 1920, height: 1080 });
  await show('Overlaps');
  await control.getByRole('button', { name: 'Turn the page' }).click();
  await shows(screen, /^2 of \d$/);
  await control.getByLabel('Light or dark').selectOption({ label: 'Dark' });
  await screen.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
  for (const choice of Object.keys(views) as (keyof typeof views)[]) {
    await show(choice);
    await hall.shoot(screen, `dark-${choice.replaceAll(' ', '-')}`);
    await hall.examine(screen, `dark, ${choice}`);
  }
  await control.getByLabel('Language of the screen').selectOption({ label: 'العربية' });
  await screen.waitForFunction(() => document.documentElement.dir === 'rtl');
  for (const choice of Object.keys(views)) {
    await showOnScreen(control, choice);
    await screen.waitForTimeout(400);
    await hall.shoot(screen, `arabic-${choice.replaceAll(' ', '-')}`);
    expect(await layoutFaults(screen), `Arabic, ${choice}`).toEqual([]);
  }
  await control.getByLabel('Language of the screen').selectOption({ label: 'English' });
  await screen.waitForFunction(() => document.documentElement.lang === 'en');
  await hall.loseServer();
  await shows(screen, 'Not live: connecting again');
  await hall.bringServerBack();
  await showOnScreen(control, 'Coverage');
  await shows(screen, views.Coverage);
  expect(hall.troubles.splice(0)).toEqual([]);
});

test('SC3 a screen that was removed shows a code again', async () => {
  const people = await workshop.facilitator.must<{ personId: string; role: string }[]>('GET', `${at()}/people`);
  const { personId } = people.find(({ role }) => role === 'screen')!;
  await workshop.facilitator.must('DELETE', `${at()}/people/${personId}`);
  await shows(screen, 'This screen is ready');
});

test('SC4 the facilitator’s own browser shows the screen in a window and stays the facilitator’s', async () => {
  const window = await control.context().newPage();
  await window.goto(`${hall.address}/screen#${workshop.workshopId}`);
  await shows(window, views.Coverage);
  await control.reload();
  await shown(control.getByRole('region', { name: 'Screen' }));
});
