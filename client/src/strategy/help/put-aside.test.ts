import type { RowId } from '@board/shared/ids';
import { expect, test, vi } from 'vitest';

const row = (name: string) => name as RowId;

/** The part as a page finds it that is opened with what the device has kept. */
async function opened(kept: Map<string, string> | null) {
  vi.resetModules();
  const forbidden = (): never => {
    throw new Error('forbidden');
  };
  vi.stubGlobal('localStorage', {
    getItem: kept ? (key: string) => kept.get(key) ?? null : forbidden,
    setItem: kept ? (key: string, value: string) => void kept.set(key, value) : forbidden,
  });
  return import('./put-aside.ts');
}

test('ST70 a row that is put aside stays so on the device, until it is asked about again', async () => {
  const kept = new Map<string, string>();
  const first = await opened(kept);
  first.putAside(row('r1'));
  first.putAside(row('r2'));
  first.putAside(row('r1'));
  expect([...kept.values()]).toEqual(['["r2","r1"]']);
  const later = await opened(kept);
  later.askAgain([row('r1')]);
  expect([...kept.values()]).toEqual(['["r2"]']);
});

test('ST70 a device that keeps nothing, or something else, is no obstacle', async () => {
  const nothing = await opened(null);
  expect(() => nothing.putAside(row('r1'))).not.toThrow();
  const kept = new Map([['board:help-put-aside', '{"foreign":[1']]);
  (await opened(kept)).putAside(row('r1'));
  expect([...kept.values()]).toEqual(['["r1"]']);
});
