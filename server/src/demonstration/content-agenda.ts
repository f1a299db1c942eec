import type { Stage } from '@board/shared/stages';
import type { DemonstrationStep } from './demonstration.ts';

/** Three invented days: day from 0, start, end, stage, title, objective, who leads it. */
const steps: readonly (readonly [number, string, string, Stage, string, string, string])[] = [
  [0, '08:30', '09:00', 'lobby', 'Tea and names', 'Everybody has a seat, a group and the board on a device.', ''],
  [0, '09:00', '10:30', 'lobby', 'What Velmora was told', 'We know the recommendations that concern us most.', 'Ilen'],
  [
    0,
    '11:00',
    '12:30',
    'group-work',
    'Each group picks its rows',
    'Five recommendations at most in each table.',
    'Oru',
  ],
  [
    0,
    '13:30',
    '15:30',
    'group-work',
    'What we do ourselves',
    'An action of our own beside each recommendation.',
    'Oru',
  ],
  [0, '16:00', '17:00', 'group-work', 'When is it done?', 'A number and a month beside each action.', 'Oru'],
  [1, '09:00', '10:30', 'group-work', 'What may go wrong', 'Each group has an answer to its largest risk.', 'Sadi'],
  [1, '11:00', '12:30', 'group-work', 'Two for the hall, two for the charter', 'Each group has chosen.', 'Sadi'],
  [1, '13:30', '16:30', 'plenary', 'Eleven groups, ten minutes each', 'All have been heard and asked.', 'Ilen'],
  [
    2,
    '09:00',
    '12:30',
    'charter-preparation',
    'One text for all of us',
    'Every item can be read without its group.',
    'Ilen',
  ],
  [
    2,
    '13:30',
    '15:00',
    'charter-adoption',
    'Do we stand behind it?',
    'A charter that nobody here is ashamed of.',
    'Ilen',
  ],
  [2, '15:00', '15:30', 'closed', 'Who meets whom, and when', 'Everybody leaves with a date.', 'Sadi'],
];

export const agenda: DemonstrationStep[] = steps.map(([day, start, end, stage, title, objective, facilitator]) => ({
  ...{ day, start, end, stage, title, objective, facilitator },
}));
