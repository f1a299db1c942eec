import type { WorkshopId } from '@board/shared/ids';

/** The facilitator's link. The key is in the fragment: it reaches neither the server's log nor a proxy. */
export function secretLink(address: string, workshopId: WorkshopId, key: string): string {
  return `${address}/w/${workshopId}/facilitate#key=${encodeURIComponent(key)}`;
}

/** The address with which another device of one's own comes in. */
export function deviceLink(address: string, workshopId: WorkshopId, key: string): string {
  return `${address}/w/${workshopId}/device#key=${encodeURIComponent(key)}`;
}

/** The key of a fragment such as `#key=…`, or null. */
export function keyInFragment(fragment: string): string | null {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('key')?.trim() || null;
}
