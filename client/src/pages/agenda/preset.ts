import { dayAfter, type StepFacts } from '@board/shared/model/agenda';
import type { Stage } from '@board/shared/stages';

/** The steps of the preset by the key of their words, in order: day from 0, start, end, stage. */
const plan = [
  ['arrive', 0, '08:30', '09:00', 'lobby'],
  ['why', 0, '09:00', '10:30', 'lobby'],
  ['choose', 0, '11:00', '12:30', 'group-work'],
  ['actions', 0, '13:30', '15:30', 'group-work'],
  ['measure', 0, '16:00', '17:00', 'group-work'],
  ['risks', 1, '09:00', '10:30', 'group-work'],
  ['priorities', 1, '11:00', '12:30', 'group-work'],
  ['present', 1, '13:30', '15:30', 'plenary'],
  ['presentMore', 1, '16:00', '17:30', 'plenary'],
  ['draft', 2, '09:00', '10:30', 'charter-preparation'],
  ['reword', 2, '11:00', '12:30', 'charter-preparation'],
  ['adopt', 2, '13:30', '15:30', 'charter-adoption'],
  ['onward', 2, '15:45', '16:30', 'charter-adoption'],
  ['farewell', 2, '16:30', '17:00', 'closed'],
] as const satisfies readonly (readonly [string, number, string, string, Stage])[];

export type PresetStep = (typeof plan)[number][0];

/** A workshop of three days, from a day on. `words` gives the title and the objective of each step. */
export function presetAgenda(
  firstDay: string,
  words: (step: PresetStep) => Pick<StepFacts, 'title' | 'objective'>,
): StepFacts[] {
  return plan.map(([step, day, start, end, stage]) => ({
    day: dayAfter(firstDay, day),
    start,
    end,
    stage,
    facilitator: '',
    ...words(step),
  }));
}
