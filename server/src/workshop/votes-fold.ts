import type { PersonId, VoteId } from '@board/shared/ids';
import type { VoteAsOpened, VoteResult } from '@board/shared/live-view';
import type { RollView } from '@board/shared/vote-parts';
import type { Decision, GroupRoll, NamedBlock, OrganisationRoll, VoteOpened } from './decisions.ts';

interface ClosedVote {
  turnout: number;
  byHand: number;
  result: VoteResult;
  blocks?: readonly NamedBlock[];
  /** What everybody on the roll was called then, where blocks of an open vote may be lifted later. */
  names: ReadonlyMap<PersonId, string>;
}

/** A vote as the log knows it. Ballots are elsewhere (ballot-box.ts). */
export interface VoteState {
  vote: VoteAsOpened;
  /** Who votes on a device. People whose ballots are entered by hand are not in it. */
  roll: ReadonlySet<PersonId>;
  organisations: readonly OrganisationRoll[];
  /** Who had joined and was put down as not voting on a device; null where the log of an earlier version does not tell. */
  putDown: ReadonlyMap<PersonId, 'absent' | 'by-hand'> | null;
  /** Who votes on a device, by the groups of then; empty in a secret vote. */
  groups: readonly GroupRoll[];
  /** Null while the vote is open. */
  closed: ClosedVote | null;
  /** Until when the item may be amended and a block lifted; null before and after that time. */
  slotUntil: number | null;
}

/** The decisions that this file folds. */
export type VoteDecision = Extract<Decision, { type: 'vote-opened' | 'vote-closed' | 'slot-set' | 'slot-ended' }>;

const types: readonly Decision['type'][] = ['vote-opened', 'vote-closed', 'slot-set', 'slot-ended'];

/** True for a decision about a vote. */
export function isAboutVotes(decision: Decision): decision is VoteDecision {
  return types.includes(decision.type);
}

/** Takes one decision into the votes, which nobody else holds yet. */
export function foldVote(
  votes: Map<VoteId, VoteState>,
  decision: VoteDecision,
  names: ReadonlyMap<PersonId, string>,
): void {
  if (decision.type === 'vote-opened') {
    const { vote, roll, organisations = [], groups = [] } = decision;
    votes.set(vote.id, {
      vote: { slotMinutes: 0, roll: bareRoll, ...vote },
      roll: new Set(roll),
      organisations,
      putDown: putDownIn(decision),
      groups,
      closed: null,
      slotUntil: null,
    });
    return;
  }
  const state = votes.get(decision.voteId);
  if (!state) return;
  if (decision.type === 'vote-closed') {
    const { turnout, byHand = 0, result, blocks, slotUntil = null } = decision;
    const closed = { turnout, byHand, result, ...(blocks ? { blocks } : {}), names: namesThen(state, result, names) };
    votes.set(decision.voteId, { ...state, closed, slotUntil });
  } else if (decision.type === 'slot-set') votes.set(decision.voteId, { ...state, slotUntil: decision.until });
  else {
    const result = decision.result ?? state.closed?.result;
    const closed = state.closed && result ? { ...state.closed, result } : state.closed;
    votes.set(decision.voteId, { ...state, closed, slotUntil: null });
  }
}

function putDownIn({ absent, byHand }: VoteOpened): VoteState['putDown'] {
  if (!absent || !byHand) return null;
  return new Map([...absent.map((id) => [id, 'absent'] as const), ...byHand.map((id) => [id, 'by-hand'] as const)]);
}

function namesThen(
  { vote, roll }: VoteState,
  { tally }: VoteResult,
  names: ReadonlyMap<PersonId, string>,
): ReadonlyMap<PersonId, string> {
  if (vote.secrecy === 'secret' || tally.block === 0) return new Map();
  return new Map([...roll].map((id) => [id, names.get(id) ?? '']));
}

/** The roll of a vote of earlier versions, which kept nothing but who may vote. */
const bareRoll: RollView = { groups: [], organisations: 0, byHand: 0, absent: 0, note: '' };
