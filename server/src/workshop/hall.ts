import type { AddGroup, ChangeGroup, SetStage } from '@board/shared/commands';
import { type GroupId, groupDocument, newId } from '@board/shared/ids';
import { readAgenda } from '@board/shared/model/agenda';
import { nameGroup } from '@board/shared/model/board';
import { can } from '@board/shared/policy';
import { limits } from '@board/shared/protocol/limits';
import * as Y from 'yjs';
import type { SessionPerson } from '../ports.ts';
import { adopted } from './adoption.ts';
import { writeFor } from './hand.ts';
import { decideAfterEnd, endedBy } from './presentation-end.ts';
import { demand, Refusal } from './refusal.ts';
import { firstGeneration } from './seed.ts';
import { endSlots, runningSlots } from './slot-ends.ts';
import type { Permission, Workshop } from './workshop.ts';

/** What the facilitator decides about stage and groups goes one after the other. */
export const hallQueue = 'hall';

/** What a facilitator may do at any stage. */
export function facilitating(workshop: Workshop, by: SessionPerson): Permission {
  return () => demand(can(by, { do: 'facilitate' }, workshop.rights()));
}

/** What a facilitator may while the workshop is open. */
export function whileOpen(workshop: Workshop, by: SessionPerson): Permission {
  return () => {
    demand(can(by, { do: 'facilitate' }, workshop.rights()));
    requireOpen(workshop);
  };
}

/** What a facilitator may while the workshop is open and the charter is not adopted. */
export function decidingOnCharter(workshop: Workshop, by: SessionPerson): Permission {
  return () => {
    demand(can(by, { do: 'facilitate' }, workshop.rights()));
    requireOpen(workshop);
    if (workshop.state.adopted) throw new Refusal('charter-adopted');
  };
}

/**
 * Sets the stage, of a closed workshop too: it can be opened again. With a step, the hall is at that step of the agenda. A
 * presentation ends with the stages in which groups present, times for amendments end when the workshop is closed. Throws
 * `slots-running` when whoever closes it has not said that they end.
 */
export async function setStage(workshop: Workshop, by: SessionPerson, command: SetStage): Promise<void> {
  const { stage, step, endsSlots = false } = command;
  const isAllowed = facilitating(workshop, by);
  isAllowed();
  await workshop.queues.run(hallQueue, by, async () => {
    if (step !== undefined) {
      const steps = await workshop.rooms.read('board', readAgenda);
      if (!steps.some(({ id }) => id === step)) throw new Refusal('unknown-step', 'step');
    }
    const { state } = workshop;
    const isThere = state.stage === stage && (step === undefined || state.hall.step === step);
    if (isThere) return;
    const set = { type: 'stage-set', stage, ...(step ? { step } : {}) } as const;
    // Ended now, since a closed workshop must not adopt by itself later.
    const slots = stage === 'closed' ? runningSlots(state) : [];
    // Whether or not a block was lifted: the refusal must not tell.
    if (slots.length > 0 && !endsSlots) throw new Refusal('slots-running');
    await endSlots(workshop, slots, (ended, record) =>
      decideAfterEnd(workshop, by, isAllowed, endedBy(stage, state), true, [...ended, ...adopted(record), set]),
    );
  });
}

/** Adds a group: the decision and its empty document in one piece, then its name on the board, in the facilitator's hand. */
export async function addGroup(workshop: Workshop, by: SessionPerson, { name }: AddGroup): Promise<GroupId> {
  const isAllowed = (): void => {
    demand(can(by, { do: 'facilitate' }, workshop.rights()));
    requireOpen(workshop);
  };
  isAllowed();
  return workshop.queues.run(hallQueue, by, async () => {
    if (workshop.state.groups.size >= limits.groups) throw new Refusal('too-large', 'groups');
    const groupId = newId<GroupId>();
    await workshop.append(by, isAllowed, [
      { author: by.id, body: { kind: 'decision', decision: { type: 'group-added', groupId } } },
      firstGeneration(groupDocument(groupId), new Y.Doc()),
    ]);
    const update = await workshop.rooms.read('board', (doc) => namingUpdate(doc, groupId, name));
    await writeFor(by, workshop, 'board', update);
    return groupId;
  });
}

/** Opens, closes or marks a group as presented (facilitators); keeps its strategy closed or shows it (the group too). */
export async function changeGroup(
  workshop: Workshop,
  by: SessionPerson,
  groupId: GroupId,
  command: ChangeGroup,
): Promise<void> {
  const { open, presented, keptClosed } = command;
  const isAllowed = (): void => {
    if (keptClosed !== undefined) demand(can(by, { do: 'keep-closed', group: groupId }, workshop.rights()));
    if (open !== undefined || presented !== undefined) demand(can(by, { do: 'facilitate' }, workshop.rights()));
    requireOpen(workshop);
  };
  isAllowed();
  await workshop.queues.run(hallQueue, by, async () => {
    const before = workshop.state.groups.get(groupId);
    if (!before) throw new Refusal('unknown-group');
    const after = {
      open: open === undefined ? before.open : open,
      presented: presented ?? before.presented,
      keptClosed: keptClosed ?? before.keptClosed,
    };
    const isSame = (Object.keys(after) as (keyof typeof after)[]).every((name) => after[name] === before[name]);
    if (!isSame) await workshop.decide(by, isAllowed, { type: 'group-changed', groupId, ...after });
  });
}

/** Throws `workshop-closed` when the stage says so. */
export function requireOpen(workshop: Workshop): void {
  if (workshop.rights().workshopClosed) throw new Refusal('workshop-closed');
}

function namingUpdate(board: Y.Doc, group: GroupId, name: string): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(board));
  const before = Y.encodeStateVector(copy);
  nameGroup(copy, group, name);
  return Y.encodeStateAsUpdate(copy, before);
}
