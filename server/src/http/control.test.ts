import type { Me } from '@board/shared/commands';
import type { Messages } from '@board/shared/commands-stage';
import { type GroupId, groupDocument, type MessageId, newId, type StepId } from '@board/shared/ids';
import { addStep, removeStep, type StepFacts } from '@board/shared/model/agenda';
import { readStrategy } from '@board/shared/model/strategy';
import { addRow } from '@board/shared/model/strategy-edits';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here, view } from '../gathering.fixture.ts';
import { Browser, come, edit } from '../hall.fixture.ts';

eachInItsWorkshop();

const setStage = (stage: string, step?: StepId) =>
  here.facilitator.must('PUT', `${here.at}/stage`, { stage, ...(step ? { step } : {}) });
const opening: StepFacts = {
  day: '2027-03-04',
  start: '09:00',
  end: '09:30',
  title: 'Opening',
  objective: 'We know each other',
  facilitator: 'Ana',
  stage: 'lobby',
};

async function planned(facts: Partial<StepFacts> = {}): Promise<StepId> {
  let id!: StepId;
  await edit(here, 'board', (doc) => {
    id = addStep(doc, { ...opening, ...facts });
  });
  return id;
}

async function say(change: object = {}): Promise<MessageId> {
  const id = newId<MessageId>();
  await here.facilitator.must('POST', `${here.at}/messages`, { id, kind: 'words', to: null, text: 'Lunch', ...change });
  return id;
}

test('SG12 everybody sees the agenda as it is written, and at which step the hall is, over a restart too', async () => {
  const later = await planned({ title: 'Work', start: '10:00', stage: 'group-work' });
  const first = await planned();
  expect((await view()).now).toEqual({ step: null, since: 0 });
  await setStage('group-work', later);
  await hall.restart();
  const { agenda, now, stage } = await view();
  expect(agenda[first]).toEqual({ ...opening, place: 0 });
  expect(agenda[later]).toMatchObject({ title: 'Work', place: 1 });
  expect([now.step, stage]).toEqual([later, 'group-work']);
  expect(Math.abs(now.since - Date.now())).toBeLessThan(60_000);
});

test('SG13 the hall goes to steps that there are; by hand it is at no step', async () => {
  const step = await planned();
  const to = (body: object) => here.facilitator.refusal('PUT', `${here.at}/stage`, body);
  expect(await to({ stage: 'lobby', step: newId<StepId>() })).toBe('404 unknown-step step');
  expect(await to({ stage: 'lobby', step: 'x' })).toBe('400 bad-request step');
  await setStage('lobby', step);
  expect((await view()).now.step).toBe(step);
  await edit(here, 'board', (doc) => removeStep(doc, step));
  expect((await view()).now.step).toBe(step);
  await setStage('plenary');
  expect((await view()).now.step).toBeNull();
});

test('SG2 a stage closes the groups’ tables, and a facilitator opens one of them all the same', async () => {
  const [one, two] = here.groups.map(({ id }) => id) as [GroupId, GroupId];
  const [ana, ben] = [await come(here, 'Ana', { groupId: one }), await come(here, 'Ben', { groupId: two })];
  const writes = async (who: Browser) => (await who.must<Me>('GET', `${here.at}/me`)).may.write;
  await setStage('charter-preparation');
  expect([await writes(ana), await writes(ben)]).toEqual([[], []]);
  const open = (value: boolean | null) => here.facilitator.must('PATCH', `${here.at}/groups/${one}`, { open: value });
  await open(true);
  expect([await writes(ana), await writes(ben)]).toEqual([[groupDocument(one)], []]);
  await setStage('charter-adoption');
  expect(await writes(ana)).toEqual([groupDocument(one)]);
  await open(null);
  expect(await writes(ana)).toEqual([]);
  await setStage('group-work');
  expect([await writes(ana), await writes(ben)]).toEqual([[groupDocument(one)], [groupDocument(two)]]);
});

test('SG3 votes are opened in their stage only', async () => {
  const vote = {
    scope: { kind: 'charter' },
    rule: 'consensus',
    quorum: { numerator: 1, denominator: 2 },
    secrecy: 'secret',
  };
  expect(await here.facilitator.refusal('POST', `${here.at}/votes`, vote)).toBe('403 stage-closes-votes');
  await setStage('charter-adoption');
  expect(await here.facilitator.refusal('POST', `${here.at}/votes`, vote)).toBe('409 nothing-to-vote-on');
});

test('SG20 a timer runs by the server’s clock, for so long or until a moment, and is the same for all', async () => {
  const set = (body: object) => here.facilitator.must('PUT', `${here.at}/timer`, body);
  const before = Date.now();
  await set({ seconds: 25 * 60 });
  const { timer } = await view();
  expect(timer!.startedAt).toBeGreaterThanOrEqual(before - 1);
  expect(timer!.endsAt - timer!.startedAt).toBe(25 * 60_000);
  const until = Date.now() + 3 * 3_600_000;
  await set({ until });
  expect((await view()).timer).toMatchObject({ endsAt: until });
  await hall.restart();
  expect((await view()).timer).toMatchObject({ endsAt: until });
});

