import { type DocumentName, type PersonId, parseDocumentName, type WorkshopId } from '@board/shared/ids';
import type { StrategyRow } from '@board/shared/model/strategy';
import type { LostWords } from './lost-words.ts';

/** Lost words as they are offered back. */
export interface Offer extends LostWords {
  /** Their row as it was read last before it, or something in it, was removed. */
  row?: StrategyRow;
}

/** Whose offers in which document: `<workshop>/<document>/<person>`. */
export type OffersKey = `${WorkshopId}/${DocumentName}/${PersonId}`;

/**
 * Offers that nobody has answered yet, as this device keeps them: in localStorage, so that they are noted before a page can
 * go. Where that is forbidden or full, they last as long as the page.
 */
const prefix = 'board.offers.';
const whilePageLasts = new Map<string, string>();

/** UTF-16 units that are kept of one person’s offers in one document. Former rows go first, then the oldest offers. */
const most = 400_000;

/** What is kept, oldest first. Tolerates anything. */
export function readOffers(key: OffersKey): Offer[] {
  return offersIn(whilePageLasts.get(key) ?? stored(key));
}

/** Keeps some more, and forgets others, with whatever these say as well. */
export function changeOffers(
  key: OffersKey,
  { add, remove }: { add: readonly Offer[]; remove: readonly Offer[] },
): void {
  const before = readOffers(key).filter((one) => ![...add, ...remove].some((other) => says(other, one)));
  const text = textOf([...before, ...add]);
  whilePageLasts.delete(key);
  try {
    if (text === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, text);
  } catch {
    whilePageLasts.set(key, text ?? '');
  }
}

/** Tells what another tab has come to offer, and what was answered there. Returns how to stop. */
export function followOffers(
  key: OffersKey,
  tell: (change: { come: readonly Offer[]; gone: readonly Offer[] }) => void,
): () => void {
  const look = ({ key: changed, oldValue, newValue }: StorageEvent): void => {
    if (changed !== prefix + key) return;
    const [before, now] = [offersIn(oldValue), offersIn(newValue)];
    const without = (some: Offer[], others: Offer[]) =>
      some.filter((one) => !others.some((other) => isSame(one, other)));
    tell({ come: without(now, before), gone: without(before, now) });
  };
  globalThis.addEventListener?.('storage', look);
  return () => globalThis.removeEventListener?.('storage', look);
}

/** The keys of all offers in a workshop, whoever they are for. Their words: `readOffers`. */
export function offerKeys(workshop: WorkshopId): OffersKey[] {
  const keys = [...whilePageLasts.keys()];
  try {
    for (let at = 0; at < localStorage.length; at++) {
      const key = localStorage.key(at) ?? '';
      if (key.startsWith(prefix)) keys.push(key.slice(prefix.length));
    }
  } catch {
    // Storage is forbidden: there is what this page has noted.
  }
  return [...new Set(keys)].filter((key): key is OffersKey => {
    const document = key.slice(workshop.length + 1, key.lastIndexOf('/'));
    return key.startsWith(`${workshop}/`) && parseDocumentName(document) !== null;
  });
}

/** True for two offers of the same words. */
export function isSame(one: LostWords, other: LostWords): boolean {
  return one.place === other.place && one.words === other.words && one.isOthers === other.isOthers;
}

/** True when one says all words of the other, of the same place and the same people. */
export function says(one: LostWords, other: LostWords): boolean {
  if (one.place !== other.place || one.isOthers !== other.isOthers) return false;
  const all = ` ${one.words.replace(/\s+/g, ' ')} `;
  return other.words.split('\n').every((line) => all.includes(` ${line.replace(/\s+/g, ' ').trim()} `));
}

function stored(key: OffersKey): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

/** Null where there is nothing to keep. Each row once, however much of it is offered. */
function textOf(offers: readonly Offer[]): string | null {
  const rows = Object.fromEntries(offers.flatMap(({ place, row }) => (row ? [[rowOf(place), row]] : [])));
  const bare = offers.map(({ place, words, isOthers }) => ({ place, words, isOthers }));
  const whole = JSON.stringify({ offers: bare, rows });
  if (whole.length <= most) return offers.length === 0 ? null : whole;
  let left = most;
  const kept = bare.toReversed().filter((one) => {
    left -= JSON.stringify(one).length;
    return left > 0;
  });
  return JSON.stringify({ offers: kept.reverse(), rows: {} });
}

function offersIn(text: string | null): Offer[] {
  try {
    const { offers, rows } = JSON.parse(text || '{}') as { offers?: unknown; rows?: Record<string, unknown> };
    if (!Array.isArray(offers)) return [];
    return (offers as Partial<LostWords>[]).flatMap(({ place, words, isOthers }): Offer[] => {
      if (typeof place !== 'string' || typeof words !== 'string' || place === '') return [];
      const row = rows?.[rowOf(place)];
      return [{ place, words, isOthers: isOthers === true, ...(isRow(row) && { row }) }];
    });
  } catch {
    return [];
  }
}

function isRow(value: unknown): value is StrategyRow {
  const { id, actions, risks, sdgTargets } = (value ?? {}) as Partial<StrategyRow>;
  return typeof id === 'string' && [actions, risks, sdgTargets].every(Array.isArray);
}

function rowOf(place: string): string {
  return place.split('/')[1] ?? '';
}
