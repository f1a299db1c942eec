import type { ActionId, FeedbackId, GroupId, PersonId, PresentationId, RowId } from './ids.ts';
import type { Timeframe } from './model/strategy.ts';

/** What somebody in the hall can say to a group that presents. */
export const feedbackKinds = ['question', 'suggestion', 'support'] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

/** `named`: everybody sees who said it. `nameless`: nobody can know, the server included. */
export const feedbackModes = ['off', 'named', 'nameless'] as const;
export type FeedbackMode = (typeof feedbackModes)[number];

/** Which of the group's priorities the hall looks at, and which of its actions. Null: all of them. */
export interface InView {
  row: RowId | null;
  action: ActionId | null;
}

/** The group that presents now, as everybody sees it. */
export interface PresentationView {
  id: PresentationId;
  groupId: GroupId;
  feedback: FeedbackMode;
  inView: InView;
}

/** An action of a row that is presented; those without words are left out. */
export interface PresentedAction {
  id: ActionId;
  text: string;
  indicator: string;
  resources: string;
  partners: string;
  timeframe: Timeframe;
}

/** Who stands up for a group. */
export interface Rapporteur {
  personId: PersonId;
  name: string;
}

/** What the facilitator has made of one piece of feedback. */
export interface FeedbackMarks {
  /** On no screen and in no comment; only facilitators still read it. */
  hidden: boolean;
  /** Stands first. */
  starred: boolean;
  /** The group or the facilitator has answered it; stands last. */
  takenUp: boolean;
}

/** A piece of feedback with all that is known of it, for those who may know. */
export interface FeedbackSaid extends FeedbackMarks {
  id: FeedbackId;
  presentationId: PresentationId;
  kind: FeedbackKind;
  text: string;
  row: RowId | null;
  /** Empty for what was said without a name. */
  name: string;
  /** It is a comment on the group's page by now. */
  handedOver: boolean;
}

/** A piece of feedback as it is shown to everybody; hidden ones are not. */
export interface FeedbackView {
  kind: FeedbackKind;
  text: string;
  /** The priority that it is about, or null for the presentation as a whole. */
  row: RowId | null;
  /** Who said it; empty for what was said without a name. */
  name: string;
  starred: boolean;
  takenUp: boolean;
  /** Small numbers came earlier. What was said without a name shares its number with all that was shown at the same moment. */
  order: number;
}

/** How much was said to a group, in all of its presentations. */
export interface FeedbackCounts {
  /** Grows with every change: whoever shows the feedback asks for it again. */
  version: number;
  /** Neither hidden nor handed over to the group. */
  left: number;
}

/** Starred ones first, then as they came, and last what was taken up: what is read moves only when the facilitator moves it. */
export function inFeedbackOrder(
  all: Readonly<Record<FeedbackId, FeedbackView>>,
): { id: FeedbackId; feedback: FeedbackView }[] {
  const rank = ({ starred, takenUp }: FeedbackView): number => (takenUp ? 2 : starred ? 0 : 1);
  return Object.entries(all)
    .map(([id, feedback]) => ({ id: id as FeedbackId, feedback }))
    .sort(
      (a, b) =>
        rank(a.feedback) - rank(b.feedback) ||
        a.feedback.order - b.feedback.order ||
        (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    );
}
