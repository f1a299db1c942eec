import type { Stage } from '@board/shared/stages';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkshop, join, type Workshop } from '../support/people.ts';
import { Hall } from './support/hall.ts';
import { shown, shows } from './support/looking.ts';
import { seat } from './support/seat.ts';

/** A group presents to others while they still work, and in the plenary. */
let hall: Hall;
let workshop: Workshop;

beforeAll(async () => {
  hall = await Hall.open('presenting-stage');
  workshop = await createWorkshop(hall.server.address, 'Rights', ['Labour', 'Health']);
});
afterAll(() => hall.close());

test('SG43 where the stage closes feedback a group presents, and no page asks the hall for a word', async () => {
  const at = `/api/workshops/${workshop.workshopId}`;
  const page = (path: string) => `${hall.address}/w/${workshop.workshopId}${path}`;
  const goTo = (stage: Stage) => workshop.facilitator.must('PUT', `${at}/stage`, { stage });
  const [labour, health] = workshop.groups;
  await goTo('group-work');
  await workshop.facilitator.must('POST', `${at}/presentations`, { groupId: labour!.id, feedback: 'named' });
  const gus = await seat(hall, 'Gus', (await join(workshop, 'Gus', { groupId: health!.id })).caller, 'phone');
  const wall = await seat(hall, 'wall', (await join(workshop, 'Wall', { role: 'screen' })).caller, 'projector');
  await Promise.all([gus.goto(page('/presenting')), wall.goto(page('/plenary'))]);
  await shows(gus, 'Feedback opens in the plenary.');
  expect(await gus.getByLabel('Your words').count()).toBe(0);
  await shows(wall, 'No priorities marked yet.');
  expect(await wall.getByText('write them on your phone').count()).toBe(0);
  await goTo('plenary');
  await shows(wall, /write them on your phone/);
  await gus.getByLabel('Your words').fill('Begun in time');
  await goTo('group-work');
  await shows(gus, 'Not sent to the group: Labour');
  await shown(gus.getByText('Begun in time'));
  await hall.shoot(gus, 'closed-phone');
  await hall.examine(gus, 'feedback is closed');
  expect(hall.troubles).toEqual([]);
});
