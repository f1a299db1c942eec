import type { PersonListed } from '@board/shared/commands';
import { newId, type PersonId } from '@board/shared/ids';
import { expect, test } from 'vitest';
import { shownPeople } from './matching-people.ts';

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
  const found = (text: string) => shownPeople(people, text).shown.map(({ name }) => name);
  expect(found('')).toEqual(['Amina', 'dara', 'Sok']);
  expect(found(' RIVER ')).toEqual(['Sok']);
  expect(found('DARA')).toEqual(['dara']);
  expect(found('nobody')).toEqual([]);
});

test('LV46 of a crowd the first two hundred are listed and the others counted; a search finds any of them', () => {
  const crowd = Array.from({ length: 5_000 }, (_, place) => person(`Person ${String(place).padStart(4, '0')}`, ''));
  const all = shownPeople(crowd, '');
  expect([all.shown.length, all.shown[0]?.name, all.more]).toEqual([200, 'Person 0000', 4_800]);
  expect(shownPeople(crowd, '4999')).toMatchObject({ shown: [{ name: 'Person 4999' }], more: 0 });
});
