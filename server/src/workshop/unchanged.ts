import type { PersonId } from '@board/shared/ids';
import type { NewEntry, SessionPerson, WhyOut } from '../ports.ts';
import type { WorkshopState } from './fold.ts';
import { Refusal } from './refusal.ts';

/**
 * Throws when somebody is not any more who they were when their command was looked at: why they are out, or `rights-changed`
 * with another role or, for members, in another group.
 */
export function requireUnchanged(
  state: Pick<WorkshopState, 'people' | 'lapsed'>,
  by: SessionPerson,
  entries: readonly NewEntry[],
): void {
  const { people, lapsed } = state;
  const types = entries.map(({ body }) => (body.kind === 'decision' ? body.decision.type : null));
  const isJoining = types.every((type) => type === 'person-joined');
  const now = people.get(by.id) ?? (isJoining ? lapsed.get(by.id) : undefined);
  if (!now) throw new Refusal(whyGone(state, by.id));
  // A member's rights hang on the group; but whoever changes the own group twice at once is in another when the second change comes.
  const isAboutOneself = types.every((type) => type === 'person-changed' || type === 'person-joined');
  const hasMoved = now.role === 'member' && now.groupId !== by.groupId && !isAboutOneself;
  if (now.role !== by.role || hasMoved) throw new Refusal('rights-changed');
}

/** Why somebody who has joined is not in any more. */
export function whyGone({ lapsed }: Pick<WorkshopState, 'lapsed'>, id: PersonId): WhyOut {
  return lapsed.has(id) ? 'link-revoked' : 'removed';
}
