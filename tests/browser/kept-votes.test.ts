import { addItem } from '@board/shared/model/charter';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkshop, facilitatorOf, join, type Workshop } from '../support/people.ts';
import { Writer } from '../support/writer.ts';
import { Hall } from './support/hall.ts';
import { shown, shows } from './support/looking.ts';
import { seat } from './support/seat.ts';
import { choose } from './support/voting.ts';

let hall: Hall;
let workshop: Workshop;
let itemId: ReturnType<typeof addItem>;
const at = () => `/api/workshops/${workshop.workshopId}`;
const page = (path: string) => `${hall.address}/w/${workshop.workshopId}${path}`;
const must = <Body>(method: string, path: string, body: object) =>
  workshop.facilitator.must<Body>(method, at() + path, body);

beforeAll(async () => {
  hall = await Hall.open('kept-votes');
  workshop = await createWorkshop(hall.server.address, 'Two days in June', ['Water']);
  const charter = await new Writer(await facilitatorOf(workshop), 'charter', 1).synced();
  charter.write('i', (doc) => {
    itemId = addItem(doc, 'We count the wells of each village by June.');
  });
  await charter.allStored();
  charter.close();
  await must('PUT', '/stage', { stage: 'charter-adoption' });
});
afterAll(() => hall.close());

async function openVote(extra: object = {}): Promise<string> {
  const { voteId } = await must<{ voteId: string }>('POST', '/votes', {
    scope: { kind: 'item', itemId },
    rule: 'consensus',
    quorum: { numerator: 1, denominator: 3 },
    secrecy: 'secret',
    ...extra,
  });
  return voteId;
}

/** What the browser keeps of ballots and papers. */
const kept = (of: Page) =>
  of.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => /^board:(ballot|paper)/.test(key))
      .map(([, value]) => value)
      .join(),
  );

test('VO74 a ballot that waits is sent from every page of the workshop, not only from those about votes', async () => {
  const group = workshop.groups[0]!.id;
  for (const path of [`/group/${group}`, '/agenda', '/catalogue']) {
    const ana = await join(workshop, `Ana ${path.slice(1, 4)}`, { groupId: group });
    const vote = await openVote();
    const phone = await seat(hall, path.slice(1, 4), ana.caller, 'phone');
    await phone.goto(page('/vote'));
    await shown(phone.getByRole('button', { name: 'Send my ballot' }));
    await expect.poll(() => kept(phone), { timeout: 60_000 }).toContain('"stamp"');
    await hall.goOffline(phone);
    await choose(phone, 'Agree');
    await shows(phone, /Not sent yet: no connection/);
    await phone.goto('about:blank');
    await hall.goOnline(phone);
    await phone.goto(page(path));
    await expect.poll(() => kept(phone), { timeout: 60_000 }).toContain('"counted":{');
    await must('POST', `/votes/${vote}/close`, {});
    await expect.poll(() => kept(phone), { timeout: 60_000 }).not.toContain('agree');
    await phone.context().close();
  }
});

test('VO84 VO87 paper ballots are forgotten on the control page, whoever closed; the dialog says what is added and what is replaced', async () => {
  const desk = await seat(hall, 'facilitator', workshop.facilitator, 'laptop');
  const vote = await openVote({ withoutPhone: [{ groupId: null, people: 3 }] });
  await desk.goto(page('/charter'));
  const dialog = desk.getByRole('dialog');
  const enter = () => desk.getByRole('button', { name: 'Enter ballots by hand' }).click();
  await enter();
  await dialog.getByLabel('Stand aside').first().fill('1');
  await dialog.getByRole('button', { name: 'Put them in the box' }).click();
  await expect.poll(() => kept(desk)).toContain('stand-aside');
  await enter();
  await shows(desk, /replaces all that was put in under this code/);
  const code = (JSON.parse(await kept(desk)) as { code: string }).code;
  await dialog.getByRole('button', { name: 'They were entered on another device' }).click();
  await dialog.getByLabel('Code of these paper ballots').fill((code.startsWith('A') ? 'B' : 'A') + code.slice(1));
  await shows(desk, /one is missing or differs/);
  expect(await dialog.getByRole('button', { name: 'Put them in the box' }).isDisabled()).toBe(true);
  await hall.shoot(desk, 'mistyped-code');
  await dialog.getByLabel('Code of these paper ballots').fill(code);
  expect(await dialog.getByRole('button', { name: 'Put them in the box' }).isDisabled()).toBe(false);
  const other = await seat(hall, 'another desk', workshop.facilitator, 'laptop');
  await other.goto(page('/charter'));
  await other.getByRole('button', { name: 'Enter ballots by hand' }).click();
  await shows(other, /What you put in now is added to them/);
  await hall.shoot(other, 'added');
  await other.context().close();
  await desk.goto(page(''));
  await must('POST', `/votes/${vote}/close`, {});
  await expect.poll(() => kept(desk), { timeout: 60_000 }).not.toContain('stand-aside');
  await desk.context().close();
});
