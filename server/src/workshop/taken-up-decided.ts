import type {
  AmendmentPart,
  DecidedPart,
  FeedbackPart,
  PresentationPart,
} from '@board/shared/workshop-file/parts-decided';
import type { Decision, NamelessPiece } from './decisions.ts';

/**
 * What was decided on another server, as decisions of this one. In two parts, since stages, votes and presentations set
 * the hall's screens and its timer back: what belongs to the content first, what the hall does now last.
 */

/** Who took part, other words for the charter, presentations and what was said to them. */
export function contentDecisions({ people, amendments, presentations, feedback }: DecidedPart): Decision[] {
  return [
    ...(people.length > 0 ? [{ type: 'people-elsewhere', people } as const] : []),
    ...amendments.map(amendmentDecision),
    ...presentations.flatMap((one, place) =>
      presentationDecisions(
        one,
        place === presentations.length - 1,
        feedback.filter((piece) => piece.presentationId === one.id),
      ),
    ),
  ];
}

/** What the hall does now. A timer that has run out meanwhile is none. */
export function hallDecisions({ timer, messages, screen, overlaps, amendments }: DecidedPart, now: number): Decision[] {
  const shown = amendments.find((one) => one.shown && one.settled === null);
  return [
    ...(shown ? [{ type: 'amendment-shown', amendmentId: shown.id } as const] : []),
    ...(timer && timer.endsAt > now ? [{ type: 'timer-set', timer } as const] : []),
    ...messages.map(({ id: messageId, ...message }) => ({ type: 'message-sent', messageId, ...message }) as const),
    { type: 'screen-set', setting: screen },
    ...overlaps.map((overlap) => ({ type: 'overlap-decided', ...overlap }) as const),
  ];
}

function amendmentDecision({ id: amendmentId, place, before, text, name, at, settled }: AmendmentPart): Decision {
  return { type: 'amendment-proposed', amendmentId, place, before, text, elsewhere: { name, at, settled } };
}

/** Only the last one can be going on. A file that says of it what was said without a name was not written here, and that is left out. */
function presentationDecisions(
  { id: presentationId, groupId, feedback: mode, inView, isOver }: PresentationPart,
  isLast: boolean,
  pieces: readonly FeedbackPart[],
): Decision[] {
  const named = pieces.filter(({ isNameless }) => !isNameless);
  const nameless = pieces.filter(({ isNameless }) => isNameless);
  const marked = named.filter(({ hidden, starred, takenUp }) => hidden || starred || takenUp);
  const handedOver = pieces.filter((piece) => piece.handedOver).map(({ id }) => id);
  const isEnded = isOver || !isLast;
  return [
    { type: 'presentation-begun', presentationId, groupId, feedback: mode },
    ...(inView.row !== null || inView.action !== null
      ? [{ type: 'presentation-turned', presentationId, inView } as const]
      : []),
    ...named.map((piece) => givenDecision(piece)),
    ...marked.map(
      ({ id, hidden, starred, takenUp }) =>
        ({ type: 'feedback-marked', feedbackId: id, marks: { hidden, starred, takenUp } }) as const,
    ),
    ...(isEnded
      ? [{ type: 'presentation-ended', presentationId, nameless: nameless.map(namelessPiece) } as const]
      : []),
    ...(handedOver.length > 0 ? [{ type: 'feedback-handed-over', feedbackIds: handedOver } as const] : []),
  ];
}

function givenDecision({ id: feedbackId, presentationId, kind, text, row, name }: FeedbackPart): Decision {
  return { type: 'feedback-given', feedbackId, presentationId, kind, text, row, elsewhere: name };
}

function namelessPiece({ id, kind, text, row, hidden, starred, takenUp }: FeedbackPart): NamelessPiece {
  return { id, kind, text, row, hidden, starred, takenUp, changes: 0 };
}
