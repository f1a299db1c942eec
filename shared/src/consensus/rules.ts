/** The rules by which a vote is decided (DESIGN §6). Pure arithmetic on whole numbers; no fraction is ever rounded in anyone's favour. */

export const positions = ['agree', 'reservation', 'stand-aside', 'block'] as const;
/** agree · agree with reservation · stand aside · block */
export type Position = (typeof positions)[number];

export const voteRules = ['consensus', 'two-thirds', 'simple-majority'] as const;
export type VoteRule = (typeof voteRules)[number];

/** The share of the roll that must hand in a ballot, as an exact fraction. */
export interface Quorum {
  numerator: number;
  denominator: number;
}

/** How many ballots lie in each position. */
export type Tally = Record<Position, number>;

export type Outcome = 'adopted' | 'not-adopted' | 'no-quorum';

/** The smallest number of ballots that is at least the quorum's share of the roll: half of 21 is 11. Never under 1. */
export function quorumNeeded(rollSize: number, quorum: Quorum): number {
  return Math.max(1, Math.ceil((rollSize * quorum.numerator) / quorum.denominator));
}

/** Counts positions. */
export function tallyOf(ballots: Iterable<{ position: Position }>): Tally {
  const tally: Tally = { agree: 0, reservation: 0, 'stand-aside': 0, block: 0 };
  for (const ballot of ballots) tally[ballot.position] += 1;
  return tally;
}

/** The number of ballots in a tally. */
export function turnoutOf(tally: Tally): number {
  return positions.reduce((sum, position) => sum + tally[position], 0);
}

/**
 * What a vote comes to. Standing aside counts towards the quorum and neither for nor against.
 * Consensus: nobody blocks and somebody agrees. Two thirds: at least two of three who agree or block agree.
 * Simple majority: more agree than block. Agreeing with a reservation is agreeing.
 */
export function outcomeOf(tally: Tally, rollSize: number, rule: VoteRule, quorum: Quorum): Outcome {
  if (turnoutOf(tally) < quorumNeeded(rollSize, quorum)) return 'no-quorum';
  const inFavour = tally.agree + tally.reservation;
  const against = tally.block;
  const passes = {
    consensus: against === 0 && inFavour > 0,
    'two-thirds': inFavour > 0 && inFavour >= 2 * against,
    'simple-majority': inFavour > against,
  }[rule];
  return passes ? 'adopted' : 'not-adopted';
}
