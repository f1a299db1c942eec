import type { WorkshopId } from '@board/shared/ids';

/**
 * The facilitator's key of a workshop that was created on this device, kept in this browser's localStorage and nowhere
 * else: the server only has its hash. With it the secret link can be shown again. Whoever can use this browser can read
 * it, as they can use the facilitator's session. Where storage is forbidden the key lasts as long as the page.
 */
export interface KnownWorkshop {
  workshopId: WorkshopId;
  title: string;
  key: string;
}

const place = 'board:prepared-here';
let whilePageLasts: KnownWorkshop[] = [];

/** The workshops that were created on this device, latest first. */
export function knownWorkshops(): KnownWorkshop[] {
  try {
    const raw: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    const kept = Array.isArray(raw) ? raw.filter(isKnown) : [];
    return kept.length > 0 ? kept : whilePageLasts;
  } catch {
    return whilePageLasts;
  }
}

/** The key of one workshop, or null when it was created elsewhere. */
export function facilitatorKeyOf(workshopId: WorkshopId): string | null {
  return knownWorkshops().find((known) => known.workshopId === workshopId)?.key ?? null;
}

/** Keeps a new workshop's key. */
export function keepWorkshop(workshop: KnownWorkshop): void {
  whilePageLasts = [workshop, ...knownWorkshops().filter((known) => known.workshopId !== workshop.workshopId)];
  try {
    localStorage.setItem(place, JSON.stringify(whilePageLasts));
  } catch {
    // Storage is full or forbidden: the key then lasts as long as the page.
  }
}

/** Forgets a workshop that is no longer on the server. */
export function forgetWorkshop(workshopId: WorkshopId): void {
  whilePageLasts = knownWorkshops().filter((known) => known.workshopId !== workshopId);
  try {
    localStorage.setItem(place, JSON.stringify(whilePageLasts));
  } catch {
    // Nothing was stored, so nothing stays.
  }
}

function isKnown(entry: unknown): entry is KnownWorkshop {
  if (entry === null || typeof entry !== 'object') return false;
  const { workshopId, title, key } = entry as Partial<Record<keyof KnownWorkshop, unknown>>;
  return [workshopId, title, key].every((part) => typeof part === 'string');
}
