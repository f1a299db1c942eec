import { describe, expect, test } from 'vitest';
import { type DocumentName, type GroupId, groupDocument, newId } from './ids.ts';
import { answer, mine, person, state, theirs } from './policy.fixture.ts';
import type { Action, Person, RightsState } from './policy.ts';

const write = (document: DocumentName): Action => ({ do: 'write', document });
const read = (document: DocumentName): Action => ({ do: 'read', document });

describe('DO2 the table of rights', () => {
  const table: [string, Person, Action, string][] = [
    ['facilitator writes the board', person('facilitator'), write('board'), 'yes'],
    ['member does not write the board', person('member', mine), write('board'), 'facilitator-only'],
    ['member does not write the catalogue', person('member', mine), write('catalogue'), 'facilitator-only'],
    ['member does not write the charter', person('member', mine), write('charter'), 'facilitator-only'],
    ['member writes the own group', person('member', mine), write(groupDocument(mine)), 'yes'],
    ['member does not write another group', person('member', mine), write(groupDocument(theirs)), 'not-your-group'],
    ['member without a group writes none', person('member'), write(groupDocument(mine)), 'not-your-group'],
    ['facilitator writes any group', person('facilitator'), write(groupDocument(theirs)), 'yes'],
    [
      'observer writes nothing, even in a group',
      person('observer', mine),
      write(groupDocument(mine)),
      'observer-only-reads',
    ],
    ['screen writes nothing', person('screen'), write('charter'), 'screen-only-watches'],
    ['observer reads the charter', person('observer'), read('charter'), 'yes'],
    ['unknown group has no document', person('facilitator'), read(groupDocument(newId<GroupId>())), 'unknown-document'],
    ['member does not facilitate', person('member', mine), { do: 'facilitate' }, 'facilitator-only'],
    ['facilitator facilitates', person('facilitator'), { do: 'facilitate' }, 'yes'],
    ['member votes', person('member', mine), { do: 'vote' }, 'yes'],
    ['screen does not vote', person('screen'), { do: 'vote' }, 'screen-only-watches'],
    ['observer does not vote', person('observer'), { do: 'vote' }, 'observer-only-reads'],
    ['facilitator is not on the roll', person('facilitator'), { do: 'vote' }, 'not-on-roll'],
    ['member keeps the own group closed', person('member', mine), { do: 'keep-closed', group: mine }, 'yes'],
    [
      'member does not close another group',
      person('member', mine),
      { do: 'keep-closed', group: theirs },
      'not-your-group',
    ],
    [
      'observer of a group does not close it',
      person('observer', mine),
      { do: 'keep-closed', group: mine },
      'observer-only-reads',
    ],
  ];
  test.each(table)('%s', (_, who, action, expected) => expect(answer(who, action)).toBe(expected));
});

test('DO3 a group that keeps its strategy closed is read by nobody else until it presents', () => {
  const kept = state({}, { keptClosed: true });
  expect(answer(person('member', mine), read(groupDocument(theirs)), kept)).toBe('group-keeps-closed');
  expect(answer(person('observer', theirs), read(groupDocument(theirs)), kept)).toBe('group-keeps-closed');
  expect(answer(person('member', theirs), read(groupDocument(theirs)), kept)).toBe('yes');
  expect(answer(person('facilitator'), read(groupDocument(theirs)), kept)).toBe('yes');
  expect(
    answer(person('member', mine), read(groupDocument(theirs)), state({}, { keptClosed: true, presented: true })),
  ).toBe('yes');
});

test('DO4 a closed strategy, an adopted charter and a closed workshop are written by nobody they are closed to', () => {
  const closed = state({}, {}, { open: false });
  expect(answer(person('member', mine), write(groupDocument(mine)), closed)).toBe('strategy-closed');
  expect(answer(person('facilitator'), write(groupDocument(mine)), closed)).toBe('strategy-closed');
  expect(answer(person('facilitator'), write('charter'), state({ charterAdopted: true }))).toBe('charter-adopted');
  for (const document of ['board', 'catalogue', 'charter', groupDocument(mine)] as const) {
    expect(answer(person('facilitator'), write(document), state({ workshopClosed: true }))).toBe('workshop-closed');
  }
});

describe('SG2 the stage and the groups’ tables', () => {
  const later = { stage: 'charter-preparation' } as const;
  const table: [string, Person, RightsState, string][] = [
    ['a stage that opens them', person('member', mine), state({ stage: 'plenary' }), 'yes'],
    ['a stage that closes them', person('member', mine), state(later), 'stage-closes-tables'],
    ['for facilitators too', person('facilitator'), state(later), 'stage-closes-tables'],
    ['one that was opened all the same', person('member', mine), state(later, {}, { open: true }), 'yes'],
    ['and no other by that', person('member', mine), state(later, { open: true }), 'stage-closes-tables'],
    ['one that was closed by hand', person('member', mine), state(later, {}, { open: false }), 'strategy-closed'],
    ['working together', person('member', mine), state(later), 'stage-closes-tables'],
  ];
  test.each(table)('SG2 %s', (what, who, at, expected) => {
    const action: Action =
      what === 'working together' ? { do: 'work-together', group: mine } : write(groupDocument(mine));
    expect(answer(who, action, at)).toBe(expected);
  });
  test('SG2 the charter does not hang on the stage', () => {
    expect(answer(person('facilitator'), write('charter'), state(later))).toBe('yes');
  });
});

