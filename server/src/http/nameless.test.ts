import { coverNewPaper } from '@board/shared/consensus/paper';
import { newId } from '@board/shared/ids';
import { inFeedbackOrder } from '@board/shared/presentation';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import { hall, here, view } from '../gathering.fixture.ts';
import { Browser, come } from '../hall.fixture.ts';
import {
  begin,
  eachWithTwoGroups,
  end,
  feedbackAt,
  first,
  guest,
  heard,
  mark,
  newSlips,
  passTenSeconds,
  say,
  sayNameless,
  second,
  slipsFor,
} from './presentations.fixture.ts';

eachWithTwoGroups();

const texts = async (): Promise<string[]> => Object.values((await view()).feedback).map(({ text }) => text);

test('PR20 Of nameless feedback the session is not looked at, and it carries no name', async () => {
  const gus = await guest();
  const id = await begin(first, 'nameless');
  const [one, two] = await slipsFor(gus, id);
  await sayNameless(id, one!, 'Talk to the press.');
  const other = await come(here, 'Mia', { groupId: first });
  await other.must('POST', feedbackAt(id), { ...two, kind: 'support', text: 'Thank you', row: null });
  passTenSeconds();
  const shown = Object.values((await view()).feedback);
  expect(shown.map(({ text, name }) => [text, name]).sort()).toEqual([
    ['Talk to the press.', ''],
    ['Thank you', ''],
  ]);
  expect(hall.journalLines.join()).not.toContain(id);
});

test('PR20 Slips are for those who may say something to the group, five for each person', async () => {
  const id = await begin(first, 'nameless');
  const path = `${here.at}/presentations/${id}/slips`;
  const covered = () => ({ covered: newSlips().map((slip) => slip.covered) });
  const mate = await come(here, 'Mia', { groupId: first });
  const watcher = await come(here, 'Wim', { role: 'observer' });
  expect(await mate.refusal('POST', path, covered())).toBe('403 own-presentation');
  expect(await watcher.refusal('POST', path, covered())).toBe('403 observer-only-reads');
  expect(await new Browser(hall).refusal('POST', path, covered())).toBe('401 not-joined');
  const gus = await guest();
  const six = { covered: [...covered().covered, coverNewPaper().covered] };
  expect(await gus.refusal('POST', path, six)).toMatch(/^400 bad-request/);
  const noPoint = { covered: Array.from({ length: limits.feedbackPerPerson }, () => 'f'.repeat(64)) };
  expect(await gus.refusal('POST', path, noPoint)).toBe('400 bad-request covered');
});

test('PR21 The same slips give the same stamps, also after a restart; other slips of the same person are refused', async () => {
  const gus = await guest();
  const id = await begin(first, 'nameless');
  const slips = newSlips();
  const stamped = await slipsFor(gus, id, slips);
  await hall.restart();
  expect(await slipsFor(gus, id, slips)).toEqual(stamped);
  const others = { covered: newSlips().map((slip) => slip.covered) };
  expect(await gus.refusal('POST', `${here.at}/presentations/${id}/slips`, others)).toBe('409 slips-elsewhere');
});

test('PR21 A slip says one thing: sent again it is there once, anything else on it is refused, and so is a slip of another presentation', async () => {
  const gus = await guest();
  const id = await begin(first, 'nameless');
  const [slip] = await slipsFor(gus, id);
  await Promise.all([sayNameless(id, slip!, 'Once'), sayNameless(id, slip!, 'Once')]);
  const stranger = new Browser(hall);
  const said = { kind: 'suggestion', text: 'Twice', row: null };
  expect(await stranger.refusal('POST', feedbackAt(id), { ...slip, ...said })).toBe('403 slip-not-valid');
  const forged = { ...slip, paper: 'a'.repeat(64) };
  expect(await stranger.refusal('POST', feedbackAt(id), { ...forged, ...said })).toBe('403 slip-not-valid');
  passTenSeconds();
  expect(await texts()).toEqual(['Once']);
  await end(id);
  const next = await begin(first, 'nameless');
  expect(await stranger.refusal('POST', feedbackAt(next), { ...slip, ...said })).toBe('403 slip-not-valid');
});

