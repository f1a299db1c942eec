import { expect, test } from 'vitest';
import {
  foldJoinCode,
  type GroupId,
  groupDocument,
  groupOf,
  isId,
  newId,
  newJoinCode,
  newSecret,
  parseDocumentName,
} from './ids.ts';

test('DO1 only the four kinds of document names are names; path tricks are not', () => {
  const group = newId<GroupId>();
  for (const name of ['board', 'catalogue', 'charter', `group/${group}`]) expect(parseDocumentName(name)).toBe(name);
  const tricks = [
    '',
    '../data',
    '..%2f..%2fx',
    'a%00b',
    '__proto__',
    'group/',
    'group/../x',
    `group/${group}/`,
    `group/${group}x`,
    'x'.repeat(300),
    'Board',
  ];
  for (const trick of tricks) expect(parseDocumentName(trick)).toBeNull();
});

test('DO1 a group document leads back to its group', () => {
  const group = newId<GroupId>();
  expect(groupOf(groupDocument(group))).toBe(group);
  expect(groupOf('charter')).toBeNull();
});

test('WO1 ids, secrets and join codes are of their form and do not repeat', () => {
  const ids = Array.from({ length: 2000 }, () => newId<GroupId>());
  expect(new Set(ids).size).toBe(2000);
  expect(ids.every((id) => isId(id))).toBe(true);
  expect(newSecret()).toMatch(/^[2-9a-z]{32}$/);
  expect(newJoinCode()).toMatch(/^[2-9A-Z]{6}$/);
});

test('WO2 a join code is read in any case and with any separators', () => {
  expect(foldJoinCode(' abc-2de ')).toBe('ABC2DE');
  expect(foldJoinCode('a b c 2 d e')).toBe('ABC2DE');
});
