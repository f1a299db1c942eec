import type { PersonListed } from '@board/shared/commands';
import { newId, type PersonId } from '@board/shared/ids';
import { expect, test } from 'vitest';
import { matchingPeople } from './matching-people.ts';

const person = (name: string, organisation: string): PersonListed => ({
  personId: newId<PersonId>(),
  name,
  organisation,
  role: 'member',
  groupId: null,
  connected: true,
  mustJoinAgain: false,
});
const people = [person('Sok', 'River Network'), person('Amina', ''), person('dara', 'Clinic')];

test('UI11 people are found by name or organisation, in any case, and listed by name', () => {
  const found = (text: string) => matchingPeople(people, text).map(({ name }) => name);
  expect(found('')).toEqual(['Amina', 'dara', 'Sok']);
  expect(found(' RIVER ')).toEqual(['Sok']);
  expect(found('DARA')).toEqual(['dara']);
  expect(found('nobody')).toEqual([]);
});
