import type { VoteId } from '@board/shared/ids';
import { type OverlapChoice, overlapKey, type ScreenSetting, type Wifi } from '@board/shared/screen-view';
import type { Decision } from './decisions.ts';

/** What the facilitator has decided for the hall's screens. */
export interface ScreenState extends ScreenSetting {
  vote: VoteId | null;
  wifi: Wifi | null;
  /** By `overlapKey`. */
  overlaps: ReadonlyMap<string, OverlapChoice>;
}

export type ScreenDecision = Extract<Decision, { type: 'screen-set' | 'wifi-set' | 'overlap-decided' }>;

/** As long as nobody has chosen anything, a screen follows the stage. */
export const firstScreen: ScreenState = {
  shows: 'stage',
  group: null,
  page: 0,
  look: 'system',
  language: null,
  vote: null,
  wifi: null,
  overlaps: new Map(),
};

/** True for decisions that `foldScreen` takes. */
export function isAboutScreen(decision: Decision): decision is ScreenDecision {
  return decision.type === 'screen-set' || decision.type === 'wifi-set' || decision.type === 'overlap-decided';
}

/** The state after one decision. */
export function foldScreen(before: ScreenState, decision: ScreenDecision): ScreenState {
  if (decision.type === 'screen-set') {
    const { setting, vote = before.vote } = decision;
    return { ...before, ...setting, vote };
  }
  if (decision.type === 'wifi-set') return { ...before, wifi: decision.wifi };
  const overlaps = new Map(before.overlaps);
  if (decision.choice === null) overlaps.delete(overlapKey(decision));
  else overlaps.set(overlapKey(decision), decision.choice);
  return { ...before, overlaps };
}

/** When the hall goes on to something else, so do its screens: nobody should have to think of them. */
export function followStage(before: ScreenState): ScreenState {
  return { ...before, shows: 'stage', group: null, page: 0 };
}
