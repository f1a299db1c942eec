import { expect, test } from 'vitest';
import { partInFragment, parts } from './use-part.ts';

test('SG50 each part of the control page has an address, and nothing else is one', () => {
  for (const part of parts) expect(partInFragment(`#${part}`)).toBe(part);
  for (const other of ['', '#', '#nothing', '#groups-', 'groups']) expect(partInFragment(other)).toBeNull();
});