describe('SG3 votes are opened by facilitators, in the stage that opens votes', () => {
  const adopting = state({ stage: 'charter-adoption' });
  const table: [string, Person, RightsState, string][] = [
    ['a facilitator', person('facilitator'), adopting, 'yes'],
    ['a facilitator too early', person('facilitator'), state({ stage: 'plenary' }), 'stage-closes-votes'],
    [
      'in a closed workshop',
      person('facilitator'),
      state({ stage: 'closed', workshopClosed: true }),
      'workshop-closed',
    ],
    ['a member', person('member', mine), adopting, 'facilitator-only'],
  ];
  test.each(table)('SG3 %s', (_, who, at, expected) => expect(answer(who, { do: 'open-vote' }, at)).toBe(expected));
});

describe('SG32 a message to one group', () => {
  const table: [string, Person, GroupId | null, string][] = [
    ['a member of the group', person('member', mine), mine, 'yes'],
    ['a member of another', person('member', theirs), mine, 'not-your-group'],
    ['a member of none', person('member'), mine, 'not-your-group'],
    ['an observer', person('observer', mine), mine, 'not-your-group'],
    ['a screen', person('screen', mine), mine, 'not-your-group'],
    ['a facilitator', person('facilitator'), mine, 'yes'],
    ['a screen reads what is told to all', person('screen'), null, 'yes'],
  ];
  test.each(table)('SG32 %s', (_, who, to, expected) => expect(answer(who, { do: 'read-message', to })).toBe(expected));
});

const said = (group: GroupId): Action[] => [
  { do: 'read-comments', group },
  { do: 'comment', group },
];

test('CO1 comments are the group’s and the facilitators’ until it has presented and does not keep its strategy closed', () => {
  const answers = (who: Person, group: GroupId, at: RightsState): string[] =>
    said(group).map((action) => answer(who, action, at));
  const other = person('member', mine);
  const states: [string, RightsState, string][] = [
    ['as it begins', state(), 'comments-not-open'],
    ['kept closed', state({}, { keptClosed: true }), 'group-keeps-closed'],
    ['presented', state({}, { presented: true }), 'yes'],
    ['presented, closed to writing', state({}, { presented: true, open: false }), 'yes'],
    ['presented, kept closed', state({}, { presented: true, keptClosed: true }), 'comments-not-open'],
  ];
  for (const [when, at, expected] of states) {
    expect(answers(other, theirs, at), when).toEqual([expected, expected]);
    expect(answers(person('member'), theirs, at), when).toEqual([expected, expected]);
    expect(answers(person('member', theirs), theirs, at), when).toEqual(['yes', 'yes']);
    expect(answers(person('facilitator'), theirs, at), when).toEqual(['yes', 'yes']);
    const never = ['screen-only-watches', 'screen-only-watches'];
    expect(answers(person('screen'), theirs, at), when).toEqual(never);
  }
});

test('CO1 observers read comments where they read the strategy, and write none', () => {
  const watcher = person('observer');
  const [reading, writing] = said(theirs) as [Action, Action];
  expect(answer(watcher, reading)).toBe('yes');
  expect(answer(watcher, reading, state({}, { keptClosed: true }))).toBe('group-keeps-closed');
  expect(answer(watcher, reading, state({}, { keptClosed: true, presented: true }))).toBe('yes');
  expect(answer(person('observer', theirs), reading, state({}, { keptClosed: true }))).toBe('group-keeps-closed');
  expect(answer(watcher, writing, state({}, { presented: true }))).toBe('observer-only-reads');
});

test('CO1 of a group that does not exist nothing is read or said, in a closed workshop nothing is said', () => {
  const gone = newId<GroupId>();
  for (const action of said(gone)) expect(answer(person('facilitator'), action)).toBe('unknown-document');
  const [reading, writing] = said(mine) as [Action, Action];
  const closed = state({ workshopClosed: true });
  for (const who of [person('facilitator'), person('member', mine)]) {
    expect(answer(who, reading, closed)).toBe('yes');
    expect(answer(who, writing, closed)).toBe('workshop-closed');
    expect(answer(who, { do: 'remove-comment', group: mine, author: who.id }, closed)).toBe('workshop-closed');
    expect(answer(who, { do: 'work-together', group: mine }, closed)).not.toBe('yes');
  }
});

