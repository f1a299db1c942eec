import { expect, test } from 'vitest';
import { groupNames, namesOf, withLineAfter, withLineMoved } from './group-names.ts';

const names = ['Land', 'Work', 'Health'];

test('UI7 moving a group changes places and nothing else, and stops at the ends', () => {
  const list = groupNames(names);
  expect(namesOf(withLineMoved(list, list[2]!.key, -1))).toEqual(['Land', 'Health', 'Work']);
  expect(namesOf(withLineMoved(list, list[0]!.key, -1))).toEqual(names);
  expect(namesOf(withLineMoved(list, list[0]!.key, 5))).toEqual(['Work', 'Health', 'Land']);
  expect(namesOf(withLineMoved(list, -1, 1))).toEqual(names);
});

test('UI7 a new line stands below the one it was asked for, and empty lines are not groups', () => {
  const list = groupNames(names);
  const added = withLineAfter(list, list[0]!.key);
  expect(added.list.map(({ name }) => name)).toEqual(['Land', '', 'Work', 'Health']);
  expect(added.list[1]!.key).toBe(added.key);
  expect(withLineAfter(list, null).list.at(-1)?.name).toBe('');
  expect(namesOf(added.list)).toEqual(names);
});
