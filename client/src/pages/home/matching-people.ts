import type { PersonListed } from '@board/shared/commands';

/** Lines of the list: more than the usual hall, and as many as an old laptop draws at once. */
const mostShown = 200;

/** The people whose name or organisation holds the text, without regard to capitals; everybody for an empty text. By name. */
function matchingPeople(people: readonly PersonListed[], text: string): PersonListed[] {
  const sought = text.trim().toLocaleLowerCase();
  return people
    .filter(({ name, organisation }) => `${name} ${organisation}`.toLocaleLowerCase().includes(sought))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** The first of the people whose name or organisation holds the text, as many as are drawn, and how many more there are. */
export function shownPeople(
  people: readonly PersonListed[],
  text: string,
): { shown: readonly PersonListed[]; more: number } {
  const found = matchingPeople(people, text);
  return { shown: found.slice(0, mostShown), more: Math.max(0, found.length - mostShown) };
}
