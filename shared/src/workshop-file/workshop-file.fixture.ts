import { fingerprint } from '../consensus/fingerprint.ts';
import type { CommentId, RecommendationId, RiskId, StepId, TogetherId, VoteId } from '../ids.ts';
import { type ActionId, type CharterItemId, type ClusterId, type GroupId, newId, type RowId } from '../ids.ts';
import type { Recommendation } from '../model/catalogue.ts';
import type { Block } from '../model/rich-text.ts';
import { decidedFor } from './decided.fixture.ts';
import type { CommentPart, GroupPart, RowPart, VotePart, WorkshopFile } from './parts.ts';

/** A filled workshop in invented wording, with everything in it that a file can hold. For tests. */

/** Plain words as paragraphs. */
export function plainBlocks(...lines: string[]): Block[] {
  return lines.map((text) => ({
    kind: 'paragraph',
    spans: text === '' ? [] : [{ kind: 'text', text, bold: false, italic: false, href: null }],
  }));
}

/** Words of every form: bold, italic, a link, a break, lists in lists. */
export function formedBlocks(word = 'Courts'): Block[] {
  const plain = { bold: false, italic: false, href: null } as const;
  return [
    {
      kind: 'paragraph',
      spans: [
        { kind: 'text', text: `${word} `, ...plain },
        { kind: 'text', text: 'open', ...plain, bold: true },
        { kind: 'text', text: ' and ', ...plain },
        { kind: 'text', text: 'fair', ...plain, italic: true },
        { kind: 'break' },
        { kind: 'text', text: 'see the list', ...plain, href: 'https://example.org/list?a=1&b=2' },
      ],
    },
    {
      kind: 'list',
      ordered: false,
      items: [
        [
          ...plainBlocks('Train clerks'),
          { kind: 'list', ordered: true, items: [plainBlocks('in the north'), plainBlocks('in the south')] },
        ],
        plainBlocks('Publish hearing dates'),
      ],
    },
    { kind: 'list', ordered: true, items: [plainBlocks('Ask'), plainBlocks('Answer')] },
  ];
}

export function rowWith(recommendation: RecommendationId | null, cluster: ClusterId | null, place: number): RowPart {
  return {
    id: newId<RowId>(),
    recommendation,
    cluster,
    priority: place === 0,
    mechanisms: plainBlocks('CCPR/C/XYZ/CO/3, para. 12', 'CEDAW/C/XYZ/CO/7, para. 4'),
    sdgTargets: ['16.3', '5.1'],
    actions: [0, 1].map((index) => ({
      id: newId<ActionId>(),
      text: index === 0 ? formedBlocks(`Courts ${place}`) : plainBlocks(`Visit three provinces, round ${place}`),
      indicator: plainBlocks('Number of hearings that were announced'),
      resources: plainBlocks('-5 % of the budget', '=SUM(A1:A3) is not a formula'),
      partners: plainBlocks('River Legal Aid', 'Youth Forum'),
      timeframe: { from: '2027-03', to: index === 0 ? '2028-10' : '', term: index === 0 ? 'short' : '' },
      contribution: index === 0 && place < 2,
    })),
    risks: [{ id: newId<RiskId>(), risk: plainBlocks('Hearings are moved'), response: formedBlocks('Observers') }],
  };
}

/** 110.10 comes first, and 110.1 where it would have stood: two numbers that are one for whoever takes them for fractions. */
function numberAt(at: number): string {
  return at === 0 ? '110.10' : at === 9 ? '110.1' : `110.${at + 1}`;
}

function recommendation(number: string, position: Recommendation['position']): Recommendation {
  return {
    id: newId<RecommendationId>(),
    number,
    text: { en: `Ensure that courts are open to all (${number})`, km: 'ធានាថា\u200bតុលាការ\u200bបើកចំហ' },
    states: ['FRA', 'Republic of Somewhere'],
    position,
    themes: ['Justice'],
    sdgs: ['16', '16.3'],
    source: 'A/HRC/99/4',
  };
}

function groupPart(recommendations: readonly Recommendation[], rows: number, at: number): GroupPart {
  const cluster = newId<ClusterId>();
  const names = ['Fair trial', 'Water & land', 'العدالة', 'យុត្តិធម៌\u200bនិង\u200bដី'];
  return {
    id: newId<GroupId>(),
    name: names[at % 4]! + (at > 3 ? ` ${at}` : ''),
    open: at === 0 ? null : true,
    keptClosed: false,
    presented: at === 0,
    strategy: {
      clusters: [{ id: cluster, name: 'Open courts' }],
      rows: Array.from({ length: rows }, (_, row) =>
        rowWith(row === rows - 1 && rows > 2 ? null : recommendations[row]!.id, row === 0 ? cluster : null, row),
      ),
    },
  };
}

