import type { Tally } from './consensus/rules.ts';
import type { CharterItemId, GroupId, VoteId } from './ids.ts';

/** Who may vote, as it was when the vote was opened. Observers, screens and facilitators are never on it. */
export interface RollView {
  /** In the groups' order of then; people in no group come last, without an id. Groups of which nobody is on the roll are missing. */
  groups: RollOfGroup[];
  /** How many organisations the people on the roll belong to. */
  organisations: number;
  /** Of the people on the roll, those without a phone: their ballots are entered by the facilitator. */
  byHand: number;
  /** People who have joined and were taken out as absent, and why. */
  absent: number;
  note: string;
}

export interface RollOfGroup {
  groupId: GroupId | null;
  /** The group's name of then; empty for people in no group. */
  name: string;
  people: number;
  /** Of them, those without a phone. */
  byHand: number;
}

/** Why a member does not vote on a device in a vote: put down on the roll as voting by hand, taken off it as absent, or not there yet when it was made. */
export type Standing = 'by-hand' | 'absent' | 'later';

/** One person's own standing in the votes in which this person does not vote; told to nobody else. */
export type Standings = Readonly<Record<VoteId, Standing>>;

/** An organisation and how many people it has on a roll. */
interface OrganisationOnRoll {
  name: string;
  people: number;
}

/** The roll of an adoption, as it is printed with the record. */
export interface AdoptionRoll {
  groups: RollOfGroup[];
  organisations: OrganisationOnRoll[];
}

/**
 * What an open vote comes to when each organisation counts once (shared/consensus/organisations.ts). It decides nothing;
 * it stands beside the count of people.
 */
export interface OrganisationCount {
  tally: Tally;
  /** Organisations whose people do not agree with each other. */
  divided: number;
  /** Organisations of which nobody has voted. */
  silent: number;
  /** All organisations on the roll of which it can be known where they stand. */
  organisations: number;
  /** Those of which it cannot, since some of their people vote by a show of hands; none where it is missing. */
  byHand?: number;
}

/** A show of hands in one group, entered by the facilitator. */
export interface HandCount {
  groupId: GroupId | null;
  tally: Tally;
}

/** How many of a group's people on the roll have voted, in an open vote. */
export interface TurnoutOfGroup {
  /** Null: people in no group. */
  groupId: GroupId | null;
  /** The group's name of then. */
  name: string;
  people: number;
  voted: number;
}

/** Turnout by group; small ones are summed up (shared/consensus/turnout.ts). */
export interface GroupTurnout {
  groups: TurnoutOfGroup[];
  others: { people: number; voted: number } | null;
}

/** An item that the charter was adopted without, and how it stood then. */
export interface LeftOutItem {
  id: CharterItemId;
  text: string;
  groupName: string;
  fingerprint: string;
  standing: 'draft' | 'not-adopted' | 'stale';
}
