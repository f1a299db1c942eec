import type { GroupId } from '@board/shared/ids';
import type { Stage } from '@board/shared/stages';
import type { SessionPerson } from '../ports.ts';
import type { Decision } from './decisions.ts';
import type { WorkshopState } from './fold.ts';
import { type PresentationState, runningPresentation } from './presentations-fold.ts';
import type { Permission, Workshop } from './workshop.ts';

/**
 * Takes decisions with which a presentation ends that is running, if any, all in one piece. To be called in the hall's queue.
 * `then` runs when they are durable.
 */
export async function decideAfterEnd(
  workshop: Workshop,
  by: SessionPerson,
  isAllowed: Permission,
  running: PresentationState | null,
  presented: boolean,
  decisions: readonly Decision[],
  then: () => void = () => undefined,
): Promise<void> {
  if (!running) {
    await workshop.decide(by, isAllowed, ...decisions);
    then();
    return;
  }
  const { id } = running;
  const nameless = await workshop.feedback.seal(id);
  try {
    const ended: Decision = { type: 'presentation-ended', presentationId: id, nameless };
    await workshop.decide(
      by,
      isAllowed,
      ended,
      ...(presented ? presentedNow(workshop.state, running.groupId) : []),
      ...decisions,
    );
  } catch (problem) {
    workshop.feedback.unseal(id);
    throw problem;
  }
  then();
  await workshop.feedback.destroy(id);
}

/** The presentation that a change of stage ends: groups present while they work or in the plenary. */
export function endedBy(stage: Stage, state: WorkshopState): PresentationState | null {
  return stage === 'group-work' || stage === 'plenary' ? null : runningPresentation(state.plenary);
}

function presentedNow(state: WorkshopState, groupId: GroupId): Decision[] {
  const rights = state.groups.get(groupId);
  return rights && !rights.presented ? [{ type: 'group-changed', groupId, ...rights, presented: true }] : [];
}
