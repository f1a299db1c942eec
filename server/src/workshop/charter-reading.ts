import { fingerprint } from '@board/shared/consensus/fingerprint';
import type { CharterItemId } from '@board/shared/ids';
import type { CharterItemView, VoteScope, VoteView } from '@board/shared/live-view';
import { type CharterItem, charterWords, wholeText } from '@board/shared/model/charter';
import { type MergedText, mergedTexts } from '@board/shared/model/merged-texts';
import type * as Y from 'yjs';
import type { Turnout } from './ballot-boxes.ts';
import { groupTurnout } from './ballot-count.ts';
import type { WorkshopState } from './fold.ts';
import type { VoteState } from './votes-fold.ts';

/** The charter's words as plain values, with the fingerprints that votes are compared by. */
export interface CharterReading {
  preamble: string;
  closing: string;
  items: (CharterItem & { fingerprint: string })[];
  merged: ReadonlyMap<CharterItemId, MergedText>;
  all: string;
  allFingerprint: string;
}

/** Reads the charter document. */
export function readCharter(doc: Y.Doc): CharterReading {
  const { preamble, closing, items, all } = charterWords(doc);
  return {
    preamble,
    closing,
    items: items.map((item) => ({ ...item, fingerprint: fingerprint(item.text) })),
    merged: mergedTexts(doc, items),
    all,
    allFingerprint: fingerprint(all),
  };
}

/** The same charter without some of its items. */
export function withoutItems(charter: CharterReading, ids: ReadonlySet<CharterItemId>): CharterReading {
  const items = charter.items.filter(({ id }) => !ids.has(id));
  const all = wholeText({ ...charter, items });
  return { ...charter, items, all, allFingerprint: fingerprint(all) };
}

/** The words that a vote of this scope is on, as they stand now; null when the item is gone. */
export function wordsOf(charter: CharterReading, scope: VoteScope): { words: string; fingerprint: string } | null {
  if (scope.kind === 'charter') return { words: charter.all, fingerprint: charter.allFingerprint };
  const item = charter.items.find((one) => one.id === scope.itemId);
  return item ? { words: item.text, fingerprint: item.fingerprint } : null;
}

/** True when the vote was opened on other words than those that stand now. */
export function isStale(charter: CharterReading, { vote }: VoteState): boolean {
  return wordsOf(charter, vote.scope)?.fingerprint !== vote.fingerprint;
}

/** A vote as everybody may see it: turnout only, until it is closed. */
export function voteViewOf(state: VoteState, turnout: Turnout, stale: boolean): VoteView {
  const { vote, closed, slotUntil } = state;
  const byGroup = closed ? closed.result.byGroup : groupTurnout(state, turnout.keys);
  return {
    ...vote,
    stale,
    turnout: closed?.turnout ?? turnout.all,
    byHand: closed?.byHand ?? turnout.byHand,
    ...(byGroup ? { byGroup } : {}),
    result: closed?.result ?? null,
    slotUntil,
  };
}

/** A closed vote as everybody may see it. */
export function closedViewOf(state: VoteState, stale: boolean): VoteView {
  return voteViewOf(state, { all: 0, byHand: 0, keys: [] }, stale);
}

/** An item's standing: its latest vote decides, and only on the words that stand now; after the adoption the record. */
export function itemStanding(
  state: WorkshopState,
  charter: CharterReading,
  item: CharterItem,
): Pick<CharterItemView, 'status' | 'voteId'> {
  const latest = latestVoteOn(state, item);
  const voteId = latest?.vote.id ?? null;
  if (state.adopted) {
    const leftOut = state.adopted.leftOut?.find(({ id }) => id === item.id);
    return { status: leftOut?.standing ?? 'adopted', voteId };
  }
  if (!latest) return { status: 'draft', voteId };
  if (!latest.closed) return { status: 'voting', voteId };
  const isAdopted = latest.closed.result.outcome === 'adopted';
  if (isStale(charter, latest)) return { status: isAdopted ? 'stale' : 'draft', voteId };
  return { status: isAdopted ? 'adopted' : 'not-adopted', voteId };
}

function latestVoteOn(state: WorkshopState, item: CharterItem): VoteState | null {
  let latest: VoteState | null = null;
  for (const one of state.votes.values()) {
    if (one.vote.scope.kind === 'item' && one.vote.scope.itemId === item.id) latest = one;
  }
  return latest;
}
