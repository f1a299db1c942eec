import { type GroupId, newId, type WorkshopId } from '@board/shared/ids';
import { expect, test } from 'vitest';
import { placesFor } from './places.ts';

const workshop = newId<WorkshopId>();
const group = newId<GroupId>();
const placesOf = (...[me]: [Parameters<typeof placesFor>[1]]) => placesFor(workshop, me).map(({ place }) => place);

test('UI6 everybody is led to the pages that are of use to their role, and to no others', () => {
  expect(placesOf(null)).toEqual([]);
  expect(placesOf({ role: 'facilitator', groupId: null })).toEqual([
    'home',
    'agenda',
    'catalogue',
    'presenting',
    'charter',
    'plenary',
    'print',
  ]);
  expect(placesOf({ role: 'member', groupId: null })).toEqual(['home', 'charter', 'vote']);
  expect(placesOf({ role: 'member', groupId: group })).toEqual(['home', 'group', 'charter', 'vote']);
  expect(placesOf({ role: 'screen', groupId: null })).toEqual(['home', 'plenary']);
  expect(placesOf({ role: 'observer', groupId: null })).not.toContain('vote');
});

test('UI6 a member is led to their own group', () => {
  const links = placesFor(workshop, { role: 'member', groupId: group });
  expect(links.find(({ place }) => place === 'group')?.href).toBe(`/w/${workshop}/group/${group}`);
});
