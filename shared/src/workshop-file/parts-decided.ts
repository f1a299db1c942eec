import type { AmendmentId, GroupId, MessageId, PresentationId, StepId, TogetherId } from '../ids.ts';
import type { RowOfGroup } from '../live-between.ts';
import type { TimerView } from '../live-stage.ts';
import type { AmendmentView } from '../live-view.ts';
import type { CharterPlace } from '../model/charter.ts';
import type { FeedbackMode, FeedbackSaid, InView } from '../presentation.ts';
import type { OverlapChoice, OverlapKind, ScreenSetting } from '../screen-view.ts';

/**
 * What was decided beside the documents and is in no other part of a workshop's file. The server tells it to facilitators,
 * so it is missing in a file that was written while the server was away. All names are '' in a file without personal names.
 */
export interface DecidedPart {
  /** The step of the agenda that the hall is at. */
  step: StepId | null;
  /** Only while it runs. */
  timer: TimerView | null;
  /** The oldest first. */
  messages: MessagePart[];
  screen: ScreenSetting;
  overlaps: OverlapPart[];
  /** In the order in which they were proposed, without those that were withdrawn. */
  amendments: AmendmentPart[];
  /** In their order; only the last one may be going on. */
  presentations: PresentationPart[];
  /** As it came; nameless pieces of one presentation in an order that tells nothing, and only when it has ended. */
  feedback: FeedbackPart[];
  /** Who took part; nobody in a file without personal names. They have no rights by it: people join anew. */
  people: PersonPart[];
}

/** GET /api/workshops/:id/decided, for facilitators: what a workshop's file holds and neither documents nor live view have. */
export interface WorkshopDecided {
  decided: DecidedPart;
  together: TogetherPart[];
}

/** A message to the hall or to one group. */
export interface MessagePart {
  id: MessageId;
  kind: 'words' | 'call';
  to: GroupId | null;
  at: number;
  text: string;
}

/** What was decided about something that several groups have. */
export interface OverlapPart {
  kind: OverlapKind;
  of: string;
  choice: OverlapChoice;
}

/** Other words for a part of the charter, and who proposed them. */
export interface AmendmentPart {
  id: AmendmentId;
  place: CharterPlace;
  at: number;
  before: string;
  text: string;
  name: string;
  shown: boolean;
  settled: AmendmentView['settled'];
}

/** A presentation of a group. */
export interface PresentationPart {
  id: PresentationId;
  groupId: GroupId;
  feedback: FeedbackMode;
  inView: InView;
  isOver: boolean;
}

/** What somebody in the hall has said to a group that presented. */
export interface FeedbackPart extends FeedbackSaid {
  isNameless: boolean;
}

/** Somebody who took part. */
export interface PersonPart {
  name: string;
  organisation: string;
  role: 'facilitator' | 'member' | 'observer';
  groupId: GroupId | null;
  /** Named to present for the group. */
  presents: boolean;
}

/** Two rows that groups do together, or that one has asked the other about. */
export interface TogetherPart {
  id: TogetherId;
  rows: [RowOfGroup, RowOfGroup];
  agreed: boolean;
}
