import { randomInt } from 'node:crypto';
import type { DocumentName, GroupId, VoteId } from '@board/shared/ids';
import type { Entry, NewEntry } from '../ports.ts';
import type { Decision } from './decisions.ts';
import type { WorkshopState } from './fold.ts';
import { closeUncounted } from './uncounted.ts';

/**
 * Decisions that take something away from somebody, or words out, and what a facilitator has set for a group's strategy
 * (closed, kept closed, presented). A restored workshop must not give it back. The stage and an adoption belong to the
 * content: they are as the backup has them.
 */
const takesAway: ReadonlySet<Decision['type']> = new Set([
  'person-removed',
  'device-ended',
  'role-changed',
  'join-code-renewed',
  'comment-removed',
  'amendment-withdrawn',
  'feedback-marked',
  'message-taken-back',
  'copy-revoked',
  'group-changed',
]);

/** How far a new generation may lie above the least possible one. */
const spread = 2 ** 20;

/**
 * A generation that no document of a workshop can have had, whichever of its files have come and gone: above all that are
 * known, and above the milliseconds since 1970, since another restore may have left no trace here; and random beyond that, for
 * machines whose clock starts at the same moment each time.
 */
export function freshGeneration(known: Iterable<number>, now: number): number {
  return Math.max(now, ...known) + 1 + randomInt(spread);
}

/**
 * What has been taken away since a backup was made: of the decisions of the file that is replaced, those that the backup
 * does not have, in their order; of a group's settings the latest. People keep what the backup says of their groups; a group
 * that is not in it is nobody's.
 */
export function takenAwaySince(
  backup: readonly Entry[],
  replaced: readonly Entry[],
  { groups }: WorkshopState,
): NewEntry[] {
  const had = new Map<string, number>();
  for (const { text } of takings(backup)) had.set(text, (had.get(text) ?? 0) + 1);
  const since = takings(replaced).filter(({ text }) => {
    const left = had.get(text) ?? 0;
    had.set(text, left - 1);
    return left <= 0;
  });
  const settings = new Map<GroupId, Decision>();
  for (const { decision } of since) if (decision.type === 'group-changed') settings.set(decision.groupId, decision);
  return since.flatMap(({ author, decision }): NewEntry[] => {
    const kept = (one: Decision): NewEntry[] => [{ author, body: { kind: 'decision', decision: one } }];
    if (decision.type === 'group-changed')
      return groups.has(decision.groupId) && settings.get(decision.groupId) === decision ? kept(decision) : [];
    if (decision.type === 'role-changed' && decision.groupId !== null && !groups.has(decision.groupId))
      return kept({ ...decision, groupId: null });
    return kept(decision);
  });
}

/** What a restored workshop goes on with: a new generation of every document, and no vote that cannot be counted. */
export function freshStart(
  state: WorkshopState,
  documents: ReadonlyMap<DocumentName, Uint8Array>,
  generation: number,
  now: number,
): NewEntry[] {
  const moved = [...documents].map(
    ([document, bytes]): NewEntry => ({
      author: null,
      body: { kind: 'document', document, generation, state: bytes },
    }),
  );
  return [...moved, ...closeUncounted(openVotes(state), now)];
}

/** The votes that are open. */
export function openVotes(state: WorkshopState): VoteId[] {
  return [...state.votes.values()].filter(({ closed }) => !closed).map(({ vote }) => vote.id);
}

function takings(entries: readonly Entry[]): { text: string; author: Entry['author']; decision: Decision }[] {
  return entries.flatMap(({ author, body }) =>
    body.kind === 'decision' && takesAway.has(body.decision.type)
      ? [{ text: JSON.stringify(body.decision), author, decision: body.decision }]
      : [],
  );
}
