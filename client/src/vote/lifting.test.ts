import { expect, test } from 'vitest';
import { mayStillLift } from './lifting.ts';

test('VO73 a paper is worth keeping while its block can be lifted, or could be in a time that is opened again', () => {
  expect(mayStillLift({ slotUntil: null }, 5)).toBe(false);
  expect(mayStillLift({ slotUntil: null, liftUntil: 9 }, 5)).toBe(true);
  expect(mayStillLift({ slotUntil: null, liftUntil: 9 }, 10)).toBe(false);
  // No marks are kept, as after a restore (VO89).
  expect(mayStillLift({ slotUntil: 9 }, 5)).toBe(false);
  // While it runs, the server says when it is over.
  expect(mayStillLift({ slotUntil: 9, liftUntil: 9 }, 10)).toBe(true);
});
