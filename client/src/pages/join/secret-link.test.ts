import { newId, newSecret, type WorkshopId } from '@board/shared/ids';
import { expect, test } from 'vitest';
import { keyInFragment, secretLink } from './secret-link.ts';

test('UI8 the key of the secret link stands behind the #, and comes out of it again', () => {
  const workshop = newId<WorkshopId>();
  const key = newSecret();
  const link = new URL(secretLink('http://192.0.2.7:8080', workshop, key));
  expect(link.origin + link.pathname + link.search).not.toContain(key);
  expect(keyInFragment(link.hash)).toBe(key);
});

test('UI8 a link that was cut off gives no key', () => {
  for (const cut of ['', '#', '#key', '#key=', '#ke=abc', '#key=%20']) expect(keyInFragment(cut)).toBe(null);
});
