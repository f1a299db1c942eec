import type { WorkshopId } from '@board/shared/ids';

/** A link that opens the adopted charter for anybody. The key is in the fragment: it reaches neither the server's log nor a proxy. */
export function copyLink(address: string, workshopId: WorkshopId, key: string): string {
  return `${address}/w/${workshopId}/charter/copy#key=${encodeURIComponent(key)}`;
}
