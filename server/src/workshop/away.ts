import type { PersonListed } from '@board/shared/commands';
import type { PersonId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import type { SessionPerson } from '../ports.ts';
import type { WorkshopState } from './fold.ts';

/**
 * Who must join again and is named where people are listed. After a crowd of invented people was sent away they are only
 * those of whom something is left that others see; nobody is forgotten, and whoever comes back is the same person.
 */
export function listedAway(state: WorkshopState): SessionPerson[] {
  const away = [...state.lapsed.values()];
  if (away.length <= limits.listedAway) return away;
  const seen = seenAuthors(state);
  return away.filter(({ id, role }) => role === 'screen' || seen.has(id));
}

/** Who has said, proposed or presented something, or blocked by name. What was written in documents is in nobody's name there. */
function seenAuthors({ comments, amendments, plenary, votes }: WorkshopState): ReadonlySet<PersonId | null> {
  return new Set([
    ...[...comments.values()].map(({ author }) => author),
    ...[...amendments.byId.values()].map(({ author }) => author),
    ...[...plenary.feedback.values()].map(({ author }) => author),
    ...plenary.rapporteurs.values(),
    ...[...votes.values()].flatMap(({ closed }) => (closed?.blocks ?? []).map(({ by }) => by)),
  ]);
}

/** Who was removed and of whom comments or open amendments still stand, so that they can still be taken out. */
export function removedWithWords({ comments, amendments, people, lapsed, names }: WorkshopState): PersonListed[] {
  const authors = new Set([
    ...[...comments.values()].flatMap(({ author, removedBy }) => (removedBy === null ? [author] : [])),
    ...[...amendments.byId.values()].flatMap(({ author, settled }) => (settled === null ? [author] : [])),
  ]);
  return [...authors].flatMap((personId): PersonListed[] => {
    if (personId === null || people.has(personId) || lapsed.has(personId) || !names.has(personId)) return [];
    const facts = { name: names.get(personId) ?? '', organisation: '', role: 'member', groupId: null } as const;
    return [{ personId, ...facts, connected: false, mustJoinAgain: true, isRemoved: true }];
  });
}
