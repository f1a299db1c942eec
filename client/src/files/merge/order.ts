import type { NewRecommendation } from '@board/shared/model/catalogue';
import type { CatalogueOrder } from '@board/shared/model/catalogue-changes';
import { limits } from '@board/shared/protocol/limits';
import type { Incoming } from './incoming.ts';
import { answerOf, type Choices, isAdded, isTaken, type MergePlan } from './plan.ts';

type Contents = Pick<CatalogueOrder, 'added' | 'changes'>;

/** What is carried out of a plan, after what somebody has decided. */
export function orderOf(plan: MergePlan, choices: Choices): Contents {
  const saidToBe = (answer: 'same' | 'new') => plan.alike.filter((one) => answerOf(one, choices) === answer);
  const known = saidToBe('same').map(({ there, differences }) => ({ id: there.id, differences }));
  return {
    added: [...plan.added.filter((one) => isAdded(plan, one, choices)), ...saidToBe('new').map(({ one }) => one)].map(
      asNew,
    ),
    changes: [...plan.changed, ...known].flatMap(({ id, differences }) =>
      differences
        .filter((one) => isTaken(one, choices))
        .map(({ field, after, byHand }) => ({ id, field, value: after, byHand })),
    ),
  };
}

/** How many recommendations an order touches. */
export function sizeOf({ added, changes }: Contents): number {
  return added.length + new Set(changes.map(({ id }) => id)).size;
}

/** Why an order cannot be carried out as a whole; null when it can. */
export type Hindrance = 'too-many' | 'too-large';

/** A catalogue has an end, and so has what the server takes at once: an order beyond either would be refused as a whole later. */
export function hindranceOf(order: Contents, inCatalogue: number): Hindrance | null {
  if (inCatalogue + order.added.length > limits.recommendations) return 'too-many';
  const bytes = bytesOf(order.added) + bytesOf(order.changes) * timesOfChange;
  return bytes > limits.frameBytes * roomForOwn ? 'too-large' : null;
}

/** The share of a frame that words may take: names of fields and what is kept to take them back need the rest. */
const roomForOwn = 0.4;

/** Beside a text that changes goes the one before, to take it back by, and the first one, for the rows that were written to it. */
const timesOfChange = 1.5;

function bytesOf(list: Contents['added'] | Contents['changes']): number {
  return new TextEncoder().encode(JSON.stringify(list)).length;
}

function asNew(incoming: Incoming): CatalogueOrder['added'][number] {
  const { number, text, states, position, themes, sdgs, source, byHand } = incoming;
  const words = Object.fromEntries(Object.entries(text).filter(([, one]) => one !== ''));
  const fresh: NewRecommendation = {
    number,
    text: words,
    states: [...states],
    position: position ?? 'pending',
    themes: [...themes],
    ...(sdgs.length > 0 && { sdgs: [...sdgs] }),
    source,
  };
  return byHand.length > 0 ? { ...fresh, byHand: [...byHand] } : fresh;
}
