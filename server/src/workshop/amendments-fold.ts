import type { AmendmentId, PersonId } from '@board/shared/ids';
import { keyed } from '@board/shared/keyed';
import type { AmendmentView } from '@board/shared/live-view';
import type { CharterPlace } from '@board/shared/model/charter';
import { limits } from '@board/shared/protocol/limits';
import type { Decision } from './decisions.ts';

export type AmendmentDecision = Extract<Decision, { amendmentId: unknown }>;

export interface AmendmentState {
  id: AmendmentId;
  place: CharterPlace;
  author: PersonId | null;
  at: number;
  before: string;
  /** Empty when it was withdrawn. */
  text: string;
  settled: { how: 'taken' | 'by-hand' | 'declined' | 'withdrawn'; at: number; word: string } | null;
  /** The name of a person of another server, in place of that of `author`. */
  elsewhere?: string;
}

export interface Amendments {
  /** In the order in which they were proposed. */
  byId: ReadonlyMap<AmendmentId, AmendmentState>;
  /** Those that facilitators have settled, in the order in which they did. */
  settled: ReadonlySet<AmendmentId>;
  shown: AmendmentId | null;
}

export const noAmendments: Amendments = { byId: new Map(), settled: new Set(), shown: null };

/** True for decisions that `foldAmendment` takes. */
export function isAboutAmendments(decision: Decision): decision is AmendmentDecision {
  return 'amendmentId' in decision;
}

/** Amendments while entries are being folded into them. */
export interface AmendmentsDraft extends Amendments {
  byId: Map<AmendmentId, AmendmentState>;
  settled: Set<AmendmentId>;
}

export function copyOf({ byId, settled, shown }: Amendments): AmendmentsDraft {
  return { byId: new Map(byId), settled: new Set(settled), shown };
}

/** Takes one decision in. A decision on what is not there, or is settled already, changes nothing. */
export function foldAmendment(
  draft: AmendmentsDraft,
  decision: AmendmentDecision,
  author: PersonId | null,
  at: number,
): void {
  if (decision.type === 'amendment-shown') {
    draft.shown = decision.amendmentId;
    return;
  }
  const id = decision.amendmentId;
  if (decision.type === 'amendment-proposed') {
    const { place, before: words, text, elsewhere } = decision;
    const then = elsewhere ? { at: elsewhere.at, settled: elsewhere.settled, elsewhere: elsewhere.name } : {};
    draft.byId.set(id, { id, place, author, at, before: words, text, settled: null, ...then });
    if (elsewhere?.settled) noteSettled(draft, id);
    return;
  }
  const one = draft.byId.get(id);
  if (!one || (one.settled === null) === (decision.type === 'amendment-put-back')) return;
  if (decision.type === 'amendment-put-back') {
    if (one.settled?.how !== 'withdrawn') draft.byId.set(id, { ...one, settled: null });
    draft.settled.delete(id);
    return;
  }
  if (draft.shown === id) draft.shown = null;
  draft.byId.set(id, settle(one, decision, at));
  if (decision.type !== 'amendment-withdrawn') noteSettled(draft, id);
}

/** What an amendment comes to with the words that stand now. */
export type AmendedNow = Pick<AmendmentView, 'place' | 'before' | 'text' | 'stands'>;

/** Those that everybody may see: all open ones, and the latest others; nothing of what was withdrawn. */
export function amendmentViews(
  { byId, shown }: Amendments,
  nowOf: (amendment: AmendmentState) => AmendedNow,
): Record<AmendmentId, AmendmentView> {
  const all = [...byId.values()].filter(({ settled }) => settled?.how !== 'withdrawn');
  const settled = all.filter((one) => one.settled !== null);
  const latest = new Set(settled.sort((a, b) => b.settled!.at - a.settled!.at).slice(0, limits.shownAmendments));
  const views = keyed<AmendmentId, AmendmentView>();
  for (const one of all) {
    const { id, at, settled: end } = one;
    if (end?.how === 'withdrawn' || (end && !latest.has(one))) continue;
    const { place, before, text, stands } = nowOf(one);
    views[id] = {
      place,
      before,
      text,
      at,
      stands: end === null && stands,
      shown: shown === id,
      settled: end && { how: end.how, at: end.at, word: end.word },
    };
  }
  return views;
}

type Settling = Extract<AmendmentDecision, { type: 'amendment-withdrawn' | 'amendment-taken' | 'amendment-declined' }>;

function settle(one: AmendmentState, decision: Settling, at: number): AmendmentState {
  switch (decision.type) {
    case 'amendment-withdrawn':
      return { ...one, before: '', text: '', settled: { how: 'withdrawn', at, word: '' } };
    case 'amendment-taken':
      return { ...one, settled: { how: decision.byHand ? 'by-hand' : 'taken', at, word: '' } };
    case 'amendment-declined':
      return { ...one, settled: { how: 'declined', at, word: decision.word } };
  }
}

/** Of those that facilitators have settled only the latest are kept, so that declining fills nothing and keeps nobody from proposing. */
function noteSettled({ byId, settled }: AmendmentsDraft, id: AmendmentId): void {
  settled.add(id);
  const [oldest] = settled;
  if (oldest === undefined || settled.size <= limits.settledAmendments) return;
  settled.delete(oldest);
  byId.delete(oldest);
}
