import type { PersonListed } from '@board/shared/commands';
import { organisationKey } from '@board/shared/consensus/organisations';

/**
 * People on the list who may be one person with two devices: of one name, as people read names, and in one group. Whoever
 * knows the hall decides; two people of one name may sit in one group.
 */
export function joinedTwice(members: readonly PersonListed[]): PersonListed[][] {
  const alike = new Map<string, PersonListed[]>();
  for (const person of members) {
    const key = `${person.groupId} ${organisationKey(person.name)}`;
    alike.set(key, [...(alike.get(key) ?? []), person]);
  }
  return [...alike.values()].filter((people) => people.length > 1);
}

/** All but one of each: whoever is connected stays, and of several the one who came first. */
export function allButOne(alike: readonly (readonly PersonListed[])[]): PersonListed[] {
  return alike.flatMap((people) => {
    const stays = people.find(({ connected }) => connected) ?? people[0];
    return people.filter((person) => person !== stays);
  });
}