test('SG21 minutes are given and taken while it runs, also by two at once, and it is stopped', async () => {
  const url = `${here.at}/timer`;
  await here.facilitator.must('PUT', url, { seconds: 600 });
  const { endsAt } = (await view()).timer!;
  await Promise.all([300, 60, -120].map((add) => here.facilitator.must('PUT', url, { add })));
  expect((await view()).timer!.endsAt).toBe(endsAt + 240_000);
  expect(await here.facilitator.refusal('PUT', url, { add: -3600 })).toBe('409 time-passed');
  await here.facilitator.must('DELETE', url);
  expect((await view()).timer).toBeNull();
  expect((await here.facilitator.call('DELETE', url)).status).toBe(204);
  expect(await here.facilitator.refusal('PUT', url, { add: 60 })).toBe('409 no-timer');
});

test('SG22 a timer that cannot be meant, and one from somebody else, changes nothing', async () => {
  const url = `${here.at}/timer`;
  const ana = await come(here, 'Ana', { groupId: here.groups[0]!.id });
  const refusals: [object, string][] = [
    [{ until: Date.now() - 1000 }, '409 time-passed'],
    [{ until: Date.now() + (limits.timerSeconds + 60) * 1000 }, '400 bad-request until'],
    [{ seconds: 0 }, '400 bad-request'],
    [{ seconds: 1, until: 5 }, '400 bad-request'],
    [{ seconds: limits.timerSeconds + 1 }, '400 bad-request'],
    [{}, '400 bad-request'],
  ];
  for (const [body, expected] of refusals) {
    expect(await here.facilitator.refusal('PUT', url, body), JSON.stringify(body)).toMatch(`${expected}`);
  }
  expect(await ana.refusal('PUT', url, { seconds: 60 })).toBe('403 facilitator-only');
  expect(await ana.refusal('DELETE', url)).toBe('403 facilitator-only');
  expect(await new Browser(hall).refusal('PUT', url, { seconds: 60 })).toBe('401 not-joined');
  expect((await view()).timer).toBeNull();
});

test('SG23 going to another stage or step stops the timer', async () => {
  const step = await planned();
  await here.facilitator.must('PUT', `${here.at}/timer`, { seconds: 600 });
  await setStage('lobby');
  expect((await view()).timer).not.toBeNull();
  await setStage('lobby', step);
  expect((await view()).timer).toBeNull();
});

test('SG30 a message to all is in the live view; sent again it is the same; taken back it is gone', async () => {
  const id = await say({ text: ' Lunch is at half past twelve ' });
  const { messages } = await view();
  expect(messages[id]).toMatchObject({ id, kind: 'words', to: null, text: 'Lunch is at half past twelve' });
  const again = { id, kind: 'words', to: null, text: 'Another' };
  expect((await here.facilitator.call('POST', `${here.at}/messages`, again)).status).toBe(204);
  expect((await view()).messages[id]!.text).toBe('Lunch is at half past twelve');
  await here.facilitator.must('DELETE', `${here.at}/messages/${id}`);
  await hall.restart();
  expect((await view()).messages).toEqual({});
  expect(await here.facilitator.refusal('DELETE', `${here.at}/messages/${id}`)).toBe('404 unknown-message');
  expect(await here.facilitator.refusal('DELETE', `${here.at}/messages/x`)).toBe('404 unknown-message');
});

test('SG31 messages have words, a length and a known group, come from facilitators, and only the last few are kept', async () => {
  const ana = await come(here, 'Ana', { groupId: here.groups[0]!.id });
  const message = { id: newId<MessageId>(), kind: 'words', to: null, text: 'Lunch' };
  const refused = (change: object) =>
    here.facilitator.refusal('POST', `${here.at}/messages`, { ...message, ...change });
  expect(await refused({ text: '  ' })).toBe('400 bad-request text');
  expect(await refused({ text: 'a'.repeat(limits.messageText + 1) })).toBe('400 bad-request text');
  expect(await refused({ to: newId<GroupId>() })).toBe('404 unknown-group to');
  expect(await refused({ kind: 'call', to: here.groups[0]!.id })).toBe('400 bad-request to');
  expect(await refused({ kind: 'shout' })).toBe('400 bad-request kind');
  expect(await ana.refusal('POST', `${here.at}/messages`, message)).toBe('403 facilitator-only');
  expect((await view()).messages).toEqual({});
  const ids: MessageId[] = [];
  for (let count = 0; count < limits.messages + 2; count++) ids.push(await say({ text: `${count}` }));
  expect(Object.keys((await view()).messages)).toEqual(ids.slice(2));
});

