import type { StepId } from '@board/shared/ids';
import type { Stage } from '@board/shared/stages';
import { expect, test } from 'vitest';
import { courseOf, type ShownStep, stepsInOrder } from './steps.ts';

const step = (id: string, stage: Stage, place: number): ShownStep => ({
  id: id as StepId,
  stage,
  place,
  day: '2027-03-04',
  start: '',
  end: '',
  title: id,
  objective: '',
  facilitator: '',
});
const steps = [step('arrive', 'lobby', 0), step('work', 'group-work', 1), step('more', 'group-work', 2)];
const at = (id: string | null, since = 1) => ({ step: id as StepId | null, since });

test('SG14 going on leads along the agenda step by step, and behind its end to the next stage', () => {
  expect(courseOf(steps, at(null, 0), 'lobby')).toMatchObject({ now: null, goOn: { stage: 'lobby', step: steps[0] } });
  expect(courseOf(steps, at('arrive'), 'lobby')).toMatchObject({ now: steps[0], before: null, next: steps[1] });
  expect(courseOf(steps, at('work'), 'group-work')).toMatchObject({ before: steps[0], next: steps[2] });
  const last = courseOf(steps, at('more'), 'group-work');
  expect([last.next, last.goOn]).toEqual([null, { stage: 'plenary', step: null }]);
  expect(courseOf([], at(null, 0), 'lobby').goOn).toEqual({ stage: 'group-work', step: null });
  expect(courseOf(steps, at(null), 'closed').goOn).toBeNull();
});

test('SG14 off the agenda, the next step is the first of a later stage', () => {
  expect(courseOf(steps, at(null), 'lobby').next).toBe(steps[1]);
  expect(courseOf(steps, at('removed'), 'group-work')).toMatchObject({ now: null, next: null });
  expect(courseOf([...steps, step('hall', 'plenary', 3)], at(null), 'group-work').next?.id).toBe('hall');
});

test('SG14 steps stand in the order that the server gave them', () => {
  const { arrive, work } = { arrive: steps[0]!, work: steps[1]! };
  const agenda = Object.fromEntries([work, arrive].map(({ id, ...facts }) => [id, facts]));
  expect(stepsInOrder(agenda).map(({ id }) => id)).toEqual(['arrive', 'work']);
});
