import type { FeedbackId, GroupId, PersonId, PresentationId, RowId } from '@board/shared/ids';
import type { FeedbackKind, FeedbackMarks, FeedbackMode, InView } from '@board/shared/presentation';
import type { Decision } from './decisions.ts';

/** A presentation as the log knows it. */
export interface PresentationState {
  id: PresentationId;
  groupId: GroupId;
  feedback: FeedbackMode;
  inView: InView;
  /** Times that it was turned. */
  turns: number;
  isOver: boolean;
}

/** A piece of feedback as the log knows it. While a presentation runs, nameless ones are not here but in its box (feedback-box.ts). */
export interface FeedbackState extends FeedbackMarks {
  id: FeedbackId;
  presentationId: PresentationId;
  groupId: GroupId;
  kind: FeedbackKind;
  text: string;
  row: RowId | null;
  author: PersonId | null;
  /** The name of a person of another server, in place of that of `author`. */
  elsewhere?: string;
  isNameless: boolean;
  handedOver: boolean;
  /** Times that it was marked or handed over. */
  changes: number;
}

/** Presentations, who stands up for the groups, and what the hall said. Each stays the same object until it changes. */
export interface PlenaryState {
  /** In their order; the last one may be running. */
  presentations: ReadonlyMap<PresentationId, PresentationState>;
  rapporteurs: ReadonlyMap<GroupId, PersonId>;
  /** As it came; nameless pieces of one presentation in an order that tells nothing. */
  feedback: ReadonlyMap<FeedbackId, FeedbackState>;
}

export const nothingPresented: PlenaryState = { presentations: new Map(), rapporteurs: new Map(), feedback: new Map() };

const types = [
  'presentation-begun',
  'presentation-changed',
  'presentation-turned',
  'presentation-ended',
  'rapporteur-named',
  'feedback-given',
  'feedback-marked',
  'feedback-handed-over',
] as const satisfies Decision['type'][];

export type PlenaryDecision = Extract<Decision, { type: (typeof types)[number] }>;

/** True for decisions that `foldPlenary` takes. */
export function isAboutPlenary(decision: Decision): decision is PlenaryDecision {
  return (types as readonly string[]).includes(decision.type);
}

/** The state after a decision. Pure. A change of what is not there changes nothing. */
export function foldPlenary(state: PlenaryState, decision: PlenaryDecision, author: PersonId | null): PlenaryState {
  switch (decision.type) {
    case 'rapporteur-named': {
      const rapporteurs = new Map(state.rapporteurs);
      if (decision.rapporteur === null) rapporteurs.delete(decision.groupId);
      else rapporteurs.set(decision.groupId, decision.rapporteur);
      return { ...state, rapporteurs };
    }
    case 'feedback-given':
    case 'feedback-marked':
    case 'feedback-handed-over':
      return { ...state, feedback: withFeedback(state, decision, author) };
    default:
      return foldPresentation(state, decision);
  }
}

function foldPresentation(
  state: PlenaryState,
  decision: Extract<PlenaryDecision, { type: `presentation-${string}` }>,
): PlenaryState {
  const { presentationId: id } = decision;
  const presentations = new Map(state.presentations);
  if (decision.type === 'presentation-begun') {
    const { groupId, feedback } = decision;
    presentations.set(id, { id, groupId, feedback, inView: { row: null, action: null }, turns: 0, isOver: false });
    return { ...state, presentations };
  }
  const before = presentations.get(id);
  if (!before) return state;
  if (decision.type === 'presentation-changed') presentations.set(id, { ...before, feedback: decision.feedback });
  else if (decision.type === 'presentation-turned')
    presentations.set(id, { ...before, inView: decision.inView, turns: before.turns + 1 });
  else {
    presentations.set(id, { ...before, isOver: true });
    if (decision.nameless.length === 0) return { ...state, presentations };
    const feedback = new Map(state.feedback);
    for (const piece of decision.nameless) {
      const of = { presentationId: id, groupId: before.groupId, author: null, isNameless: true, handedOver: false };
      feedback.set(piece.id, { ...piece, ...of });
    }
    return { ...state, presentations, feedback };
  }
  return { ...state, presentations };
}

function withFeedback(
  { presentations, feedback }: PlenaryState,
  decision: Extract<PlenaryDecision, { type: `feedback-${string}` }>,
  author: PersonId | null,
): PlenaryState['feedback'] {
  const next = new Map(feedback);
  if (decision.type === 'feedback-given') {
    const { feedbackId: id, presentationId, kind, text, row, elsewhere } = decision;
    const then = elsewhere === undefined ? {} : { elsewhere };
    const groupId = presentations.get(presentationId)?.groupId;
    if (groupId === undefined) return feedback;
    const fresh = { ...unmarked, isNameless: false, handedOver: false, changes: 0 };
    return next.set(id, { id, presentationId, groupId, kind, text, row, author, ...then, ...fresh });
  }
  if (decision.type === 'feedback-marked') {
    const before = feedback.get(decision.feedbackId);
    return before ? next.set(before.id, { ...before, ...decision.marks, changes: before.changes + 1 }) : feedback;
  }
  for (const id of decision.feedbackIds) {
    const before = next.get(id);
    if (before) next.set(id, { ...before, handedOver: true, changes: before.changes + 1 });
  }
  return next;
}

export const unmarked: FeedbackMarks = { hidden: false, starred: false, takenUp: false };

/** The presentation that is going on, or null. */
export function runningPresentation({ presentations }: PlenaryState): PresentationState | null {
  for (const one of presentations.values()) if (!one.isOver) return one;
  return null;
}