/** The whole file. `groups` and `rows` say how much of it. */
export function filledFile({ groups = 2, rows = 3 } = {}): WorkshopFile {
  const recommendations = Array.from({ length: Math.max(2, rows) }, (_, at) =>
    recommendation(numberAt(at), (['supported', 'noted', 'pending'] as const)[at % 3]!),
  );
  const parts = Array.from({ length: groups }, (_, at) => groupPart(recommendations, rows, at));
  const first = parts[0]!.strategy!.rows[0]!;
  const second = parts.at(-1)!.strategy!.rows[0]!;
  const item = newId<CharterItemId>();
  const vote = voteOn(item, 'We will watch every trial.');
  const step = newId<StepId>();
  return {
    format: 'workshop-board',
    version: 2,
    writtenAt: '2027-03-04T10:00:00.000Z',
    withNames: false,
    workshop: facts,
    agenda: [
      {
        id: step,
        day: '2027-03-02',
        start: '09:00',
        end: '10:30',
        title: 'Welcome',
        objective: 'Know each other',
        facilitator: '',
        stage: 'lobby',
      },
    ],
    groups: parts,
    recommendations,
    charter: charterOn(item, [parts[0]!, parts.at(-1)!]),
    adopted: null,
    votes: [vote],
    comments: commentsOn(parts[0]!.id, first),
    together: [
      {
        id: newId<TogetherId>(),
        rows: [
          { groupId: parts[0]!.id, row: first.id },
          { groupId: parts.at(-1)!.id, row: second.id },
        ],
        agreed: true,
      },
    ],
    decided: decidedFor(step, item, parts),
  };
}

const facts: WorkshopFile['workshop'] = {
  title: 'Strategy workshop',
  country: 'KHM',
  cycle: 'fourth cycle',
  dates: '2–4 March 2027',
  place: 'Riverside hall',
  organisers: 'River Legal Aid',
  stage: 'charter-adoption',
  timeline: { adoption: '2027-06', midTerm: '2029-12', nextReview: '' },
};

function charterOn(item: CharterItemId, sources: readonly GroupPart[]): WorkshopFile['charter'] {
  return {
    preamble: plainBlocks('We, who met by the river,'),
    items: [
      {
        id: item,
        sources: sources.map(({ id, strategy }) => ({
          groupId: id,
          rowId: strategy!.rows[0]!.id,
          actionId: strategy!.rows[0]!.actions[0]!.id,
          words: 'We will watch every trial.',
        })),
        text: plainBlocks('We will watch every trial.'),
      },
      { id: newId<CharterItemId>(), sources: [], text: formedBlocks('Schools') },
    ],
    closing: plainBlocks('So we agree.'),
  };
}

function voteOn(itemId: CharterItemId, words: string): VotePart {
  return {
    id: newId<VoteId>(),
    scope: { kind: 'item', itemId },
    words,
    fingerprint: fingerprint(words),
    rule: 'consensus',
    quorum: { numerator: 1, denominator: 2 },
    secrecy: 'secret',
    stale: false,
    openedAt: 1_800_000_000_000,
    rollSize: 9,
    roll: { groups: [], organisations: 3, byHand: 1, absent: 1, note: 'ill' },
    slotMinutes: 10,
    turnout: 7,
    byHand: 1,
    result: {
      closedAt: 1_800_000_060_000,
      tally: { agree: 6, reservation: 0, 'stand-aside': 1, block: 0 },
      outcome: 'adopted',
      remarks: [{ position: 'stand-aside', text: 'Not enough people to watch.' }],
    },
    slotUntil: null,
  };
}

function commentsOn(groupId: GroupId, row: RowPart): CommentPart[] {
  const thread = newId<CommentId>();
  const base = { groupId, thread, row: row.id, cell: null, recommendation: row.recommendation, name: '' };
  const rest = { editedAt: null, heard: null, removedBy: null };
  return [
    {
      ...base,
      ...rest,
      id: thread,
      cell: `${row.id}.${row.actions[0]!.id}.text`,
      at: 1_800_000_000_000,
      text: 'Which courts?',
      resolved: { name: '', at: 1_800_000_500_000 },
    },
    { ...base, ...rest, id: newId<CommentId>(), at: 1_800_000_100_000, text: 'All of them.', resolved: null },
  ];
}
