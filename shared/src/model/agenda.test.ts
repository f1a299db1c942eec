import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { isId, newId, type StepId } from '../ids.ts';
import { limits } from '../protocol/limits.ts';
import {
  addPreset,
  addStep,
  changeStep,
  dayAfter,
  isClock,
  isDay,
  readAgenda,
  removeStep,
  type StepFacts,
} from './agenda.ts';

const facts = (change: Partial<StepFacts> = {}): StepFacts => ({
  day: '2027-03-04',
  start: '09:00',
  end: '10:00',
  title: 'Opening',
  objective: 'We know why we are here',
  facilitator: 'Ana',
  stage: 'lobby',
  ...change,
});
const titles = (doc: Y.Doc) => readAgenda(doc).map(({ title }) => title);

test('SG10 the agenda stands in the order of its days and times, whatever the order in which it was written', () => {
  const doc = new Y.Doc();
  addPreset(doc, [
    facts({ title: 'third', day: '2027-03-05', start: '08:00' }),
    facts({ title: 'without a day', day: '', start: '' }),
    facts({ title: 'second', start: '11:00' }),
    facts({ title: 'second and a half', start: '' }),
    facts({ title: 'first' }),
    facts({ title: 'first too' }),
  ]);
  expect(titles(doc)).toEqual(['first', 'first too', 'second', 'second and a half', 'third', 'without a day']);
});

test('SG10 a step is changed by what differs, and a step that was removed is not brought back by a change', () => {
  const doc = new Y.Doc();
  const id = addStep(doc, facts());
  let updates = 0;
  doc.on('update', () => {
    updates += 1;
  });
  changeStep(doc, id, facts());
  expect(updates).toBe(0);
  changeStep(doc, id, { title: 'Welcome', stage: 'plenary' });
  expect(updates).toBe(1);
  expect(readAgenda(doc)).toMatchObject([{ id, title: 'Welcome', stage: 'plenary', start: '09:00' }]);
  removeStep(doc, id);
  changeStep(doc, id, { title: 'Back?' });
  expect(readAgenda(doc)).toEqual([]);
});

test('SG11 an agenda of foreign shape reads as what can be read', () => {
  const doc = new Y.Doc();
  const agenda = doc.getMap('agenda');
  agenda.set('x', 'text');
  agenda.set(newId<StepId>(), new Y.Map(Object.entries({ day: '2027-02-30', start: '25:00', end: 7, stage: 'lunch' })));
  agenda.set(newId<StepId>(), new Y.Map([['title', 'a'.repeat(10_000)]]));
  const steps = readAgenda(doc);
  expect(steps).toHaveLength(2);
  for (const { day, start, end, stage } of steps) expect([day, start, end, stage]).toEqual(['', '', '', 'group-work']);
  expect(Math.max(...steps.map(({ title }) => title.length))).toBe(limits.shortText);
  addPreset(
    doc,
    Array.from({ length: limits.agendaSteps + 5 }, () => facts()),
  );
  expect(readAgenda(doc)).toHaveLength(limits.agendaSteps);
});

test('SG11 days and times are those of a calendar and a clock', () => {
  expect(['2027-02-28', '2028-02-29', '2027-02-29', '2027-13-01', '27-01-01', ''].map(isDay)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(['00:00', '23:59', '24:00', '9:00', '09:60'].map(isClock)).toEqual([true, true, false, false, false]);
  expect([dayAfter('2027-02-28', 1), dayAfter('2026-12-31', 2), dayAfter('', 1)]).toEqual([
    '2027-03-01',
    '2027-01-02',
    '',
  ]);
});

test('SG52 a preset that two take at once is on the agenda once, as one of both has it, and what is changed in it stays', () => {
  const docs = [new Y.Doc(), new Y.Doc()] as const;
  const preset = (day: string) => ['Arriving', 'Choosing', 'Farewell'].map((title) => facts({ title, day }));
  addPreset(docs[0], preset('2027-03-04'));
  addPreset(docs[1], preset('2027-03-05'));
  for (const [to, from] of [docs, [docs[1], docs[0]] as const]) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
  const [one, other] = docs.map((doc) => readAgenda(doc));
  expect(one).toEqual(other);
  expect(one!.map(({ title }) => title)).toEqual(['Arriving', 'Choosing', 'Farewell']);
  expect(new Set(one!.map(({ day }) => day)).size).toBe(1);
  expect(one!.every(({ id }) => isId(id))).toBe(true);
  removeStep(docs[0], one![1]!.id);
  changeStep(docs[0], one![0]!.id, { title: 'Arriving and tea' });
  expect(titles(docs[0])).toEqual(['Arriving and tea', 'Farewell']);
});
