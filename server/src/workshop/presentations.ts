import type {
  BeginPresentation,
  ChangePresentation,
  GroupMember,
  NameRapporteur,
  TurnPresentation,
} from '@board/shared/commands-present';
import { type GroupId, newId, type PersonId, type PresentationId } from '@board/shared/ids';
import { can } from '@board/shared/policy';
import { limits } from '@board/shared/protocol/limits';
import type { SessionPerson } from '../ports.ts';
import { requireGroup } from './comments.ts';
import type { Decision } from './decisions.ts';
import { rapporteurView } from './feedback-views.ts';
import type { WorkshopState } from './fold.ts';
import { facilitating, hallQueue, requireOpen, whileOpen } from './hall.ts';
import { decideAfterEnd } from './presentation-end.ts';
import { type PresentationState, runningPresentation } from './presentations-fold.ts';
import { demand, Refusal } from './refusal.ts';
import type { Workshop } from './workshop.ts';

/** Turning goes beside what the facilitator decides about the hall, so that a phone never waits for it. */
const turningQueue = 'turning';

/** Lets a group present, and ends in the same piece the presentation that was running: its group has presented then. */
export async function beginPresentation(
  workshop: Workshop,
  by: SessionPerson,
  { groupId, feedback }: BeginPresentation,
): Promise<PresentationId> {
  const isAllowed = whileOpen(workshop, by);
  isAllowed();
  return workshop.queues.run(hallQueue, by, async () => {
    requireGroup(workshop, groupId);
    const before = runningPresentation(workshop.state.plenary);
    if (before?.groupId === groupId) return before.id;
    const id = newId<PresentationId>();
    await workshop.feedback.prepare(id);
    const begun: Decision = { type: 'presentation-begun', presentationId: id, groupId, feedback };
    try {
      await decideAfterEnd(workshop, by, isAllowed, before, true, [begun], () => workshop.feedback.open(id));
    } catch (problem) {
      await workshop.feedback.destroy(id);
      throw problem;
    }
    return id;
  });
}

/** Changes how the hall gives feedback from now on. What was said already stays as it was said. */
export async function changePresentation(
  workshop: Workshop,
  by: SessionPerson,
  id: PresentationId,
  { feedback }: ChangePresentation,
): Promise<void> {
  const isAllowed = whileOpen(workshop, by);
  isAllowed();
  await workshop.queues.run(hallQueue, by, async () => {
    if (requireRunning(workshop, id).feedback === feedback) return;
    await workshop.decide(by, isAllowed, { type: 'presentation-changed', presentationId: id, feedback });
  });
}

/** Ends a presentation; `presented` marks its group. One that has ended already stays so. */
export async function endPresentation(
  workshop: Workshop,
  by: SessionPerson,
  id: PresentationId,
  presented: boolean,
): Promise<void> {
  const isAllowed = facilitating(workshop, by);
  isAllowed();
  await workshop.queues.run(hallQueue, by, async () => {
    if (!workshop.state.plenary.presentations.has(id)) throw new Refusal('unknown-presentation');
    const running = runningPresentation(workshop.state.plenary);
    if (running?.id === id) await decideAfterEnd(workshop, by, isAllowed, running, presented, []);
  });
}

/** Turns what the hall looks at to a priority or an action. The last one counts; what it is already leaves nothing in the log. */
export async function turnPresentation(
  workshop: Workshop,
  by: SessionPerson,
  id: PresentationId,
  inView: TurnPresentation,
): Promise<void> {
  await workshop.queues.run(turningQueue, by, async () => {
    const isAllowed = (): void => {
      const { groupId: group } = requireRunning(workshop, id);
      const rapporteur = rapporteurView(workshop.state, group)?.personId ?? null;
      demand(can(by, { do: 'present', group, rapporteur }, workshop.rights()));
    };
    isAllowed();
    const { inView: before, turns } = requireRunning(workshop, id);
    if (before.row === inView.row && before.action === inView.action) return;
    if (turns >= limits.turnsPerPresentation && by.role !== 'facilitator') throw new Refusal('too-many-requests');
    await workshop.decide(by, isAllowed, { type: 'presentation-turned', presentationId: id, inView });
  });
}

/** Names who presents for a group: one of its members, or nobody. */
export async function nameRapporteur(
  workshop: Workshop,
  by: SessionPerson,
  group: GroupId,
  { personId }: NameRapporteur,
): Promise<void> {
  requireGroup(workshop, group);
  const isAllowed = (): void => {
    demand(can(by, { do: 'name-rapporteur', group }, workshop.rights()));
    requireOpen(workshop);
  };
  isAllowed();
  await workshop.queues.run(hallQueue, by, async () => {
    if (personId !== null && !isMember(workshop.state, personId, group))
      throw new Refusal('unknown-person', 'personId');
    if ((rapporteurView(workshop.state, group)?.personId ?? null) === personId) return;
    await workshop.decide(by, isAllowed, { type: 'rapporteur-named', groupId: group, rapporteur: personId });
  });
}

/** The members of a group by name, for those who may name one of them. */
export function listMembers(workshop: Workshop, by: SessionPerson, group: GroupId): GroupMember[] {
  requireGroup(workshop, group);
  demand(can(by, { do: 'name-rapporteur', group }, workshop.rights()));
  return [...workshop.state.people.values()]
    .filter(({ id }) => isMember(workshop.state, id, group))
    .map(({ id, name }) => ({ personId: id, name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The presentation, if it is running. Throws `presentation-over` or `unknown-presentation`. */
export function requireRunning(workshop: Workshop, id: PresentationId): PresentationState {
  requireOpen(workshop);
  const found = workshop.state.plenary.presentations.get(id);
  if (!found) throw new Refusal('unknown-presentation');
  if (found.isOver) throw new Refusal('presentation-over');
  return found;
}

function isMember({ people }: WorkshopState, id: PersonId, group: GroupId): boolean {
  const person = people.get(id);
  return person?.role === 'member' && person.groupId === group;
}
