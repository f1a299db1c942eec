import type { CharterCopy, CopyLink, CopyLinks } from '@board/shared/commands-charter';
import { type CharterItemId, newSecret } from '@board/shared/ids';
import { addItem } from '@board/shared/model/charter';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here } from '../gathering.fixture.ts';
import { Browser, come, edit, openVote, voteSecretly } from '../hall.fixture.ts';
import { close } from './votes.fixture.ts';

let items: CharterItemId[];
eachInItsWorkshop(() =>
  edit(here, 'charter', (doc) => {
    items = [addItem(doc, 'We meet again in May.'), addItem(doc, 'We publish the report.')];
  }),
);

const copies = () => `${here.at}/charter/copies`;
const make = (label = '') => here.facilitator.must<CopyLink>('POST', copies(), { label });
const open = (key: string) => new Browser(hall).must<CharterCopy>('POST', `${here.at}/charter/copy`, { key });
const refused = (key: string) => new Browser(hall).refusal('POST', `${here.at}/charter/copy`, { key });

/** One item after the other by name, the first in two rounds; then the whole is adopted. */
async function adopt(): Promise<void> {
  const [ana, ben] = [await come(here, 'Ana Sok'), await come(here, 'Ben Tan')];
  await ana.must('PATCH', `${here.at}/me`, { organisation: 'Rights Now' });
  await ben.must('PATCH', `${here.at}/me`, { organisation: 'Clean Water' });
  const away = await come(here, 'Dan Lim');
  const absent = { people: [away.personId], note: 'Dan is ill' };
  const round = async (itemId: CharterItemId, says: object, secrecy: 'open' | 'secret' = 'open'): Promise<void> => {
    const vote = await openVote(here, { scope: { kind: 'item', itemId }, secrecy, absent });
    if (secrecy === 'secret') await voteSecretly(ana, here.at, vote, 'stand-aside', 'Ours is another way.');
    else await ana.must('POST', `${here.at}/votes/${vote}/ballots`, says);
    if (secrecy === 'secret') await voteSecretly(ben, here.at, vote, 'agree');
    else await ben.must('POST', `${here.at}/votes/${vote}/ballots`, { position: 'reservation', reason: 'With care.' });
    await close(vote);
  };
  await round(items[0]!, { position: 'block', reason: 'Never in May.' });
  await round(items[0]!, { position: 'stand-aside', reason: 'It is the rainy season.' });
  await round(items[1]!, {}, 'secret');
  await here.facilitator.must('POST', `${here.at}/charter/adopt`, {});
}

test('CH40 A link opens the adopted charter and how it was adopted, for somebody who has joined nothing, also after a restart and when the workshop is closed', async () => {
  await adopt();
  const { key } = await make('The ministry');
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'closed' });
  await hall.restart();
  const { workshop, record } = await open(key);
  expect(workshop).toMatchObject({ demonstration: false });
  expect(record.items.map(({ text }) => text)).toEqual(['We meet again in May.', 'We publish the report.']);
  expect(record.votes.map(({ result }) => result!.tally.agree)).toEqual([0, 1]);
  expect(record.votes.map(({ result }) => result!.remarks)).toEqual([
    [{ position: 'stand-aside', text: 'It is the rainy season.' }],
    [{ position: 'stand-aside', text: 'Ours is another way.' }],
  ]);
});

test('CH41 What a link opens holds nobody’s name and organisation, no note on who was absent, no other remark and no earlier round', async () => {
  await adopt();
  const text = JSON.stringify(await open((await make()).key));
  for (const word of ['Ana', 'Ben', 'Dan', 'ill', 'Rights Now', 'Clean Water', 'Never', 'With care', 'named'])
    expect(text).not.toContain(word);
});

test('CH42 Links are made, listed and revoked by facilitators only, once the charter is adopted, and only so many', async () => {
  expect(await here.facilitator.refusal('POST', copies(), { label: '' })).toBe('409 charter-not-adopted');
  await adopt();
  const member = await come(here, 'Mia');
  expect(await member.refusal('POST', copies(), { label: '' })).toBe('403 facilitator-only');
  expect(await member.refusal('GET', copies())).toBe('403 facilitator-only');
  const one = await make('The ministry');
  const other = await make();
  const listed = async () => (await here.facilitator.must<CopyLinks>('GET', copies())).copies;
  expect(await listed()).toEqual([one, other]);
  expect(one).toMatchObject({ label: 'The ministry' });
  expect(one.key).not.toBe(other.key);
  expect(await member.refusal('DELETE', `${copies()}/${one.id}`)).toBe('403 facilitator-only');
  await here.facilitator.must('DELETE', `${copies()}/${one.id}`);
  expect(await here.facilitator.refusal('DELETE', `${copies()}/${one.id}`)).toBe('404 unknown-copy');
  expect(await listed()).toEqual([other]);
  expect(await refused(one.key)).toBe('404 unknown-copy');
  await hall.restart();
  expect(await refused(one.key)).toBe('404 unknown-copy');
  await open(other.key);
  for (let made = 1; made < 20; made++) await make();
  expect(await here.facilitator.refusal('POST', copies(), { label: '' })).toBe('413 too-large copies');
});

test('CH42 Without a link the adopted charter opens for nobody, and a revoked code that many try keeps nobody from joining', async () => {
  await adopt();
  const { id, key } = await make();
  await here.facilitator.must('DELETE', `${copies()}/${id}`);
  for (let attempt = 0; attempt < 120; attempt++) expect(await refused(key)).toBe('404 unknown-copy');
  for (const guess of ['', newSecret(), key.slice(1), `${key}x`]) expect(await refused(guess)).toBe('404 unknown-copy');
  expect(await new Browser(hall).refusal('POST', `${here.at}/charter/copy`, {})).toBe('400 bad-request key');
  await come(here, 'Late');
});

test('CH50 A link’s copy says how many items the charter was adopted without, and none of their words', async () => {
  const ana = await come(here, 'Ana');
  for (const [place, position] of ['agree', 'block'].entries()) {
    const vote = await openVote(here, { scope: { kind: 'item', itemId: items[place]! }, secrecy: 'open' });
    await ana.must('POST', `${here.at}/votes/${vote}/ballots`, { position, reason: 'So it is.' });
    await close(vote);
  }
  await here.facilitator.must('POST', `${here.at}/charter/adopt`, { leaveOut: [items[1]] });
  const copy = await open((await make()).key);
  expect(copy.leftOut).toBe(1);
  expect(copy.record).not.toHaveProperty('leftOut');
  expect(JSON.stringify(copy)).not.toContain('We publish the report.');
});
