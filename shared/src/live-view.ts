import type { Outcome, Position, Quorum, Tally, VoteRule } from './consensus/rules.ts';
import type {
  AmendmentId,
  CharterItemId,
  DocumentName,
  FeedbackId,
  GroupId,
  MessageId,
  RecommendationId,
  RowId,
  StepId,
  TogetherId,
  VoteId,
  WorkshopId,
} from './ids.ts';
import type { CommentCounts, DrawnFrom, RewordedSource, TogetherView } from './live-between.ts';
import type { MessageView, NowView, PeopleView, StepView, TimerView } from './live-stage.ts';
import type { CharterPlace, ItemSource } from './model/charter.ts';
import type { Progress } from './model/progress.ts';
import type { Timeline } from './model/timeline.ts';
import type { FeedbackCounts, FeedbackView, PresentationView, PresentedAction, Rapporteur } from './presentation.ts';
import type { CoverageView, OverlapView, ScreenView } from './screen-view.ts';
import type { Stage } from './stages.ts';
import type { PositionOfState } from './upr/positions.ts';
import type { AdoptionRoll, GroupTurnout, HandCount, LeftOutItem, OrganisationCount, RollView } from './vote-parts.ts';

/**
 * The live view: what the hall sees, computed by the server from the documents and the decisions and pushed as JSON
 * over `WS /live/<workshopId>`. A phone that only votes needs nothing else.
 */
export interface LiveView {
  workshop: WorkshopView;
  stage: Stage;
  now: NowView;
  agenda: Record<StepId, StepView>;
  timer: TimerView | null;
  /** The last few, the oldest first by `at`; those that were taken back are missing. */
  messages: Record<MessageId, MessageView>;
  people: PeopleView;
  /** Generation of each document that is there; part of the sync address. */
  documents: Record<string, number>;
  groups: Record<GroupId, GroupView>;
  /** Which groups have taken a recommendation; those that nobody took are missing. */
  taken: Record<RecommendationId, GroupId[]>;
  /** Organisations that a group names as partners, a few of each; groups that keep their strategy closed or name none are missing. */
  partners: Record<GroupId, string[]>;
  charter: CharterView;
  /** Contributions whose groups have changed their own words since they were drawn into an item; items without are missing. */
  reworded: Record<CharterItemId, RewordedSource[]>;
  /** Other words that members have proposed for the charter: all that are open, and what became of the last others. */
  amendments: Record<AmendmentId, AmendmentView>;
  votes: Record<VoteId, VoteView>;
  /** What is said about the groups' strategies, in counts; nothing of a group that keeps its strategy closed. */
  comments: Record<GroupId, CommentCounts>;
  /** Rows that two groups work on together, or that one has asked the other about. */
  together: Record<TogetherId, TogetherView>;
  presentation: PresentationView | null;
  /** What is said to it now, without what was hidden; of very much only the first ones. */
  feedback: Record<FeedbackId, FeedbackView>;
  /** What was said to each group; groups to which nothing was said are missing. */
  feedbackCounts: Record<GroupId, FeedbackCounts>;
  /** What the hall's screens show. */
  screen: ScreenView;
  coverage: CoverageView;
  /** What several groups have in their strategies, by `overlapKey`: first what is not decided and most of them share, and no more than a hall talks about. */
  overlaps: Record<string, OverlapView>;
  /** How many there are in all. */
  overlapCount: number;
}

export interface WorkshopView {
  id: WorkshopId;
  title: string;
  country: string;
  cycle: string;
  /** Empty for members and observers: whoever shows it to others, the facilitator and the screen, gets it. */
  joinCode: string;
  demonstration: boolean;
  recommendations: number;
  /** How many States have made them. */
  states: number;
  /** The goalposts that actions are planned towards. */
  timeline: Timeline;
}

export interface GroupView {
  name: string;
  /** Position in the list of groups, from 0. */
  place: number;
  members: number;
  connected: number;
  /** What a facilitator has decided for this group's writing; null: as the stage says. `isTableOpen` tells what follows. */
  open: boolean | null;
  keptClosed: boolean;
  presented: boolean;
  /** Who presents for the group; null while nobody is named. */
  rapporteur: Rapporteur | null;
  progress: Progress;
  /** There is more in the strategy than is read: rows, actions and risks beyond it are neither counted nor shown. */
  beyond?: true;
  /** Empty while the group keeps its strategy closed and does not present. */
  priorities: PriorityView[];
  contributions: ContributionView[];
}

/** A row that the group presents, with everything that the projector needs. */
export interface PriorityView {
  rowId: RowId;
  number: string;
  /** The recommendation's words by language. */
  text: Record<string, string>;
  states: string[];
  position: PositionOfState;
  actions: PresentedAction[];
}

