import type { PersonId } from '@board/shared/ids';
import type { NewEntry } from '../ports.ts';
import type { Decision } from './decisions.ts';
import type { WorkshopState } from './fold.ts';

/** Decisions after which somebody may do less, or more, than before. */
const movesRights: ReadonlySet<Decision['type']> = new Set([
  'person-changed',
  'person-removed',
  'device-ended',
  'role-changed',
  'join-code-renewed',
  'group-changed',
  'stage-set',
  'charter-adopted',
]);

/** True for what may move somebody's rights; `before` is the state that it comes into. */
export function mayMoveRights({ body }: NewEntry, before: WorkshopState): boolean {
  if (body.kind !== 'decision') return false;
  const { decision } = body;
  // A new name moves nobody's rights, nor does joining, unless it lifts a person who was there already.
  if (decision.type === 'person-changed') {
    return before.people.get(decision.personId)?.groupId !== decision.groupId;
  }
  return movesRights.has(decision.type) || (decision.type === 'person-joined' && before.people.has(decision.personId));
}

/** The one person whose rights decisions move, or null when they are more people's. */
export function concernedBy(entries: readonly NewEntry[]): PersonId | null {
  const people = entries.map(({ body }) =>
    body.kind === 'decision' && 'personId' in body.decision ? body.decision.personId : null,
  );
  return new Set(people).size === 1 ? (people[0] ?? null) : null;
}
