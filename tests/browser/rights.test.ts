import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { RawSocket } from '../support/raw-socket.ts';
import { number, StrategyDesk } from './support/desk.ts';
import { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import * as strategy from './support/strategy.ts';

/** Rights that are taken away while somebody types: what the page says, what stays on the device, what the server takes. */
let hall: Hall;
let desk: StrategyDesk;

beforeAll(async () => {
  hall = await Hall.open('rights');
});
afterAll(() => hall.close());
beforeEach(async () => {
  desk = await StrategyDesk.set(hall);
});
afterEach(() => desk.clear());

const late = 'typed without a network';

/** Bo types without a network; meanwhile something is decided; the network comes back. */
async function typeWhile(decided: () => Promise<unknown>): Promise<void> {
  await hall.goOffline(desk.page);
  await strategy.typeInto(desk.page, number, 'text', late);
  await shows(desk.page, 'Saved on this device only: changes in 1 place wait for the connection.');
  await decided();
  await hall.goOnline(desk.page);
}

/** Bo’s words are offered with the place where they belong, and everybody else has never seen them. */
async function wordsAreOffered(): Promise<void> {
  const { page } = desk;
  await shown(page.getByRole('heading', { name: `Recommendation ${number}` }));
  await shown(page.locator('dd').getByText(late, { exact: true }));
  await page.getByRole('button', { name: 'Copy all' }).click();
  await shows(page, 'Copied');
  expect(desk.read).toBe('');
}

/** The update of somebody who writes without asking. */
function rawUpdate(): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('rows').set('raw', new Y.Map([['order', 'a']]));
  return Y.encodeStateAsUpdate(doc);
}

/** A raw socket with Bo’s session on the same strategy, with or without what is expected of it. */
async function rawSocket(): Promise<RawSocket> {
  const path = `/sync/${desk.workshop.workshopId}/${desk.document}?generation=1`;
  return new RawSocket({ address: hall.server.address, cookie: await desk.cookie() }, path);
}

test('UI25 who is made an observer with a cell open reads within two seconds, and no update is taken by any route', async () => {
  const { page, facilitator } = desk;
  await strategy.typeInto(page, number, 'text', 'With every right.');
  await desk.isRead('With every right.');
  const raw = await rawSocket();
  await raw.frame('state-vector');
  const { personId } = await desk.bo();
  await facilitator.must('PATCH', `${desk.at}/people/${personId}`, { role: 'observer' });
  const decided = performance.now();
  raw.send({ type: 'update', update: rawUpdate() });
  await page.keyboard.type(' Too late');
  await gone(strategy.cellOf(page, number, 'text').getByRole('textbox'));
  await shows(page, 'Read only. You are here as an observer and can read.');
  expect(performance.now() - decided).toBeLessThan(2000);

  expect(await raw.whenClosed()).toEqual({ code: 4510, reason: 'rights-changed' });
  const again = await rawSocket();
  await again.settled();
  again.send({ type: 'update', update: rawUpdate() });
  expect((await again.frame('denied')).reason).toBe('observer-only-reads');
  again.close();
  expect(desk.read).toBe('With every right.');
});

test('UI25 NE26 what an observer typed without a network is offered and not merged, also not when a member again', async () => {
  const { page, facilitator } = desk;
  const { personId, groupId } = await desk.bo();
  const person = `${desk.at}/people/${personId}`;
  await typeWhile(() => facilitator.must('PATCH', person, { role: 'observer' }));
  await shows(page, 'The right to write here ended while they were on their way.');
  await wordsAreOffered();
  await facilitator.must('PATCH', person, { role: 'member', groupId });
  await shown(page.getByRole('status').getByText('Saved', { exact: true }));
  await wordsAreOffered();
  await page.getByRole('button', { name: 'Throw away' }).click();
  await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: 'Throw away' }).click();
  await gone(page.getByText(late));
});

test('UI24 who was removed is told so, keeps the words, and brings none of them in when joining again', async () => {
  const { page, facilitator } = desk;
  const raw = await rawSocket();
  await raw.frame('state-vector');
  const { personId } = await desk.bo();
  await typeWhile(() => facilitator.must('DELETE', `${desk.at}/people/${personId}`));
  await shown(page.getByRole('heading', { name: 'You were removed from this workshop' }));
  await shows(page, 'They are not sent any more.');
  await wordsAreOffered();
  raw.send({ type: 'update', update: rawUpdate() });
  expect(await raw.whenClosed()).toEqual({ code: 4402, reason: 'removed' });
  await hall.examine(page, 'removed');
  await page.reload();
  await shown(page.getByRole('heading', { name: 'You were removed from this workshop' }));
  await wordsAreOffered();

  await desk.join('Bo', desk.workshop.joinCode);
  expect((await desk.bo()).personId).not.toBe(personId);
  await desk.openStrategy();
  await wordsAreOffered();
  expect(hall.troubles.filter((trouble) => !trouble.includes('403'))).toEqual([]);
});

test('UI24 when the link is revoked with all sessions, the same person comes back with the new code and without unsent words', async () => {
  const { page, facilitator } = desk;
  const { personId } = await desk.bo();
  let joinCode = '';
  await typeWhile(async () => {
    const body = { endSessions: true };
    ({ joinCode } = await facilitator.must<{ joinCode: string }>('POST', `${desk.at}/join-code`, body));
  });
  await shown(page.getByRole('heading', { name: 'The link with which you joined no longer works' }));
  await wordsAreOffered();
  const raw = await rawSocket();
  expect(await raw.whenClosed()).toEqual({ code: 4410, reason: 'link-revoked' });
  await page.goto(`${hall.address}/j/${desk.workshop.joinCode}`);
  await shows(page, 'This link no longer works: a facilitator has made a new one.');
  await desk.join('Bo', joinCode);
  expect((await desk.bo()).personId).toBe(personId);
  await desk.openStrategy();
  await shows(page, 'The link was revoked while they were on their way.');
  await shown(page.locator('dd').getByText(late, { exact: true }));
  expect(desk.read).toBe('');
});
