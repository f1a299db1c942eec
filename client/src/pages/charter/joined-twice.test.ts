import type { PersonListed } from '@board/shared/commands';
import { type GroupId, newId, type PersonId } from '@board/shared/ids';
import { expect, test } from 'vitest';
import { allButOne, joinedTwice } from './joined-twice.ts';

const [land, health] = [newId<GroupId>(), newId<GroupId>()];

function person(name: string, groupId: GroupId | null, connected = true): PersonListed {
  const personId = newId<PersonId>();
  return { personId, name, organisation: '', role: 'member', groupId, connected, mustJoinAgain: false };
}

test('VO104 people of one name in one group are told as perhaps one person with two devices, others are not', () => {
  const [laptop, phone] = [person('Dara  Im', land, false), person('dara im', land)];
  const others = [person('Dara Im', health), person('Dara', land), person('Dara Im', null)];
  expect(joinedTwice([laptop, ...others, phone])).toEqual([[laptop, phone]]);
  expect(allButOne([[laptop, phone]])).toEqual([laptop]);
});

test('VO104 of people who are all connected, or none, the first stays', () => {
  const people = [person('Dara Im', land), person('Dara Im', land), person('Dara Im', land)];
  expect(allButOne(joinedTwice(people))).toEqual(people.slice(1));
  const away = people.map((one) => ({ ...one, connected: false }));
  expect(allButOne([away])).toEqual(away.slice(1));
});
