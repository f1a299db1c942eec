import type { PersonId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { takesRoom } from './comments-fold.ts';
import type { WorkshopState } from './fold.ts';
import { spentBy } from './spent.ts';

/** Something of which a workshop holds so much and no more. */
interface Room {
  isFull: boolean;
  of: ReadonlyMap<PersonId, number>;
  /** Twice what each of a large hall could have in the same way: who has that is no ordinary participant. */
  much: number;
}

const twice = 2;

/** Who is no facilitator and has much of what a workshop has no more room for. Nobody while there is room. */
export function whoFilled(state: WorkshopState): ReadonlySet<PersonId> {
  const filled = new Set<PersonId>();
  for (const { isFull, of, much } of [...decided(state), ...standing(state)]) {
    if (!isFull) continue;
    for (const [id, count] of of) if (count >= much && state.people.get(id)?.role !== 'facilitator') filled.add(id);
  }
  return filled;
}

function decided(state: WorkshopState): Room[] {
  const withdrawn = authors(state.amendments.byId.values(), ({ settled }) => settled?.how === 'withdrawn');
  const present = new Map([...withdrawn].filter(([id]) => state.people.has(id)));
  return [
    {
      isFull: spentBy(state, 'comments', false) >= limits.commentActs,
      of: new Map([...state.spent].map(([id, { comments }]) => [id, comments])),
      much: twice * limits.fewCommentActs,
    },
    {
      isFull: spentBy(state, 'others', false) >= limits.acts,
      of: new Map([...state.spent].map(([id, { others }]) => [id, others])),
      much: twice * limits.fewActs,
    },
    { isFull: sum(present) >= limits.withdrawnAmendments, of: present, much: twice * limits.fewAmendments },
  ];
}

function standing({ comments, amendments }: WorkshopState): Room[] {
  const said = [...comments.values()].filter(takesRoom);
  const open = [...amendments.byId.values()].filter(({ settled }) => settled === null);
  return [
    { isFull: said.length >= limits.comments, of: authors(said), much: twice * limits.fewComments },
    { isFull: open.length >= limits.openAmendments, of: authors(open), much: limits.fewAmendments },
  ];
}

function authors<One extends { author: PersonId | null }>(
  all: Iterable<One>,
  counts: (one: One) => boolean = () => true,
): Map<PersonId, number> {
  const of = new Map<PersonId, number>();
  for (const one of all) if (one.author !== null && counts(one)) of.set(one.author, (of.get(one.author) ?? 0) + 1);
  return of;
}

function sum(of: ReadonlyMap<PersonId, number>): number {
  return [...of.values()].reduce((all, count) => all + count, 0);
}
