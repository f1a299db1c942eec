import type {
  AmendmentId,
  CommentId,
  CopyId,
  DeviceId,
  FeedbackId,
  GroupId,
  MessageId,
  PersonId,
  PresentationId,
  RecommendationId,
  RowId,
  StepId,
  TogetherId,
  VoteId,
  WorkshopId,
} from '@board/shared/ids';
import type { RowOfGroup } from '@board/shared/live-between';
import type { TimerView } from '@board/shared/live-stage';
import type { AdoptionRecord, VoteAsOpened, VoteResult } from '@board/shared/live-view';
import type { CharterPlace } from '@board/shared/model/charter';
import type { Role } from '@board/shared/policy';
import type { FeedbackKind, FeedbackMarks, FeedbackMode, InView } from '@board/shared/presentation';
import type { OverlapChoice, OverlapKind, ScreenSetting, Wifi } from '@board/shared/screen-view';
import type { Stage } from '@board/shared/stages';
import type { AmendmentPart, PersonPart } from '@board/shared/workshop-file/parts-decided';

/**
 * What is decided, as it stands in the log. A decision is a fact that has passed every check; folding it never fails.
 * Ballots are not here: their order and their time must not be on disk (see ballot-box.ts).
 */
export type Decision =
  | {
      type: 'workshop-created';
      workshopId: WorkshopId;
      joinCode: string;
      facilitatorKeyHash: string;
      demonstration: boolean;
      groups: GroupId[];
    }
  | {
      type: 'person-joined';
      personId: PersonId;
      name: string;
      organisation: string;
      role: Role;
      groupId: GroupId | null;
      tokenHash: string;
      /** Comes back on a device that this person had brought in. */
      device?: DeviceId;
    }
  /** A person has brought in another device as oneself, or ended it. */
  | { type: 'device-added'; personId: PersonId; deviceId: DeviceId; tokenHash: string }
  | { type: 'device-ended'; personId: PersonId; deviceId: DeviceId; tokenHash: string }
  | { type: 'person-changed'; personId: PersonId; name: string; organisation: string; groupId: GroupId | null }
  | { type: 'person-removed'; personId: PersonId }
  /** They took part on another server, and came with that workshop's file. Nobody here. */
  | { type: 'people-elsewhere'; people: PersonPart[] }
  /** A facilitator's. An observer belongs to no group. */
  | { type: 'role-changed'; personId: PersonId; role: 'member' | 'observer'; groupId: GroupId | null }
  /** `endSessions`: everybody but the facilitators has to join again. */
  | { type: 'join-code-renewed'; joinCode: string; endSessions: boolean }
  | { type: 'group-added'; groupId: GroupId }
  | { type: 'group-changed'; groupId: GroupId; open: boolean | null; presented: boolean; keptClosed: boolean }
  /** By hand, or as a step of the agenda says. Stops the timer. */
  | { type: 'stage-set'; stage: Stage; step?: StepId }
  /** Another timer, or none. */
  | { type: 'timer-set'; timer: TimerView | null }
  /** `to`: null: to everybody. `at`: when it was sent, on another server. */
  | {
      type: 'message-sent';
      messageId: MessageId;
      kind: 'words' | 'call';
      to: GroupId | null;
      text: string;
      at?: number;
    }
  | { type: 'message-taken-back'; messageId: MessageId }
  /** The key opens the adopted charter for whoever has it. */
  | { type: 'copy-made'; copyId: CopyId; key: string; label: string }
  | { type: 'copy-revoked'; copyId: CopyId }
  | VoteOpened
  /** `byHand` and `slotUntil` are missing in logs of earlier versions. */
  | {
      type: 'vote-closed';
      voteId: VoteId;
      turnout: number;
      byHand?: number;
      result: VoteResult;
      /** Only in an open vote. */
      blocks?: NamedBlock[];
      slotUntil?: number | null;
    }
  /** The time for amendments ends at another time. */
  | { type: 'slot-set'; voteId: VoteId; until: number }
  /** The time for amendments is over. `result` where blocks were lifted in it: how many, and what the vote comes to now. */
  | { type: 'slot-ended'; voteId: VoteId; result: VoteResult | null }
  | { type: 'charter-adopted'; record: AdoptionRecord }
  | AmendmentDecision
  | CommentAdded
  | { type: 'comment-edited'; commentId: CommentId; text: string }
  /** By its author or a facilitator: the entry's author says by whom. */
  | { type: 'comment-removed'; commentId: CommentId }
  /** `commentId`: the comment that began the thread. */
  | { type: 'thread-resolved'; commentId: CommentId; resolved: boolean }
  /** The asking group's row first. */
  | { type: 'together-asked'; togetherId: TogetherId; rows: [RowOfGroup, RowOfGroup] }
  | { type: 'together-agreed'; togetherId: TogetherId }
  | { type: 'together-ended'; togetherId: TogetherId }
  | { type: 'presentation-begun'; presentationId: PresentationId; groupId: GroupId; feedback: FeedbackMode }
  | { type: 'presentation-changed'; presentationId: PresentationId; feedback: FeedbackMode }
  | { type: 'presentation-turned'; presentationId: PresentationId; inView: InView }
  /** What was said without a name comes into the log here and in one piece, sorted by its random ids. */
  | { type: 'presentation-ended'; presentationId: PresentationId; nameless: NamelessPiece[] }
  | { type: 'rapporteur-named'; groupId: GroupId; rapporteur: PersonId | null }
  /** The entry's author has said something, by name. */
  | {
      type: 'feedback-given';
      feedbackId: FeedbackId;
      presentationId: PresentationId;
      kind: FeedbackKind;
      text: string;
      row: RowId | null;
      /** Whose it is, where it was said on another server; '' in a file without personal names. */
      elsewhere?: string;
    }
  | { type: 'feedback-marked'; feedbackId: FeedbackId; marks: FeedbackMarks }
  /** They have become comments. */
  | { type: 'feedback-handed-over'; feedbackIds: FeedbackId[] }
  /** `vote`: which open vote stands on the wall; missing: as before. */
  | { type: 'screen-set'; setting: ScreenSetting; vote?: VoteId | null }
  /** Null: forgotten. What was there before stays in the log. */
  | { type: 'wifi-set'; wifi: Wifi | null }
  /** Null takes back what was decided before. */
  | { type: 'overlap-decided'; kind: OverlapKind; of: string; choice: OverlapChoice | null };

