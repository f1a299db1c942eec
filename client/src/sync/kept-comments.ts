import type { AddComment } from '@board/shared/commands';
import { type ErrorCode, isErrorCode } from '@board/shared/errors';
import { type GroupId, isId, type PersonId, type WorkshopId } from '@board/shared/ids';

/** A comment that this device keeps until the server has it. Sent under its own id, so that it is never there twice. */
export interface KeptComment extends AddComment {
  /** Milliseconds since 1970, by this device's clock. */
  at: number;
  /** Why the server does not take it; null while it waits to be sent. */
  refused: ErrorCode | null;
}

/** Begins the keys of a workshop's comments in localStorage; with a person and a group, of those that this person wrote there. */
export function keptPrefix(workshop: WorkshopId, person?: PersonId, group?: GroupId): string {
  const whose = person === undefined || group === undefined ? '' : `${person}.${group}.`;
  return `board.comment.${workshop}.${whose}`;
}

/** The keys in a storage that begin with a prefix. Throws where storage is forbidden. */
export function keysWith(prefix: string, storage: Pick<Storage, 'key' | 'length'>): string[] {
  const keys = Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? '');
  return keys.filter((key) => key.startsWith(prefix));
}

/** The keys of a workshop's comments that are on this device only, whoever wrote them. */
export function keptCommentKeys(workshop: WorkshopId): string[] {
  try {
    return keysWith(keptPrefix(workshop), localStorage);
  } catch {
    return [];
  }
}

/** Reads what was stored; null for what is not of our shape. */
export function parseKept(text: string | null): KeptComment | null {
  try {
    const { id, text: words, place, at, refused } = JSON.parse(text ?? '') as Partial<KeptComment>;
    const isWhole = isId(id) && typeof words === 'string' && typeof at === 'number';
    const hasPlace = place !== undefined && ('thread' in place ? isId(place.thread) : isId(place.row));
    if (!isWhole || !hasPlace) return null;
    return { id, text: words, place, at, refused: isErrorCode(refused) ? refused : null };
  } catch {
    return null;
  }
}
