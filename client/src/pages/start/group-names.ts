/** One group of the form. The key follows a group through renaming and moving. */
export interface GroupName {
  key: number;
  name: string;
}

let lastKey = 0;

/** Lines for the form from plain names. */
export function groupNames(names: readonly string[]): GroupName[] {
  return names.map((name) => ({ key: ++lastKey, name }));
}

/** The same list with an empty line after the one with this key (at the end for null), and the new line's key. */
export function withLineAfter(list: readonly GroupName[], key: number | null): { list: GroupName[]; key: number } {
  const [line] = groupNames(['']);
  const at = key === null ? list.length : list.findIndex((entry) => entry.key === key) + 1;
  return { list: list.toSpliced(at, 0, line!), key: line!.key };
}

/** The same list with one line moved by so many places; it stops at the ends. */
export function withLineMoved(list: readonly GroupName[], key: number, by: number): GroupName[] {
  const from = list.findIndex((entry) => entry.key === key);
  const to = Math.min(list.length - 1, Math.max(0, from + by));
  if (from < 0 || from === to) return [...list];
  return list.toSpliced(from, 1).toSpliced(to, 0, list[from]!);
}

/** The names as they go to the server: empty lines left out. */
export function namesOf(list: readonly GroupName[]): string[] {
  return list.map(({ name }) => name.trim()).filter((name) => name !== '');
}
