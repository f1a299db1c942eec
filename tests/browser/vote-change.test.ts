import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CharterDesk, openAdoption } from './support/charter-desk.ts';
import type { Hall } from './support/hall.ts';
import { gone, shown, shows } from './support/looking.ts';
import { landOnNext, middle } from './support/thumb.ts';
import { choose, closeVote, vote } from './support/voting.ts';

/** One vote gives way to the next under thumbs and in open dialogs. */
let hall: Hall;
let desk: CharterDesk;
let facilitator: Page;
let mia: Page;

beforeAll(async () => {
  ({ hall, desk, facilitator, mia } = await openAdoption('vote-change', ['We meet again in May.']));
});
afterAll(async () => {
  desk.clear();
  await hall.close();
});

const command = <Body>(path: string, body: object = {}): Promise<Body> =>
  desk.workshop.facilitator.must<Body>('POST', `${desk.at}/votes${path}`, body);

async function open(set: object = {}): Promise<string> {
  const { voteId } = await command<{ voteId: string }>('', {
    ...{ scope: { kind: 'charter' }, rule: 'consensus', secrecy: 'secret', slotMinutes: 10 },
    quorum: { numerator: 1, denominator: 3 },
    ...set,
  });
  return voteId;
}

/** By which the open vote on a phone is known. */
const sheet = { selector: 'article[aria-labelledby^="vote-"]', attribute: 'aria-labelledby' };

test('VO97 what a facilitator has begun for one vote never goes to the one that took its place meanwhile', async () => {
  const byHand = { withoutPhone: [{ groupId: null, people: 2 }] };
  const first = await open(byHand);
  await facilitator.getByRole('button', { name: 'Enter ballots by hand' }).click();
  const dialog = facilitator.getByRole('dialog');
  await dialog.getByLabel('Agree', { exact: true }).fill('2');
  // The page misses how the first one ends, as on a bad network.
  await hall.loseServer();
  await hall.bringServerBack();
  await command(`/${first}/close`);
  const second = await open(byHand);
  await gone(dialog);
  await shown(facilitator.getByRole('region', { name: 'Open vote' }).getByText('0 of 4 have voted', { exact: true }));
  await command(`/${second}/close`);
});

test('VO101 a ballot that came too late is told beside the next vote, on a phone that saw nothing in between', async () => {
  const first = await open();
  await shown(mia.getByRole('button', { name: 'Send my ballot' }));
  await hall.goOffline(mia);
  await choose(mia, 'Agree');
  await shows(mia, /Not sent yet: no connection/);
  await command(`/${first}/close`);
  const second = await open();
  await hall.goOnline(mia);
  await shows(mia, 'The vote was closed before your ballot arrived. It was not counted.');
  await shows(mia, 'An earlier vote: The whole charter');
  await hall.shoot(mia, 'missed');
  await hall.examine(mia, 'a ballot that came too late, beside the next vote');
  await vote(mia, 'Stand aside');
  await command(`/${second}/close`);
});

test('VO96 a thumb that lands as one vote gives way to the next chooses and sends nothing in it; a double tap lifts no block', async () => {
  const first = await open();
  await mia.getByRole('radio', { name: 'Agree', exact: true }).tap();
  const landed = await landOnNext(mia, sheet, [
    await middle(mia, 'radio', 'Agree'),
    await middle(mia, 'button', 'Send my ballot'),
  ]);
  await command(`/${first}/close`);
  await open();
  await landed();
  expect(await mia.getByRole('radio', { checked: true }).count()).toBe(0);
  await choose(mia, 'Block');
  await shows(mia, 'A block needs a reason.');
  await vote(mia, 'Block', 'The date is wrong.');
  await closeVote(facilitator, '1 of 2 have voted');

  const lift = mia.getByRole('button', { name: 'Lift my block' });
  await lift.scrollIntoViewIfNeeded();
  const place = await middle(mia, 'button', 'Lift my block');
  await lift.tap();
  await mia.evaluate(([x, y]) => (document.elementFromPoint(x, y) as HTMLElement).click(), place);
  await shown(mia.getByRole('button', { name: 'Yes, lift it for good' }));
  expect(await mia.getByText('It is lifted.').count()).toBe(0);
  await mia.getByRole('button', { name: 'Yes, lift it for good' }).tap();
  await shows(mia, 'It is lifted.');
  expect(hall.troubles).toEqual([]);
});
