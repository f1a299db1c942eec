import type {
  CollectSlips,
  FeedbackListed,
  GiveFeedback,
  GroupFeedback,
  MarkFeedback,
  SlipsStamped,
} from '@board/shared/commands-present';
import type { FeedbackId, GroupId, PresentationId } from '@board/shared/ids';
import { can } from '@board/shared/policy';
import type { FeedbackMode } from '@board/shared/presentation';
import { limits } from '@board/shared/protocol/limits';
import { opensAt } from '@board/shared/stages';
import type { SessionPerson } from '../ports.ts';
import { requireGroup } from './comments.ts';
import { feedbackCounts, feedbackTo, nameIn } from './feedback-views.ts';
import { whileOpen } from './hall.ts';
import { requireRunning } from './presentations.ts';
import { type PresentationState, runningPresentation } from './presentations-fold.ts';
import { demand, Refusal } from './refusal.ts';
import type { Workshop } from './workshop.ts';

/** What is said by name, and what is made of feedback, goes one after the other. */
export const feedbackQueue = 'feedback';

/** Stamps the covered slips of a person who may say something to the group that presents. Answers when that is durable. */
export async function collectSlips(
  workshop: Workshop,
  by: SessionPerson,
  id: PresentationId,
  { covered }: CollectSlips,
): Promise<SlipsStamped> {
  const { groupId: group } = requireMode(workshop, id, 'nameless');
  demand(can(by, { do: 'give-feedback', group }, workshop.rights()));
  return { stamped: await workshop.feedback.collect(id, by.id, covered) };
}

/** Takes in a piece of feedback. `whoAsks` is called for a named one only: of a nameless one nobody looks who it is. */
export async function giveFeedback(
  workshop: Workshop,
  id: PresentationId,
  command: GiveFeedback,
  whoAsks: () => SessionPerson,
): Promise<void> {
  const { kind, text, row } = command;
  if ('paper' in command) {
    requireMode(workshop, id, 'nameless');
    const isAllowed = (): void => {
      requireMode(workshop, id, 'nameless');
      if (!opensAt(workshop.state.stage, 'feedback')) throw new Refusal('stage-closes-feedback');
    };
    const { paper, stamp } = command;
    await workshop.feedback.give(id, { paper, stamp }, { kind, text, row }, isAllowed);
    return;
  }
  const by = whoAsks();
  await workshop.queues.run(feedbackQueue, by, async () => {
    const { feedback } = workshop.state.plenary;
    const known = feedback.get(command.id);
    if (known?.author === by.id && known.presentationId === id) return;
    if (known) throw new Refusal('bad-request', 'id');
    const isAllowed = (): void => {
      const { groupId: group } = requireMode(workshop, id, 'named');
      demand(can(by, { do: 'give-feedback', group }, workshop.rights()));
    };
    isAllowed();
    const said = [...feedback.values()].filter((one) => one.presentationId === id);
    if (said.filter(({ author }) => author === by.id).length >= limits.feedbackPerPerson)
      throw new Refusal('feedback-spent');
    if (said.length >= limits.feedbackPerPresentation) throw new Refusal('too-large', 'feedback');
    await workshop.decide(by, isAllowed, {
      type: 'feedback-given',
      feedbackId: command.id,
      presentationId: id,
      kind,
      text,
      row,
    });
  });
}

/** Hides, stars or marks a piece as taken up, or takes that back. */
export async function markFeedback(
  workshop: Workshop,
  by: SessionPerson,
  id: FeedbackId,
  command: MarkFeedback,
): Promise<void> {
  const isAllowed = whileOpen(workshop, by);
  isAllowed();
  await workshop.queues.run(feedbackQueue, by, async () => {
    isAllowed();
    const { plenary } = workshop.state;
    const running = runningPresentation(plenary);
    const boxed = running && workshop.feedback.shown(running.id).find(({ piece }) => piece.id === id)?.piece;
    const before = plenary.feedback.get(id) ?? boxed;
    if (!before) throw new Refusal('unknown-feedback');
    const { hidden, starred, takenUp } = before;
    const set = Object.entries(command).filter(([, value]) => value !== undefined);
    const marks = { hidden, starred, takenUp, ...Object.fromEntries(set) };
    if (JSON.stringify(marks) === JSON.stringify({ hidden, starred, takenUp })) return;
    if (before.changes >= limits.changesPerComment) throw new Refusal('too-large', 'changes');
    if (running && boxed) await workshop.feedback.mark(running.id, id, marks);
    else await workshop.decide(by, isAllowed, { type: 'feedback-marked', feedbackId: id, marks });
  });
}

/** All that was said to a group, for facilitators. None when `version` is the present one. */
export function listFeedback(
  workshop: Workshop,
  by: SessionPerson,
  group: GroupId,
  version: number | null,
): GroupFeedback {
  requireGroup(workshop, group);
  demand(can(by, { do: 'facilitate' }, workshop.rights()));
  const { plenary, names } = workshop.state;
  const running = runningPresentation(plenary);
  const boxed = running?.groupId === group ? workshop.feedback.shown(running.id) : [];
  const present = feedbackCounts(plenary, running, boxed)[group]?.version ?? 0;
  if (version === present) return { version: present, feedback: null };
  const logged = feedbackTo(plenary, group).map((said): FeedbackListed => {
    const { groupId: _, author: __, elsewhere: ___, changes: ____, isNameless, ...piece } = said;
    return { ...piece, name: nameIn(names, said), mode: isNameless ? 'nameless' : 'named' };
  });
  const fresh = boxed.map(({ piece: { changes: _, ...piece } }): FeedbackListed => {
    const presentationId = running?.id ?? ('' as PresentationId);
    return { ...piece, presentationId, name: '', mode: 'nameless', handedOver: false };
  });
  return { version: present, feedback: [...logged, ...fresh] };
}

function requireMode(workshop: Workshop, id: PresentationId, mode: FeedbackMode): PresentationState {
  const running = requireRunning(workshop, id);
  if (running.feedback !== mode) throw new Refusal('feedback-changed');
  return running;
}
