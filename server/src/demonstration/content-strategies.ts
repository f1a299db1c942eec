import type { Timeframe } from '@board/shared/model/strategy';
import type { DemonstrationAction, DemonstrationGroup, DemonstrationRow } from './demonstration.ts';

/** Invented strategies: three groups are ready, others half way, two have not begun, so that every view has something to show. */
const months = (from: string, to: string, term: Timeframe['term'] = ''): Timeframe => ({ from, to, term });
const noTime = months('', '');

function action(text: string, rest: Partial<DemonstrationAction> = {}): DemonstrationAction {
  return { text, indicator: '', resources: '', partners: '', timeframe: noTime, contribution: false, ...rest };
}

function row(
  recommendation: string | null,
  actions: DemonstrationAction[],
  rest: Partial<DemonstrationRow> = {},
): DemonstrationRow {
  return { recommendation, mechanisms: '', sdgTargets: [], priority: false, actions, risks: [], ...rest };
}

const expression: DemonstrationRow[] = [
  row(
    '105.2',
    [
      action(
        'Write a model bill that replaces prison for insult by a right of reply, and present it to two committees of parliament',
        {
          indicator: 'Bill handed over to 2 committees; answers received in writing',
          resources: 'One legal adviser for four months; printing',
          partners: 'Bar association; press council',
          timeframe: months('2027-02', '2027-06', 'short'),
          contribution: true,
        },
      ),
      action('Follow ten court cases against journalists and publish a short report on each', {
        indicator: '10 reports published by the end of the year',
        resources: 'Two trial observers, travel to the provinces',
        partners: 'University law clinic',
        timeframe: months('2027-01', '2027-12', 'medium'),
      }),
    ],
    {
      priority: true,
      mechanisms: 'Concluding observations of the committee on civil and political rights, paragraph on expression',
      sdgTargets: ['16.3', '16.10'],
      risks: [
        {
          risk: 'Observers are kept out of the courtroom',
          response: 'Agree on access with the ministry beforehand; ask embassies to send observers too',
        },
      ],
    },
  ),
  row(
    '105.4',
    [
      action('Train organisers in six provinces in the law on gatherings and in how to document refusals', {
        indicator: '120 organisers trained, half of them women',
        resources: 'Trainers, rooms, a pocket guide',
        partners: 'Youth network; unions',
        timeframe: months('2027-03', '2027-09', 'short'),
        contribution: true,
      }),
    ],
    {
      priority: true,
      sdgTargets: ['16.7'],
      risks: [
        { risk: 'A training is stopped by local officials', response: 'Give notice early, have a lawyer on call' },
      ],
    },
  ),
  row('105.3', [
    action('Collect what users and journalists need from a law on the internet, in an open survey', {
      indicator: '1,000 answers',
      timeframe: months('2027-04', '2027-05', 'short'),
    }),
  ]),
];

const women: DemonstrationRow[] = [
  row(
    '104.8',
    [
      action(
        'Set up a reporting desk with a trained woman officer in each of twelve districts, and visit each desk twice a year',
        {
          indicator: '12 desks working; number of complaints taken each quarter',
          resources: 'Training of 24 officers; a small fund for transport',
          partners: 'Ministry of women’s affairs; national police; shelters',
          timeframe: months('2027-03', '2028-02', 'medium'),
          contribution: true,
        },
      ),
      action('Broadcast twenty radio talks on rights at home, in three languages', {
        indicator: '20 talks; listeners’ calls counted',
        resources: 'Studio time, translators',
        partners: 'Community radios',
        timeframe: months('2027-05', '2027-12', 'short'),
      }),
    ],
    {
      priority: true,
      mechanisms: 'Concluding observations of the committee on discrimination against women, paragraphs on violence',
      sdgTargets: ['5.2', '16.1'],
      risks: [
        {
          risk: 'Officers are moved to other posts after the training',
          response: 'Ask for a commitment in writing to leave them in place for two years',
        },
      ],
    },
  ),
  row(
    '104.9',
    [
      action('Count what a shelter bed costs and bring the figure into the budget hearing', {
        indicator: 'Study handed over before the hearing; budget line in the draft',
        resources: 'An economist for two months',
        partners: 'Coalition for the budget',
        timeframe: months('2027-04', '2027-08', 'short'),
        contribution: true,
      }),
    ],
    { priority: true, sdgTargets: ['5.2', '5.c'] },
  ),
];