describe('CO2 one’s own words', () => {
  const [ana, ben, host] = [person('member', mine), person('member', mine), person('facilitator')];
  const guest = person('member', theirs);
  const watcher = person('observer');
  const by = (what: 'edit-comment' | 'remove-comment' | 'resolve-thread', author: Person): Action => ({
    do: what,
    group: mine,
    author: author.id,
  });
  const open = state({}, {}, { presented: true });
  const table: [string, Person, Action, RightsState, string][] = [
    ['the author edits', ana, by('edit-comment', ana), state(), 'yes'],
    ['somebody of the group does not edit', ben, by('edit-comment', ana), state(), 'not-your-comment'],
    ['a facilitator does not edit', host, by('edit-comment', ana), state(), 'not-your-comment'],
    ['a guest edits one’s own', guest, by('edit-comment', guest), open, 'yes'],
    ['a guest to whom it is closed does not', guest, by('edit-comment', guest), state(), 'comments-not-open'],
    ['an observer does not', watcher, by('edit-comment', watcher), open, 'observer-only-reads'],
    ['nobody edits the server’s', ana, { do: 'edit-comment', group: mine, author: null }, open, 'not-your-comment'],
    ['the author removes', ana, by('remove-comment', ana), state(), 'yes'],
    ['a facilitator removes', host, by('remove-comment', ana), state(), 'yes'],
    ['somebody of the group does not remove', ben, by('remove-comment', ana), state(), 'not-your-comment'],
    ['who reads it no more removes one’s own', guest, by('remove-comment', guest), state(), 'yes'],
    ['who is an observer now removes one’s own', watcher, by('remove-comment', watcher), state(), 'yes'],
    ['the group resolves', ben, by('resolve-thread', ana), state(), 'yes'],
    ['a facilitator resolves', host, by('resolve-thread', ana), state(), 'yes'],
    ['a guest resolves one’s own', guest, by('resolve-thread', guest), open, 'yes'],
    ['a guest does not resolve another’s', guest, by('resolve-thread', ana), open, 'not-your-comment'],
    ['an observer does not resolve', watcher, by('resolve-thread', ana), open, 'observer-only-reads'],
    ['a screen does not remove', person('screen'), by('remove-comment', ana), open, 'not-your-comment'],
  ];
  test.each(table)('CO2 %s', (_, who, action, at, expected) => expect(answer(who, action, at)).toBe(expected));
});

describe('CH30 amendments', () => {
  const amend: Action = { do: 'amend' };
  const at = (change: Partial<RightsState> = {}): RightsState => state({ stage: 'charter-preparation', ...change });
  const table: [string, Person, RightsState, string][] = [
    ['a member while the charter is prepared', person('member', mine), at(), 'yes'],
    ['a member while it is adopted', person('member'), at({ stage: 'charter-adoption' }), 'yes'],
    ['a member during group work', person('member', mine), at({ stage: 'group-work' }), 'amendments-not-open'],
    ['a member of an adopted charter', person('member', mine), at({ charterAdopted: true }), 'charter-adopted'],
    [
      'a member of a closed workshop',
      person('member'),
      at({ stage: 'closed', workshopClosed: true }),
      'workshop-closed',
    ],
    ['a facilitator, who writes it', person('facilitator'), at(), 'not-allowed'],
    ['an observer', person('observer', mine), at(), 'observer-only-reads'],
    ['a screen', person('screen'), at(), 'screen-only-watches'],
  ];
  test.each(table)('CH30 %s', (_, who, when, expected) => expect(answer(who, amend, when)).toBe(expected));

  test('CH30 one’s own is taken back at any time, until the workshop is closed', () => {
    const ana = person('member', mine);
    const own: Action = { do: 'withdraw-amendment', author: ana.id };
    expect(answer(ana, own)).toBe('yes');
    expect(answer({ ...ana, role: 'observer' }, own, at())).toBe('yes');
    expect(answer(person('facilitator'), own, at())).toBe('not-your-amendment');
    expect(answer(ana, { do: 'withdraw-amendment', author: null }, at())).toBe('not-your-amendment');
    expect(answer(ana, own, at({ workshopClosed: true }))).toBe('workshop-closed');
  });
});

describe('CO21 working together', () => {
  const together: Action = { do: 'work-together', group: mine };
  const table: [string, Person, RightsState, string][] = [
    ['a member in the own group’s name', person('member', mine), state(), 'yes'],
    ['a facilitator of that group', person('facilitator', mine), state(), 'yes'],
    ['a facilitator of no group', person('facilitator'), state(), 'not-your-group'],
    ['a member of another group', person('member', theirs), state(), 'not-your-group'],
    ['an observer', person('observer', mine), state(), 'observer-only-reads'],
    ['a screen', person('screen', mine), state(), 'screen-only-watches'],
    ['in a closed strategy', person('member', mine), state({}, {}, { open: false }), 'strategy-closed'],
    ['in a closed workshop', person('member', mine), state({ workshopClosed: true }), 'workshop-closed'],
    ['while kept closed', person('member', mine), state({}, {}, { keptClosed: true }), 'yes'],
  ];
  test.each(table)('CO21 %s', (_, who, at, expected) => expect(answer(who, together, at)).toBe(expected));
});
