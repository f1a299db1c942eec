import type { FeedbackId, GroupId } from '@board/shared/ids';
import { keyed } from '@board/shared/keyed';
import type { LiveView } from '@board/shared/live-view';
import { type FeedbackCounts, type FeedbackView, inFeedbackOrder, type Rapporteur } from '@board/shared/presentation';
import { limits } from '@board/shared/protocol/limits';
import type { NamelessPiece } from './decisions.ts';
import type { WorkshopState } from './fold.ts';
import {
  type FeedbackState,
  type PlenaryState,
  type PresentationState,
  runningPresentation,
} from './presentations-fold.ts';

/** A nameless piece that is shown, and where it stands among all that was said. */
export interface NamelessShown {
  piece: NamelessPiece;
  order: number;
}

/** The parts of the live view that tell of presentations and feedback. */
export function plenaryViews(
  state: WorkshopState,
  nameless: (presentation: PresentationState['id']) => NamelessShown[],
): Pick<LiveView, 'presentation' | 'feedback' | 'feedbackCounts'> {
  const { plenary } = state;
  const running = runningPresentation(plenary);
  const boxed = running ? nameless(running.id) : [];
  const feedbackCountsNow = feedbackCounts(plenary, running, boxed);
  if (!running) return { presentation: null, feedback: {}, feedbackCounts: feedbackCountsNow };
  const { id, groupId, feedback, inView } = running;
  return {
    presentation: { id, groupId, feedback, inView },
    feedback: feedbackViews(state, boxed),
    feedbackCounts: feedbackCountsNow,
  };
}

/** Who presents for a group, as long as that person belongs to it. */
export function rapporteurView({ plenary, people }: WorkshopState, group: GroupId): Rapporteur | null {
  const named = plenary.rapporteurs.get(group);
  const person = named === undefined ? undefined : people.get(named);
  return person?.role === 'member' && person.groupId === group ? { personId: person.id, name: person.name } : null;
}

/** Who said a piece; '' for what was said without a name. */
export function nameIn(names: WorkshopState['names'], { author, elsewhere = '' }: FeedbackState): string {
  return author === null ? elsewhere : (names.get(author) ?? '');
}

/** All that the log knows to have been said to a group. */
export function feedbackTo({ feedback }: PlenaryState, group: GroupId): FeedbackState[] {
  return [...feedback.values()].filter((piece) => piece.groupId === group);
}

/** What was said by name to the group that presents, as it came. */
export function namedNow(plenary: PlenaryState): FeedbackState[] {
  const running = runningPresentation(plenary);
  return [...plenary.feedback.values()].filter((piece) => piece.presentationId === running?.id);
}

/** Counts by group. A piece counts alike in the box and, after its presentation, in the log. */
export function feedbackCounts(
  { feedback }: PlenaryState,
  running: PresentationState | null,
  boxed: readonly NamelessShown[],
): Record<GroupId, FeedbackCounts> {
  const counts = keyed<GroupId, FeedbackCounts>();
  const count = (group: GroupId, { changes, hidden }: NamelessPiece, isDone: boolean): void => {
    const { version, left } = counts[group] ?? { version: 0, left: 0 };
    counts[group] = { version: version + 1 + changes, left: left + (hidden || isDone ? 0 : 1) };
  };
  for (const piece of feedback.values()) count(piece.groupId, piece, piece.handedOver);
  if (running) for (const { piece } of boxed) count(running.groupId, piece, false);
  return counts;
}

function feedbackViews({ plenary, names }: WorkshopState, boxed: readonly NamelessShown[]): LiveView['feedback'] {
  const views = keyed<FeedbackId, FeedbackView>();
  const show = (
    { id, kind, text, row, hidden, starred, takenUp }: NamelessPiece,
    name: string,
    order: number,
  ): void => {
    if (!hidden) views[id] = { kind, text, row, name, starred, takenUp, order };
  };
  for (const [order, piece] of namedNow(plenary).entries()) show(piece, nameIn(names, piece), order);
  for (const { piece, order } of boxed) show(piece, '', order);
  const first = inFeedbackOrder(views).slice(0, limits.shownFeedback);
  return keyed(first.map(({ id, feedback }) => [id, feedback]));
}