export interface ContributionView {
  source: ItemSource;
  number: string;
  text: string;
}

export interface CharterView {
  preamble: string;
  closing: string;
  items: CharterItemView[];
  adopted: AdoptionRecord | null;
}

export interface CharterItemView {
  id: CharterItemId;
  groupId: GroupId | null;
  /** All contributions that it was made from. */
  sources: DrawnFrom[];
  text: string;
  /** `stale`: it was adopted, but the wording has changed since. */
  status: 'draft' | 'voting' | 'adopted' | 'not-adopted' | 'stale';
  /** The latest vote on this item. */
  voteId: VoteId | null;
}

/** Other words for a part of the charter. Who proposed them is not here: see GET …/amendments. */
export interface AmendmentView {
  place: CharterPlace;
  /** The words that stood when it was proposed, and those proposed instead. */
  before: string;
  text: string;
  at: number;
  /** The words that it was made for still stand. */
  stands: boolean;
  /** The hall is looking at it now. */
  shown: boolean;
  /** What became of it; null while it is open. `by-hand`: the facilitator has written it in, perhaps in other words. */
  settled: { how: 'taken' | 'by-hand' | 'declined'; at: number; word: string } | null;
}

export type VoteScope = { kind: 'item'; itemId: CharterItemId } | { kind: 'charter' };
export type Secrecy = 'secret' | 'open';

/** A vote as everybody may see it. Positions are not in it before closing. */
export interface VoteView {
  id: VoteId;
  scope: VoteScope;
  /** The exact words that the vote is on, and their fingerprint (SHA-256). */
  words: string;
  fingerprint: string;
  rule: VoteRule;
  quorum: Quorum;
  secrecy: Secrecy;
  /** The wording has changed since the vote was opened. */
  stale: boolean;
  openedAt: number;
  rollSize: number;
  roll: RollView;
  /** For how many minutes the words may be amended, and a block on them lifted, when somebody has blocked. 0: not at all. */
  slotMinutes: number;
  /** Ballots handed in so far. */
  turnout: number;
  /** Of them, those that the facilitator has entered for people without a phone. */
  byHand: number;
  /** Only in an open vote. In a secret one the server does not know who has voted. */
  byGroup?: GroupTurnout;
  result: VoteResult | null;
  /** Until when the words may be amended and a block on them lifted; null while there is no such time. */
  slotUntil: number | null;
  /** Blocked: until when blocks on it can be lifted, now or in a time for amendments that is opened again. Missing where they cannot, as after a restore. */
  liftUntil?: number;
}

/** What of a vote stays as it was when the vote was opened. */
export type VoteAsOpened = Omit<
  VoteView,
  'turnout' | 'byHand' | 'byGroup' | 'result' | 'stale' | 'slotUntil' | 'liftUntil'
>;

/** Written once, at closing. */
export interface VoteResult {
  closedAt: number;
  tally: Tally;
  outcome: Outcome;
  /** Reasons and reservations, in an order that tells nothing. `person` only in an open vote. */
  remarks: { position: Position; text: string; person?: string }[];
  /** Only in an open vote: who took which position, by name. */
  named?: { person: string; position: Position }[];
  /** Only in an open vote: the shows of hands that are in the tally. */
  hands?: HandCount[];
  /** Only in an open vote. */
  byGroup?: GroupTurnout;
  /** Only in an open vote, where some on the roll named an organisation. */
  organisations?: OrganisationCount;
  /** Blocks that were lifted in the time for amendments. They stand aside in the tally; who they were is not known. */
  lifted?: number;
  /** The ballots are gone: the workshop comes from a backup, which holds none. Tally and turnout are empty and say nothing about what people wanted; the vote can be asked again. */
  uncounted?: true;
}

/** How the charter was adopted, printed with it. */
export interface AdoptionRecord {
  adoptedAt: number;
  /** The words as adopted, so that the printed page never depends on a document. */
  preamble: string;
  items: { id?: CharterItemId; text: string; groupName: string; fingerprint?: string }[];
  closing: string;
  fingerprint: string;
  /** Items that stood in the charter and are no part of what was adopted, in its order. Missing when there are none. */
  leftOut?: LeftOutItem[];
  /** The votes that adopted it: one on the whole charter, or the last one on each item. */
  votes: VoteView[];
  /** Every vote that was closed by then, in the order of opening. Missing in records of earlier versions. */
  rounds?: VoteId[];
  /** The roll of the last of the votes that adopted it. Missing in records of earlier versions. */
  roll?: AdoptionRoll;
}

/** The address of a document's live generation, for callers that hold a view. */
export function generationOf(view: LiveView, document: DocumentName): number | null {
  return view.documents[document] ?? null;
}
