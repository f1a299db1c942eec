import { type HandItem, handMade } from './hand-made.fixture.ts';

/** Values on both sides of a place: each of the first half is walked over for each of the second. */
const half = 200;

/**
 * A list that is about as dear as may be without being tried out. Its second half stands at the beginning, before one of the
 * first half each, so that Yjs finds no two of the same place and walks over all of them.
 */
export function denseList(client: number, name: string): Uint8Array {
  const list: [number, number] = [client, 0];
  const items: HandItem[] = [{ map: true, parent: 'dense', sub: name }];
  for (let at = 0; at < half; at++) {
    items.push({ map: true, ...(at === 0 ? { parent: list } : { origin: [client, at] }) });
  }
  for (let at = 0; at < half; at++) items.push({ map: true, right: [client, 1 + at] });
  return handMade([{ client, clock: 0, items }]);
}

/** So many of these one person may send at once before they wait. */
export const denseBurst = 11;
