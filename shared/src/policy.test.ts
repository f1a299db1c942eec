import { describe, expect, test } from 'vitest';
import { type DocumentName, type GroupId, groupDocument, newId, type PersonId } from './ids.ts';
import { type Action, can, type GroupRights, type Person, type RightsState, type Role } from './policy.ts';

const mine = newId<GroupId>();
const theirs = newId<GroupId>();
const anOpenGroup: GroupRights = { open: true, keptClosed: false, presented: false };

function person(role: Role, groupId: GroupId | null = null): Person {
  return { id: newId<PersonId>(), role, groupId };
}

function state(
  change: Partial<RightsState> = {},
  theirRights: Partial<GroupRights> = {},
  myRights: Partial<GroupRights> = {},
): RightsState {
  const groups = new Map([
    [mine, { ...anOpenGroup, ...myRights }],
    [theirs, { ...anOpenGroup, ...theirRights }],
  ]);
  return { workshopClosed: false, charterAdopted: false, groups, ...change };
}

function answer(who: Person, action: Action, at: RightsState = state()): string {
  const decision = can(who, action, at);
  return decision.allowed ? 'yes' : decision.why;
}

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
