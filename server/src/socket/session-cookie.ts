import type { WorkshopId } from '@board/shared/ids';

/** The session token for a workshop in a `Cookie` header, or null. */
export function sessionToken(header: string | undefined, workshop: WorkshopId): string | null {
  const prefix = `wb_${workshop}=`;
  const cookie = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix));
  return cookie?.slice(prefix.length) || null;
}