test('PR22 What was said within the same ten seconds is shown at the same moment, in an order that tells nothing', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, (_, index) => guest(`Guest ${index}`)));
  const id = await begin(first, 'nameless');
  for (const [index, person] of people.entries()) await sayNameless(id, (await slipsFor(person, id))[0]!, `${index}`);
  expect(await texts()).toEqual([]);
  expect((await heard()).length).toBe(0);
  passTenSeconds();
  const { feedback } = await view();
  expect(new Set(Object.values(feedback).map(({ order }) => order)).size).toBe(1);
  expect(Object.keys(feedback)).toEqual(Object.keys(feedback).sort());
  expect((await heard()).map((piece) => piece.id)).toEqual(Object.keys(feedback));
  await sayNameless(id, (await slipsFor(await guest('Late'), id))[0]!, 'late');
  passTenSeconds();
  expect((await texts()).at(-1)).toBe('late');
});

test('PR22 What is said by name and without stands in the order in which it is shown, however the form has changed meanwhile', async () => {
  const gus = await guest();
  const id = await begin(first, 'nameless');
  const slips = await slipsFor(gus, id);
  const turnTo = (feedback: string) => here.facilitator.must('PATCH', `${here.at}/presentations/${id}`, { feedback });
  for (const [index, slip] of slips.slice(0, 2).entries()) {
    await sayNameless(id, slip, `nameless ${index}`);
    passTenSeconds();
  }
  await turnTo('named');
  await say(gus, id, 'named 0');
  await say(gus, id, 'named 1');
  await turnTo('nameless');
  await sayNameless(id, slips[2]!, 'nameless 2');
  passTenSeconds();
  const inOrder = inFeedbackOrder((await view()).feedback).map(({ feedback: { text } }) => text);
  expect(inOrder).toEqual(['nameless 0', 'nameless 1', 'named 0', 'named 1', 'nameless 2']);
});

test('PR8 Nameless feedback is marked while the group presents, and keeps its marks after', async () => {
  const gus = await guest();
  const id = await begin(first, 'nameless');
  const [one, two] = await slipsFor(gus, id);
  await sayNameless(id, one!, 'Loud');
  await sayNameless(id, two!, 'Rude');
  passTenSeconds();
  const [loud, rude] = (await heard()).sort((a, b) => (a.text < b.text ? -1 : 1));
  await mark(loud!.id, { starred: true });
  await mark(rude!.id, { hidden: true });
  expect(await texts()).toEqual(['Loud']);
  await hall.restart();
  expect(await texts()).toEqual(['Loud']);
  const before = (await view()).feedbackCounts[first];
  await end(id);
  expect((await view()).feedbackCounts[first]).toEqual(before);
  const marks = (await heard()).map(({ text, starred, hidden }) => [text, starred, hidden]).sort();
  expect(marks).toEqual([
    ['Loud', true, false],
    ['Rude', false, true],
  ]);
});

test('PR27 Nameless feedback that cannot be stored is not there, and its slip can be sent again', async () => {
  const gus = await guest();
  const id = await begin(first, 'nameless');
  const [slip] = await slipsFor(gus, id);
  const said = { ...slip, kind: 'question', text: 'Who pays?', row: null };
  hall.faults.sheets = true;
  expect(await new Browser(hall).refusal('POST', feedbackAt(id), said)).toBe('503 not-stored');
  const other = { covered: newSlips().map(({ covered }) => covered) };
  const path = `${here.at}/presentations/${id}/slips`;
  expect(await (await guest('Gil')).refusal('POST', path, other)).toBe('503 not-stored');
  expect(await here.facilitator.refusal('POST', `${here.at}/presentations`, { groupId: second, feedback: 'off' })).toBe(
    '503 not-stored',
  );
  hall.faults.sheets = false;
  passTenSeconds();
  expect(await texts()).toEqual([]);
  await new Browser(hall).must('POST', feedbackAt(id), said);
  passTenSeconds();
  expect(await texts()).toEqual(['Who pays?']);
  expect(await new Browser(hall).refusal('POST', feedbackAt(newId()), said)).toBe('404 unknown-presentation');
});
