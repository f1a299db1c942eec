import type { JoinCodeRenewed, PersonListed } from '@board/shared/commands';
import { fingerprint } from '@board/shared/consensus/fingerprint';
import { type AmendmentId, newId, type PersonId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here } from '../gathering.fixture.ts';
import { Browser, come } from '../hall.fixture.ts';
import type { Decision } from '../workshop/decisions.ts';

eachInItsWorkshop();

async function append(author: PersonId, decisions: readonly Decision[]): Promise<void> {
  const workshop = await hall.workshop(here.workshopId);
  const entries = decisions.map((decision) => ({ author, body: { kind: 'decision', decision } }) as const);
  await workshop.append(null, () => {}, entries);
}

/** As if somebody had proposed other words for the closing so often, each in the place of the one before. */
function replaced(author: PersonId, times: number): Promise<void> {
  const decisions = Array.from({ length: times }, (): Decision[] => {
    const amendmentId = newId<AmendmentId>();
    return [
      { type: 'amendment-proposed', amendmentId, place: 'closing', before: '', text: 'More' },
      { type: 'amendment-withdrawn', amendmentId },
    ];
  });
  return append(author, decisions.flat());
}

function renamed(personId: PersonId, times: number): Promise<void> {
  const facts = { personId, name: 'Other', organisation: '', groupId: null };
  return append(personId, Array<Decision>(times).fill({ type: 'person-changed', ...facts }));
}

const propose = (who: Browser, text: string): Promise<string> =>
  who.refusal('POST', `${here.at}/amendments`, { id: newId(), place: 'closing', fingerprint: fingerprint(''), text });
const mayGoOn = '204 without a refusal';

async function named(): Promise<string[]> {
  const people = await here.facilitator.must<PersonListed[]>('GET', `${here.at}/people`);
  const filled = people.filter(({ hasFilled }) => hasFilled);
  expect(people.slice(0, filled.length)).toEqual(filled);
  return filled.map(({ name }) => name);
}

test('DO105 DO106 Who has proposed a handful of times goes on when others have used up what may be withdrawn; the list of people names them, and only then', async () => {
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'charter-preparation' });
  const ana = await come(here, 'Ana');
  for (const text of ['One', 'Two', 'Three', 'Four']) expect(await propose(ana, text)).toBe(mayGoOn);
  const crowd = await Promise.all(['Eve 1', 'Eve 2'].map((name) => come(here, name)));
  await replaced(crowd[0]!.personId, limits.withdrawnAmendments / 2);
  expect(await named()).toEqual([]);
  await replaced(crowd[1]!.personId, limits.withdrawnAmendments / 2);
  expect(await propose(ana, 'Five')).toBe(mayGoOn);
  expect(await named()).toEqual(['Eve 1', 'Eve 2']);
  for (const { personId } of crowd) await here.facilitator.must('DELETE', `${here.at}/people/${personId}`);
  expect(await named()).toEqual([]);
});

test('DO106 Who has changed names or groups without end is named when nobody else may any more', async () => {
  const ana = await come(here, 'Ana');
  const eve = await come(here, 'Eve');
  await renamed(ana.personId, limits.fewActs);
  await renamed(eve.personId, limits.acts);
  expect(await ana.refusal('PATCH', `${here.at}/me`, { name: 'Anna' })).toBe('403 list-full changes');
  expect(await named()).toEqual(['Other']);
});

test('DO107 Who must join again comes back under any name, however much all others have decided', async () => {
  const ana = await come(here, 'Ana');
  await renamed(ana.personId, limits.fewActs);
  const { joinCode: code } = await here.facilitator.must<JoinCodeRenewed>('POST', `${here.at}/join-code`, {
    endSessions: true,
  });
  const eve = new Browser(hall);
  const { personId } = await eve.must<{ personId: PersonId }>('POST', `${here.at}/people`, { code, name: 'Eve' });
  await renamed(personId, limits.acts);
  expect(await ana.refusal('POST', `${here.at}/people`, { code, name: 'Ana Maria' })).toBe('200 without a refusal');
});
