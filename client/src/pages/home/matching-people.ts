import type { PersonListed } from '@board/shared/commands';

/** The people whose name or organisation holds the text, without regard to capitals; everybody for an empty text. By name. */
export function matchingPeople(people: readonly PersonListed[], text: string): PersonListed[] {
  const sought = text.trim().toLocaleLowerCase();
  return people
    .filter(({ name, organisation }) => `${name} ${organisation}`.toLocaleLowerCase().includes(sought))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