/** What somebody said without a name. Nothing in it tells whose it is or when it came. */
export interface NamelessPiece extends FeedbackMarks {
  id: FeedbackId;
  kind: FeedbackKind;
  text: string;
  row: RowId | null;
  /** Times that it was marked. */
  changes: number;
}

/** The entry's author has said something, unless it was heard in the hall. `thread` is its own id where it begins one; a reply stands where the thread does. */
export interface CommentAdded {
  type: 'comment-added';
  commentId: CommentId;
  groupId: GroupId;
  thread: CommentId;
  row: RowId;
  cell: string | null;
  recommendation: RecommendationId | null;
  text: string;
  /** Feedback that a facilitator has handed over: what kind, and who said it; null for what was said without a name. */
  heard?: { kind: FeedbackKind; author: PersonId | null };
  /** It was written on another server, whose people are not known here, and came with that workshop's file. */
  elsewhere?: CommentElsewhere;
}

/** How a comment stood when the file was written. Names are '' in a file without personal names. */
export interface CommentElsewhere {
  name: string;
  at: number;
  editedAt: number | null;
  removedBy: 'author' | 'facilitator' | null;
  resolved: { name: string; at: number } | null;
}

/** Who proposed an amendment on another server ('' in a file without personal names), when, and what became of it. */
export type AmendmentElsewhere = Pick<AmendmentPart, 'name' | 'at' | 'settled'>;

/** What is decided about amendments. The entry's author says by whom. */
type AmendmentDecision =
  /** `before` are the words that stood, `text` those proposed instead. */
  | {
      type: 'amendment-proposed';
      amendmentId: AmendmentId;
      place: CharterPlace;
      before: string;
      text: string;
      /** How it stood on another server. */
      elsewhere?: AmendmentElsewhere;
    }
  | { type: 'amendment-withdrawn'; amendmentId: AmendmentId }
  /** The words are in the document's own history. */
  | { type: 'amendment-taken'; amendmentId: AmendmentId; byHand: boolean }
  | { type: 'amendment-declined'; amendmentId: AmendmentId; word: string }
  | { type: 'amendment-put-back'; amendmentId: AmendmentId }
  /** The hall looks at this one now; null: at none. */
  | { type: 'amendment-shown'; amendmentId: AmendmentId | null };

/** `roll` is who votes on a device, sorted by id. The stamp's secret and the box are on sheets, not here. */
export interface VoteOpened {
  type: 'vote-opened';
  /** What logs of earlier versions do not have is filled in by the fold. */
  vote: Omit<VoteAsOpened, 'roll' | 'slotMinutes'> & Partial<Pick<VoteAsOpened, 'roll' | 'slotMinutes'>>;
  roll: PersonId[];
  organisations?: OrganisationRoll[];
  /** Who had joined and was taken off as absent, or put down as voting by hand; each is told so. Missing in logs of earlier versions. */
  absent?: PersonId[];
  byHand?: PersonId[];
  /** Only in an open vote: who votes on a device, by the groups of then. Missing in logs of earlier versions. */
  groups?: GroupRoll[];
}

/** A group, or people in none, with its people on a roll. */
export interface GroupRoll {
  groupId: GroupId | null;
  people: PersonId[];
}

/** An organisation with its people on a roll, under the name that the first of them gave. */
export interface OrganisationRoll {
  name: string;
  people: PersonId[];
}

/** Who gave which reason for a block, with the name of then: two people may have one name, and names change. */
export interface NamedBlock {
  by: PersonId;
  person: string;
  text: string;
}