test('SG32 a message to one group is read by that group and the facilitators, and nobody else is told a word of it', async () => {
  const [one, two] = here.groups.map(({ id }) => id) as [GroupId, GroupId];
  const [ana, ben] = [await come(here, 'Ana', { groupId: one }), await come(here, 'Ben', { groupId: two })];
  const [guest, screen] = [
    await come(here, 'Guest', { role: 'observer' }),
    await come(here, 'Hall', { role: 'screen' }),
  ];
  await say({ text: 'For everybody' });
  const id = await say({ to: one, text: 'Only for you' });
  const texts = async (who: Browser) =>
    (await who.must<Messages>('GET', `${here.at}/messages`)).messages.map(({ text }) => text);
  expect(await texts(ana)).toEqual(['For everybody', 'Only for you']);
  expect(await texts(here.facilitator)).toEqual(['For everybody', 'Only for you']);
  for (const other of [ben, guest, screen]) expect(await texts(other)).toEqual(['For everybody']);
  expect(JSON.stringify(await view())).not.toContain('Only for you');
  expect((await view()).messages[id]).toMatchObject({ to: one, text: null });
  await ben.must('PATCH', `${here.at}/me`, { groupId: one });
  expect(await texts(ben)).toContain('Only for you');
  expect(await new Browser(hall).refusal('GET', `${here.at}/messages`)).toBe('401 not-joined');
});

test('SG33 everybody is called to the plenary, with words or without', async () => {
  const id = await say({ kind: 'call', text: '' });
  expect((await view()).messages[id]).toMatchObject({ kind: 'call', to: null, text: '' });
});

test('SG34 in a closed workshop nothing is timed and nothing is said', async () => {
  await here.facilitator.must('PUT', `${here.at}/timer`, { seconds: 60 });
  await setStage('closed');
  expect((await view()).timer).toBeNull();
  expect(await here.facilitator.refusal('PUT', `${here.at}/timer`, { seconds: 60 })).toBe('403 workshop-closed');
  const message = { id: newId<MessageId>(), kind: 'words', to: null, text: 'Bye' };
  expect(await here.facilitator.refusal('POST', `${here.at}/messages`, message)).toBe('403 workshop-closed');
});

test('SG35 what cannot be stored has not happened, and says so', async () => {
  hall.faults.log = true;
  try {
    const message = { id: newId<MessageId>(), kind: 'words', to: null, text: 'Lost' };
    expect(await here.facilitator.refusal('POST', `${here.at}/messages`, message)).toBe('503 not-stored');
    expect(await here.facilitator.refusal('PUT', `${here.at}/timer`, { seconds: 60 })).toBe('503 not-stored');
  } finally {
    hall.faults.log = false;
  }
  const { timer, messages } = await view();
  expect([timer, messages]).toEqual([null, {}]);
});

test('SG40 who is moved to another group writes there and no more where they were; their work stays', async () => {
  const [one, two] = here.groups.map(({ id }) => id) as [GroupId, GroupId];
  const ana = await come(here, 'Ana', { groupId: one });
  await edit(here, groupDocument(one), (doc) => void addRow(doc, null));
  await here.facilitator.must('PATCH', `${here.at}/people/${ana.personId}`, { groupId: two });
  const me = await ana.must<Me>('GET', `${here.at}/me`);
  expect([me.groupId, me.may.write]).toEqual([two, [groupDocument(two)]]);
  const workshop = await hall.workshop(here.workshopId);
  expect(await workshop.rooms.read(groupDocument(one), (doc) => readStrategy(doc).length)).toBe(1);
  const { groups } = await view();
  expect([groups[one]!.members, groups[two]!.members]).toEqual([0, 1]);
});

test('SG41 a group that comes late is joined by the same link, is seen everywhere, and can be opened in a stage that closes tables', async () => {
  await setStage('charter-preparation');
  const { id } = await here.facilitator.must<{ id: GroupId }>('POST', `${here.at}/groups`, { name: 'Late' });
  const found = await new Browser(hall).must<{ groups: { id: GroupId; name: string }[] }>(
    'GET',
    `/api/codes/${here.joinCode}`,
  );
  expect(found.groups.at(-1)).toEqual({ id, name: 'Late' });
  const late = await come(here, 'Late one', { groupId: id });
  expect((await view()).groups[id]).toMatchObject({ name: 'Late', place: 2, members: 1, open: null });
  expect((await late.must<Me>('GET', `${here.at}/me`)).may.write).toEqual([]);
  await here.facilitator.must('PATCH', `${here.at}/groups/${id}`, { open: true });
  expect((await late.must<Me>('GET', `${here.at}/me`)).may.write).toEqual([groupDocument(id)]);
  await edit(here, groupDocument(id), (doc) => void addRow(doc, null));
  expect((await view()).groups[id]!.progress.rows).toBe(1);
});