const land: DemonstrationRow[] = [
  row(
    '105.10',
    [
      action(
        'Map the forests of fifteen communities with the people who live there, and hand the maps over for registration',
        {
          indicator: '15 maps accepted by the land office',
          resources: 'Two surveyors, satellite pictures, boat hire',
          partners: 'Community networks; faculty of geography',
          timeframe: months('2027-02', '2028-06', 'medium'),
          contribution: true,
        },
      ),
    ],
    {
      priority: true,
      sdgTargets: ['1.4', '15.2'],
      mechanisms: 'Report of the special rapporteur on housing, section on land titles',
    },
  ),
  row(
    '105.9',
    [
      action('Run a telephone line for families who have received an eviction notice', {
        indicator: 'Calls answered within a day; families who got a lawyer',
        resources: 'Two staff, one lawyer half time',
        partners: 'Legal aid; churches and pagodas',
        timeframe: months('2027-01', '', 'long'),
        contribution: true,
      }),
    ],
    {
      priority: true,
      sdgTargets: ['11.1'],
      risks: [{ risk: 'Callers are followed', response: 'Take no names by telephone; meet in safe places' }],
    },
  ),
];

const halfDone: Record<string, DemonstrationRow[]> = {
  justice: [
    row(
      '104.6',
      [
        action('Pin a one-page notice on the right to a lawyer in every police station of the capital', {
          indicator: 'Share of stations with the notice',
        }),
      ],
      { priority: true, sdgTargets: ['16.3'] },
    ),
    row('104.7', [
      action('Ask the prison department for figures on detention before trial each quarter and publish them'),
    ]),
  ],
  children: [
    row(
      '104.12',
      [
        action('Go with visiting registration teams to forty villages and note what families had to pay', {
          timeframe: months('2027-06', '2027-11'),
        }),
      ],
      { priority: true, sdgTargets: ['16.9'] },
    ),
  ],
  disabilities: [
    row(
      '104.15',
      [
        action('Bring deaf people and judges together to agree on how interpreters are called', {
          indicator: 'Written procedure in 3 courts',
        }),
      ],
      { sdgTargets: ['10.2'] },
    ),
  ],
  indigenous: [
    row(
      '105.11',
      [
        action('Translate the rules of free and prior consent into four languages and discuss them in each community', {
          contribution: true,
        }),
      ],
      { priority: true },
    ),
  ],
  work: [
    row('104.20', [action('Keep a public list of factory inspections and of what was mended afterwards')]),
    row('104.22', []),
  ],
  civil: [row('105.15', [action('Prepare a list of places of detention that an independent body would visit first')])],
};

/** The eleven groups of the demonstration. */
export const groups: DemonstrationGroup[] = [
  { name: 'Civil and political rights', rows: halfDone['civil']! },
  { name: 'Freedom of expression, association and assembly', rows: expression },
  { name: 'Rule of law and access to justice', rows: halfDone['justice']! },
  { name: 'Women’s rights and gender equality', rows: women },
  { name: 'Rights of the child', rows: halfDone['children']! },
  { name: 'Persons with disabilities', rows: halfDone['disabilities']! },
  { name: 'Indigenous peoples and minorities', rows: halfDone['indigenous']! },
  { name: 'Land, housing and natural resources', rows: land },
  { name: 'Labour rights and migration', rows: halfDone['work']! },
  { name: 'Health and education', rows: [] },
  { name: 'Sexual orientation and gender identity', rows: [] },
];
