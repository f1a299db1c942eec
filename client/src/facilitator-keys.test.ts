import { newId, newSecret, type WorkshopId } from '@board/shared/ids';
import { afterEach, expect, test, vi } from 'vitest';
import { facilitatorKeyOf, forgetWorkshop, keepWorkshop, knownWorkshops } from './facilitator-keys.ts';

/** A localStorage as a browser has it. */
function fakeStorage(): Pick<Storage, 'getItem' | 'setItem'> & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

const workshop = () => ({ workshopId: newId<WorkshopId>(), title: 'A workshop', key: newSecret() });

afterEach(() => {
  vi.unstubAllGlobals();
  for (const { workshopId } of knownWorkshops()) forgetWorkshop(workshopId);
});

test('UI8 the device that created a workshop can show its secret link again', () => {
  vi.stubGlobal('localStorage', fakeStorage());
  const [first, second] = [workshop(), workshop()];
  keepWorkshop(first);
  keepWorkshop(second);
  expect(facilitatorKeyOf(first.workshopId)).toBe(first.key);
  expect(knownWorkshops().map(({ workshopId }) => workshopId)).toEqual([second.workshopId, first.workshopId]);
  forgetWorkshop(first.workshopId);
  expect(facilitatorKeyOf(first.workshopId)).toBe(null);
});

test('UI8 damaged or forbidden storage costs the list, never the page', () => {
  const storage = fakeStorage();
  vi.stubGlobal('localStorage', storage);
  for (const damaged of ['{', '7', '[{"workshopId":1}]', '[null]']) {
    storage.kept.set('board:prepared-here', damaged);
    expect(knownWorkshops()).toEqual([]);
  }
  vi.stubGlobal('localStorage', undefined);
  const created = workshop();
  keepWorkshop(created);
  expect(facilitatorKeyOf(created.workshopId)).toBe(created.key);
});
