import type { ErrorCode } from '@board/shared/errors';
import type { Secrecy } from '@board/shared/live-view';
import type { Standing } from '@board/shared/vote-parts';
import type { Choice } from './choice.ts';
import type { Ending, KeptBallot } from './kept-ballot.ts';

/**
 * Where one person's ballot in one vote stands, as this device knows it.
 * `counted` always means: the server has said that it is stored.
 */
export type BallotState =
  /** This person takes no part in the vote, or only watches. `why`: what the roll says of a member, where the server has told it. */
  | { state: 'not-on-roll'; why?: Standing }
  /** The ballot paper is on its way. `isDelayed`: the network has failed and it is asked for again. */
  | { state: 'collecting'; isDelayed: boolean }
  | { state: 'ready' }
  /** On its way; `counted` is the earlier ballot that this one replaces. */
  | { state: 'sending'; choice: Choice; counted: Choice | null }
  | { state: 'counted'; choice: Choice }
  /** No network: kept on this device and sent as soon as it can be. */
  | { state: 'waiting'; choice: Choice; counted: Choice | null }
  /** The server has refused this ballot or paper. */
  | { state: 'refused'; code: ErrorCode; choice: Choice | null; counted: Choice | null }
  /** The paper was collected on another device, or this browser has lost it. */
  | { state: 'other-device' }
  /** The vote is closed. The position is forgotten, so that nobody who takes the phone can read it. */
  | { state: 'over'; isCounted: boolean; isSecret: boolean }
  /** The vote closed before this ballot was stored. `isSure` is false when it left the device and no answer came back. */
  | { state: 'too-late'; hasEarlier: boolean; isSure: boolean };

/** What is going on beside what is kept. `failures`: requests in a row that found no server. */
export interface Doings {
  secrecy: Secrecy;
  isBusy: boolean;
  failures: number;
  refusal: ErrorCode | null;
}

/** True when a block lacks its reason: such a ballot is not sent. */
export function lacksReason(choice: Choice): boolean {
  return choice.position === 'block' && choice.reason.trim() === '';
}

/** True when both say the same. */
export function isSameChoice(a: Choice | undefined, b: Choice | undefined): boolean {
  return a?.position === b?.position && a?.reason === b?.reason;
}

/** What the screen says, from what is kept and what is going on. */
export function stateOf(kept: KeptBallot, doings: Doings): BallotState {
  const { wanted, ending } = kept;
  const counted = kept.counted ?? null;
  if (ending) return endedState(ending, doings.secrecy);
  if (doings.refusal === 'not-on-roll') return { state: 'not-on-roll' };
  if (doings.refusal === 'paper-already-collected') return { state: 'other-device' };
  if (doings.refusal) return { state: 'refused', code: doings.refusal, choice: wanted ?? null, counted };
  if (wanted) {
    const isOnItsWay = doings.isBusy && doings.failures === 0;
    return { state: isOnItsWay ? 'sending' : 'waiting', choice: wanted, counted };
  }
  if (counted) return { state: 'counted', choice: counted };
  const needsPaper = doings.secrecy === 'secret' && !kept.stamped;
  return needsPaper ? { state: 'collecting', isDelayed: doings.failures > 0 } : { state: 'ready' };
}

/** How a ballot ended, when the vote is closed and nothing of it is on its way any more. */
export function endingOf(kept: KeptBallot): Ending {
  if (!kept.wanted) return kept.counted ? 'counted' : 'none';
  if (kept.isUnanswered) return kept.counted ? 'change-unsure' : 'unsure';
  return kept.counted ? 'change-too-late' : 'too-late';
}

/** After the server has stored a choice. A newer one that was made meanwhile stays wanted. */
export function afterCounting(kept: KeptBallot, choice: Choice): KeptBallot {
  const { wanted, isUnanswered: _, ...rest } = kept;
  const isNewer = wanted !== undefined && !isSameChoice(wanted, choice);
  return isNewer ? { ...rest, counted: choice, wanted } : { ...rest, counted: choice };
}

function endedState(ending: Ending, secrecy: Secrecy): BallotState {
  if (ending === 'none' || ending === 'counted')
    return { state: 'over', isCounted: ending === 'counted', isSecret: secrecy === 'secret' };
  return {
    state: 'too-late',
    hasEarlier: ending === 'change-too-late' || ending === 'change-unsure',
    isSure: ending === 'too-late' || ending === 'change-too-late',
  };
}
