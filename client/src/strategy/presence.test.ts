import { expect, test } from 'vitest';
import { readPresence, readUser } from './presence.ts';

const user = (id: string) => ({ id, name: `name of ${id}`, colour: 3 });

test('ST32 a person with two tabs is one person, and this page itself is nobody', () => {
  const states = new Map<number, unknown>([
    [1, { user: user('me'), cell: 'row.text' }],
    [2, { user: user('b'), cell: 'row.text' }],
    [3, { user: user('b'), cell: 'row.text' }],
    [4, { user: user('a') }],
  ]);
  const { people, cells } = readPresence(states, 1);
  expect(people.map(({ id }) => id)).toEqual(['a', 'b']);
  expect([...cells].map(([cell, there]) => [cell, there.map(({ id }) => id)])).toEqual([['row.text', ['b']]]);
});

test('ST32 whatever stands in a state is tolerated', () => {
  const states = new Map<number, unknown>([
    [2, null],
    [3, 'text'],
    [4, { cell: 'row.text' }],
    [5, { user: 7, cell: { toString: 'x' } }],
  ]);
  expect(readPresence(states, 1)).toEqual({ people: [{ id: '', name: '…', colour: 0 }], cells: new Map() });
  expect(readUser(undefined)).toEqual({ id: '', name: '…', colour: 0 });
});
