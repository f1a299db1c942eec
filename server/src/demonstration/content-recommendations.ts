import type { NewRecommendation } from '@board/shared/model/catalogue';
import type { PositionOfState } from '@board/shared/upr/positions';

/**
 * Invented recommendations from invented States to a State that does not exist. They follow the form of a Working Group
 * report (two paragraphs: one that enjoys support, one that is still to be examined), and nobody's words.
 */
type Line = [number: string, states: string, themes: string, text: string];

const supported: Line[] = [
  [
    '104.1',
    'Arlonia',
    'International instruments',
    'Join the international treaty against enforced disappearance before the next review',
  ],
  [
    '104.2',
    'Bremark, Castovia',
    'International instruments',
    'Allow complaints by individuals under the treaties that Velmora has already joined',
  ],
  [
    '104.3',
    'Dunmere',
    'National institution',
    'Give the national human rights institution a budget line of its own and free it from approval by a ministry',
  ],
  [
    '104.4',
    'Esperia',
    'National institution',
    'Open offices of the national human rights institution in the four northern provinces',
  ],
  [
    '104.5',
    'Fjordland',
    'Justice',
    'Appoint judges through an open and published procedure that the bar takes part in',
  ],
  [
    '104.6',
    'Galdria',
    'Justice',
    'Make sure that everybody who is arrested can speak to a lawyer within the first hours and without charge',
  ],
  [
    '104.7',
    'Helvaria',
    'Justice',
    'Shorten detention before trial, and publish each quarter how many people wait in prison and for how long',
  ],
  [
    '104.8',
    'Islemont',
    'Women',
    'Punish domestic violence as a crime and train the police of every district to receive complaints',
  ],
  [
    '104.9',
    'Jorvia',
    'Women',
    'Double the number of shelters for women who flee violence and pay for them from the State’s budget',
  ],
  ['104.10', 'Kestrel Islands', 'Women', 'Reserve a fair share of seats for women on commune and provincial councils'],
  ['104.11', 'Lumeria', 'Children', 'End all punishment of children by beating, at home and at school'],
  ['104.12', 'Morvania', 'Children', 'Register every birth free of charge, in remote villages through visiting teams'],
  [
    '104.13',
    'Norrland Federation',
    'Children',
    'Take the youngest children out of brick works and plantations and bring them back to school',
  ],
  [
    '104.14',
    'Ostravia',
    'Persons with disabilities',
    'Make new public buildings and buses usable for people in wheelchairs, and set dates for the old ones',
  ],
  [
    '104.15',
    'Perinthia',
    'Persons with disabilities',
    'Train sign language interpreters and provide them in courts and hospitals',
  ],
  ['104.16', 'Quellan', 'Health', 'Bring a midwife within one hour’s reach of every village'],
  ['104.17', 'Rostovar', 'Health', 'Add care for mental health to the health centres of all districts'],
  ['104.18', 'Sundmark', 'Education', 'Teach the first three school years in the language that children speak at home'],
  ['104.19', 'Tarsia', 'Education', 'Pay teachers in remote schools on time and add a supplement for hardship'],
  ['104.20', 'Umbra Republic', 'Work', 'Inspect garment factories without notice and publish what is found'],
  ['104.21', 'Valdoria', 'Work', 'Let unions register within thirty days and give reasons in writing when they cannot'],
  [
    '104.22',
    'Westhaven',
    'Migration',
    'Protect people who work abroad by checking recruiters and by helping those who return',
  ],
  [
    '104.23',
    'Xandria',
    'Trafficking',
    'Give people who were trafficked a right to stay, to counsel and to compensation',
  ],
  [
    '104.24',
    'Ylvania',
    'Environment',
    'Let villages see and comment on studies of environmental damage before permits are granted',
  ],
];

const pending: Line[] = [
  ['105.1', 'Arlonia', 'Death penalty', 'Write into law that nobody may be put to death by the State'],
  ['105.2', 'Zentara', 'Expression', 'Repeal the articles of the penal code that send people to prison for insult'],
  [
    '105.3',
    'Bremark',
    'Expression',
    'Withdraw the draft law on the internet and write a new one together with journalists and users',
  ],
  ['105.4', 'Castovia (Union of)', 'Assembly', 'Replace permits for peaceful gatherings by simple notice'],
  ['105.5', 'Dunmere', 'Association', 'Change the law on associations so that no group needs permission to exist'],
  [
    '105.6',
    'Esperia',
    'Human rights defenders',
    'Investigate threats against human rights defenders within a month and say what came of it',
  ],
  [
    '105.7',
    'Fjordland',
    'Human rights defenders',
    'Adopt a law that protects human rights defenders, with those of the land and of the forests named in it',
  ],
  ['105.8', 'Galdria', 'Elections', 'Let the election commission be chosen by all parties in parliament'],
  ['105.9', 'Helvaria', 'Land', 'Stop evictions until there is a law on fair compensation and on places to go'],
  [
    '105.10',
    'Islemont',
    'Land',
    'Finish the titles of communities to their forests before new concessions are granted',
  ],
  [
    '105.11',
    'Jorvia',
    'Indigenous peoples',
    'Ask indigenous communities freely and in advance, and respect it when they say no',
  ],
  [
    '105.12',
    'Lumeria',
    'Minorities',
    'Give papers to people of minorities who were born in Velmora and are treated as foreigners',
  ],
  [
    '105.13',
    'Morvania',
    'Sexual orientation and gender identity',
    'Forbid discrimination for sexual orientation and gender identity at work, in schools and in housing',
  ],
  [
    '105.14',
    'Norrland Federation',
    'Sexual orientation and gender identity',
    'Allow couples of the same sex to register their partnership',
  ],
  ['105.15', 'Ostravia', 'Torture', 'Let an independent body visit all places of detention without notice'],
  [
    '105.16',
    'Perinthia',
    'Torture',
    'Reject in court whatever was said under pressure, and have a judge ask how it was said',
  ],
];

/** The whole invented list, in the order of its numbers. */
export const recommendations: NewRecommendation[] = [
  ...supported.map(toRecommendation('supported')),
  ...pending.map(toRecommendation('pending')),
];

function toRecommendation(position: PositionOfState): (line: Line) => NewRecommendation {
  return ([number, states, themes, text]) => ({
    number,
    text: { en: text },
    states: states.split(', '),
    position,
    themes: [themes],
    source: 'Demonstration',
  });
}
