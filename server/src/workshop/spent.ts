import type { PersonId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import type { NewEntry, SessionPerson } from '../ports.ts';
import type { Decision } from './decisions.ts';
import { Refusal } from './refusal.ts';

/** What somebody has decided so far, of what could be decided without end: about comments, and about anything else. */
export interface Spent {
  comments: number;
  others: number;
}

/** So much each and all together; and each so little in any case, so that whoever spends much keeps nobody out. */
interface Share {
  each: number;
  inAll: number;
  few: number;
}

const ofComments: Share = {
  each: limits.commentActsPerPerson,
  inAll: limits.commentActs,
  few: limits.fewCommentActs,
};
const ofOthers: Share = { each: limits.actsPerPerson, inAll: limits.acts, few: limits.fewActs };

/** Bounded otherwise: each undoes something that was counted, once, or belongs to a presentation, which a facilitator begins. Amendments: see amendments.ts. */
const bounded: ReadonlySet<Decision['type']> = new Set([
  'comment-removed',
  'together-ended',
  'device-added',
  'device-ended',
  'feedback-given',
  'presentation-turned',
  'amendment-proposed',
  'amendment-withdrawn',
]);
const aboutComments: ReadonlySet<Decision['type']> = new Set(['comment-added', 'comment-edited', 'thread-resolved']);

function kindOf(decision: Decision): keyof Spent | null {
  // Whoever has the key comes in in any case.
  const isWithKey = decision.type === 'person-joined' && decision.role === 'facilitator';
  if (isWithKey || bounded.has(decision.type)) return null;
  return aboutComments.has(decision.type) ? 'comments' : 'others';
}

/** Counts a decision for its author. Who is removed counts no more. */
export function noteSpent(spent: Map<PersonId, Spent>, decision: Decision, author: PersonId | null): void {
  if (decision.type === 'person-removed') spent.delete(decision.personId);
  const kind = kindOf(decision);
  if (author === null || kind === null) return;
  const before = spent.get(author) ?? { comments: 0, others: 0 };
  spent.set(author, { ...before, [kind]: before[kind] + 1 });
}

/** What the state tells about who is in, and what they have decided. */
interface WhoIsIn {
  people: ReadonlyMap<PersonId, SessionPerson>;
  lapsed: ReadonlyMap<PersonId, unknown>;
  spent: ReadonlyMap<PersonId, Spent>;
}

/**
 * Throws `comments-spent` or `changes-spent` when somebody has decided as much as one person may, and `list-full` when all
 * who are in have, and this person not little. Facilitators go on: of comments up to a further limit. Who must join again
 * comes back in any case: that is once for each time that a facilitator has sent everybody away.
 */
export function requireShare(state: WhoIsIn, { id, role }: SessionPerson, entries: readonly NewEntry[]): void {
  if (state.lapsed.has(id)) return;
  const more = new Map<PersonId, Spent>();
  for (const { body } of entries) if (body.kind === 'decision') noteSpent(more, body.decision, id);
  const { comments = 0, others = 0 } = more.get(id) ?? {};
  const own = state.spent.get(id) ?? { comments: 0, others: 0 };
  if (role === 'facilitator') {
    if (comments > 0 && spentBy(state, 'comments', true) + comments > limits.commentActsOfFacilitators)
      throw new Refusal('list-full', 'comments');
    return;
  }
  if (comments > 0) requireOne(ofComments, own.comments, () => spentBy(state, 'comments', false), 'comments');
  if (others > 0) requireOne(ofOthers, own.others, () => spentBy(state, 'others', false), 'changes');
}

function requireOne({ each, inAll, few }: Share, own: number, all: () => number, what: 'comments' | 'changes'): void {
  if (own >= each) throw new Refusal(`${what}-spent`);
  if (own >= few && all() >= inAll) throw new Refusal('list-full', what);
}

/** What has been decided by those who are in: a new link, or taking somebody out, makes room. */
export function spentBy(
  { people, spent }: Pick<WhoIsIn, 'people' | 'spent'>,
  kind: keyof Spent,
  areFacilitators: boolean,
): number {
  let sum = 0;
  for (const [id, one] of spent)
    if (people.has(id) && (people.get(id)?.role === 'facilitator') === areFacilitators) sum += one[kind];
  return sum;
}
