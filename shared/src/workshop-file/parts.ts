import type {
  ActionId,
  CharterItemId,
  ClusterId,
  CommentId,
  GroupId,
  RecommendationId,
  RiskId,
  RowId,
  StepId,
} from '../ids.ts';
import type { AdoptionRecord, VoteView } from '../live-view.ts';
import type { StepFacts } from '../model/agenda.ts';
import type { BoardDetails } from '../model/board.ts';
import type { Recommendation } from '../model/catalogue.ts';
import type { DrawnSource } from '../model/charter.ts';
import type { Block } from '../model/rich-text.ts';
import type { Timeframe } from '../model/strategy.ts';
import type { Timeline } from '../model/timeline.ts';
import type { FeedbackKind } from '../presentation.ts';
import type { Stage } from '../stages.ts';
import type { PositionOfState } from '../upr/positions.ts';
import type { DecidedPart, TogetherPart } from './parts-decided.ts';

/** A vote: nothing can be lifted in a workshop that is taken up, since who may is on phones only. */
export type VotePart = Omit<VoteView, 'liftUntil'>;

/**
 * A workshop as plain values that a person or a program can read: what the documents hold, with all ids and the forms of
 * the words, and what was decided. `schema.ts` checks a file of this shape; the two are compared by the compiler.
 */
export interface WorkshopFile {
  format: typeof fileFormat;
  /** 1: without `decided`, and without votes that were not over. */
  version: 1 | typeof fileVersion;
  /** When it was written: ISO 8601. */
  writtenAt: string;
  /** Personal names are in it: who took part, who said or proposed something, who facilitates a step, who took which position in a named vote. */
  withNames: boolean;
  workshop: BoardDetails & { stage: Stage; timeline: Timeline };
  agenda: StepPart[];
  groups: GroupPart[];
  recommendations: Recommendation[];
  charter: CharterPart;
  /** Null as long as the charter is not adopted. */
  adopted: AdoptionRecord | null;
  /** Every vote, in the order of opening. One that was open is closed without a count, and no time for amendments goes on. */
  votes: VotePart[];
  comments: CommentPart[];
  together: TogetherPart[];
  /** Missing where the server was away, and in files of version 1. */
  decided?: DecidedPart;
}

/**
 * POST /api/taken-up: a workshop that goes on from the file of another one, or of another server. The body is the file. The
 * key for creating workshops, where one is needed, comes percent-encoded in this header, so that nobody without it makes
 * the server read a large body. Answers like `createWorkshop`.
 */
export const createKeyHeader = 'create-key';

/** Tells a workshop's file from other JSON, and from those of later versions. */
export const fileFormat = 'workshop-board';
export const fileVersion = 2;

/** A language, as a text's key. */
export const languageForm = /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;

/** A value of a recommendation that was written by hand. */
export const handForm = /^(number|states|position|themes|sdgs|source|text:.{1,40})$/;

/** States or themes of a recommendation, and characters of one. */
export const listLimits = { members: 1_000, characters: 10_000 } as const;

/** A step of the agenda. */
export interface StepPart extends StepFacts {
  id: StepId;
}

/** A group and its strategy; `strategy` is null when whoever wrote the file could not read it. */
export interface GroupPart {
  id: GroupId;
  name: string;
  /** What a facilitator has decided for the group's writing; null: as the stage says. */
  open: boolean | null;
  keptClosed: boolean;
  presented: boolean;
  strategy: StrategyPart | null;
}

/** A group's strategy. */
export interface StrategyPart {
  clusters: { id: ClusterId; name: string }[];
  rows: RowPart[];
}

/** A row with its words and their forms. Lists are in their order. */
export interface RowPart {
  id: RowId;
  recommendation: RecommendationId | null;
  cluster: ClusterId | null;
  priority: boolean;
  /** As in `StrategyRow`. */
  seenPosition?: PositionOfState | undefined;
  seenText?: Record<string, string> | undefined;
  mechanisms: Block[];
  sdgTargets: string[];
  actions: ActionPart[];
  risks: RiskPart[];
}

/** An action with its words and their forms. */
export interface ActionPart {
  id: ActionId;
  text: Block[];
  indicator: Block[];
  resources: Block[];
  partners: Block[];
  timeframe: Timeframe;
  contribution: boolean;
}

/** A risk with its response. */
export interface RiskPart {
  id: RiskId;
  risk: Block[];
  response: Block[];
}

/** The charter's words with their forms, and where its items came from. */
export interface CharterPart {
  preamble: Block[];
  items: { id: CharterItemId; sources: DrawnSource[]; text: Block[] }[];
  closing: Block[];
}

/** A comment as it stood. `name` is '' without personal names. */
export interface CommentPart {
  id: CommentId;
  groupId: GroupId;
  thread: CommentId;
  row: RowId;
  cell: string | null;
  recommendation: RecommendationId | null;
  name: string;
  at: number;
  editedAt: number | null;
  /** '' when it was taken out. */
  text: string;
  heard: FeedbackKind | null;
  removedBy: 'author' | 'facilitator' | null;
  resolved: { name: string; at: number } | null;
}
