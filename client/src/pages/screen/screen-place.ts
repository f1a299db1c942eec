import { isId, type WorkshopId } from '@board/shared/ids';
import { readChoice, writeChoice } from '../../device-choices.ts';

/** The workshop that this browser's screen belongs to: named by a link of the control page (`/screen#<id>`), or kept from before. */
export function workshopOfScreen(): WorkshopId | null {
  const named = location.hash.slice(1);
  if (isId<WorkshopId>(named)) {
    keepWorkshop(named);
    history.replaceState(history.state, '', location.pathname);
    return named;
  }
  const kept = readChoice('screen');
  return isId<WorkshopId>(kept) ? kept : null;
}

/** Remembers it, so that a reload shows it again. */
export function keepWorkshop(id: WorkshopId): void {
  writeChoice('screen', id);
}

export function forgetWorkshop(): void {
  writeChoice('screen', '');
}
