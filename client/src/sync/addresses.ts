import type { WorkshopId } from '@board/shared/ids';

/** This page's server as a WebSocket address, without a slash at the end: `ws://192.168.1.20:8080`. */
function socketOrigin(page: Pick<Location, 'protocol' | 'host'> = location): string {
  return `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}`;
}

/** Where a workshop's live view is pushed. */
export function liveAddress(workshop: WorkshopId): string {
  return `${socketOrigin()}/live/${workshop}`;
}

/** What stands before a document's name in its sync address. */
export function syncAddress(workshop: WorkshopId): string {
  return `${socketOrigin()}/sync/${workshop}`;
}
