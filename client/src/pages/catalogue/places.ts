import type { Found } from '@board/shared/upr/found';

/** True when a list's lines are rows of a sheet or of a Word table. */
export function isInRows(found: Found): boolean {
  return found.table !== null && found.file !== undefined && found.file !== 'text';
}
