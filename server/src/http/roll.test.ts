import { coverNewPaper } from '@board/shared/consensus/paper';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, here, view } from '../gathering.fixture.ts';
import { come, openVote, voteSecretly } from '../hall.fixture.ts';
import { close, onItem, twoItems } from './votes.fixture.ts';

eachInItsWorkshop(twoItems);

const groupId = (place: number) => here.groups[place]!.id;

test('VO61 The roll has who is here, by group and organisation; whoever is absent is taken off with a note', async () => {
  const one = { groupId: groupId(0) };
  const ana = await come(here, 'Ana', one);
  const ben = await come(here, 'Ben', { groupId: groupId(1) });
  const cai = await come(here, 'Cai', one);
  await come(here, 'Dan');
  await ana.must('PATCH', `${here.at}/me`, { organisation: 'Rights Now' });
  await cai.must('PATCH', `${here.at}/me`, { organisation: ' rights  now' });
  await come(here, 'Eve', { role: 'observer' });
  await come(here, 'Hall', { role: 'screen' });
  const absent = { people: [ben.personId], note: 'left at noon' };
  const vote = await openVote(here, { absent });
  expect((await view()).votes[vote]).toMatchObject({
    rollSize: 3,
    roll: {
      groups: [
        { groupId: groupId(0), name: 'Fair trial', people: 2, byHand: 0 },
        { groupId: null, name: '', people: 1, byHand: 0 },
      ],
      organisations: 1,
      absent: 1,
      note: 'left at noon',
    },
  });
  const { covered } = coverNewPaper();
  expect(await ben.refusal('POST', `${here.at}/votes/${vote}/papers`, { covered })).toBe('403 not-on-roll');
  await voteSecretly(ana, here.at, vote, 'agree');
  expect((await close(vote)).turnout).toBe(1);
});

test('VO61 Nobody is taken off without a word, and only members are on the roll in the first place', async () => {
  const ana = await come(here, 'Ana');
  const watcher = await come(here, 'Eve', { role: 'observer' });
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'charter-adoption' });
  const refusal = (set: object) =>
    here.facilitator.refusal('POST', `${here.at}/votes`, {
      ...{ ...onItem(), rule: 'consensus', quorum: { numerator: 1, denominator: 2 }, secrecy: 'secret' },
      ...set,
    });
  expect(await refusal({ absent: { people: [ana.personId], note: ' ' } })).toMatch(/^400 bad-request absent/);
  expect(await refusal({ absent: { people: [watcher.personId], note: 'x' } })).toBe('404 unknown-person');
  expect(await refusal({ byHand: [watcher.personId] })).toBe('404 unknown-person');
  const both = { absent: { people: [ana.personId], note: 'x' }, byHand: [ana.personId] };
  expect(await refusal(both)).toBe('400 bad-request byHand');
  expect(await refusal({ withoutPhone: [{ groupId: 'a'.repeat(12), people: 1 }] })).toBe(
    '404 unknown-group withoutPhone',
  );
  const twice = { groupId: null, people: 1 };
  expect(await refusal({ withoutPhone: [twice, twice] })).toBe('400 bad-request withoutPhone');
  expect(Object.keys((await view()).votes)).toEqual([]);
});
