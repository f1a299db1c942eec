import type { ProposeTogether, RowsOnRecommendation } from '@board/shared/commands';
import { type GroupId, groupDocument, newId, type RecommendationId, type TogetherId } from '@board/shared/ids';
import type { RowOfGroup } from '@board/shared/live-between';
import { Reach } from '@board/shared/model/reach';
import { headsAbout } from '@board/shared/model/row-heads';
import { joinRows, readRow, type StrategyRow } from '@board/shared/model/strategy';
import { can } from '@board/shared/policy';
import { limits } from '@board/shared/protocol/limits';
import type * as Y from 'yjs';
import type { SessionPerson } from '../ports.ts';
import { recommendationOf, requireGroup } from './comments.ts';
import { idsOf } from './merged.ts';
import { demand, Refusal } from './refusal.ts';
import type { TogetherState } from './together-fold.ts';
import type { Workshop } from './workshop.ts';

const togetherQueue = 'together';

/**
 * Asks another group to work on a recommendation together. Who asks a second time gets what was asked before; who asks back
 * agrees. Throws `rows-differ` when the rows are not about the same recommendation, or of the same group.
 */
export async function proposeTogether(
  workshop: Workshop,
  by: SessionPerson,
  { from, to }: ProposeTogether,
): Promise<TogetherId> {
  for (const { groupId } of [from, to]) requireGroup(workshop, groupId);
  const isAllowed = (): void => demandBoth(workshop, by, from.groupId, to.groupId);
  isAllowed();
  return workshop.queues.run(togetherQueue, by, async () => {
    await requireSame(workshop, from, to);
    isAllowed();
    const known = between(workshop, from, to);
    if (known) {
      if (!known.isAgreed && isSameRow(known.rows[1], from)) {
        await workshop.decide(by, isAllowed, { type: 'together-agreed', togetherId: known.id });
      }
      return known.id;
    }
    if (workshop.state.together.size >= limits.together) throw new Refusal('too-large', 'together');
    const togetherId = newId<TogetherId>();
    await workshop.decide(by, isAllowed, { type: 'together-asked', togetherId, rows: [from, to] });
    return togetherId;
  });
}

/** Agrees to what another group has asked. Agreeing twice changes nothing. */
export async function agreeTogether(workshop: Workshop, by: SessionPerson, togetherId: TogetherId): Promise<void> {
  await workshop.queues.run(togetherQueue, by, async () => {
    const [asking, asked] = found(workshop, togetherId).rows;
    await requireSame(workshop, asking, asked);
    const isAllowed = (): void => demandBoth(workshop, by, asked.groupId, asking.groupId);
    isAllowed();
    if (!found(workshop, togetherId).isAgreed) {
      await workshop.decide(by, isAllowed, { type: 'together-agreed', togetherId });
    }
  });
}

/** Takes back, refuses or ends: either group may at any time. */
export async function endTogether(workshop: Workshop, by: SessionPerson, togetherId: TogetherId): Promise<void> {
  await workshop.queues.run(togetherQueue, by, async () => {
    const { rows } = found(workshop, togetherId);
    const own = rows.find(({ groupId }) => groupId === by.groupId) ?? rows[0];
    const isAllowed = (): void => demand(can(by, { do: 'work-together', group: own.groupId }, workshop.rights()));
    isAllowed();
    await workshop.decide(by, isAllowed, { type: 'together-ended', togetherId });
  });
}

/** What groups have written on a recommendation: of each strategy that the person may read at this moment, and of no other. */
export async function rowsOn(
  workshop: Workshop,
  by: SessionPerson,
  recommendation: RecommendationId,
): Promise<RowsOnRecommendation> {
  const rows: RowsOnRecommendation['rows'] = [];
  const ids = await idsOf(workshop.rooms, recommendation);
  const mayRead = (group: GroupId) =>
    can(by, { do: 'read', document: groupDocument(group) }, workshop.rights()).allowed;
  for (const groupId of workshop.state.groups.keys()) {
    if (!mayRead(groupId)) continue;
    const found = await workshop.rooms.read(groupDocument(groupId), (doc) => rowsAbout(doc, ids));
    // A group may have closed its strategy while it was read.
    if (mayRead(groupId)) rows.push(...found.map((row) => ({ groupId, row: row.id, actions: actionsOf(row) })));
  }
  return { rows };
}

/** In the name of the first group; on what the other group has written, so it must be readable. */
function demandBoth(workshop: Workshop, by: SessionPerson, own: GroupId, other: GroupId): void {
  const rights = workshop.rights();
  demand(can(by, { do: 'work-together', group: own }, rights));
  demand(can(by, { do: 'read', document: groupDocument(other) }, rights));
}

async function requireSame(workshop: Workshop, one: RowOfGroup, other: RowOfGroup): Promise<void> {
  const [first, second] = [
    await recommendationOf(workshop, one.groupId, one.row),
    await recommendationOf(workshop, other.groupId, other.row),
  ];
  if (!first || !second) throw new Refusal('unknown-row');
  const isSame = await areSame(workshop, first.recommendation, second.recommendation);
  if (!isSame || one.groupId === other.groupId) throw new Refusal('rows-differ');
}

async function areSame(
  { rooms }: Workshop,
  one: RecommendationId | null,
  other: RecommendationId | null,
): Promise<boolean> {
  if (one === null || other === null) return false;
  return one === other || (await idsOf(rooms, one)).has(other);
}

function between({ state }: Workshop, one: RowOfGroup, other: RowOfGroup): TogetherState | undefined {
  return [...state.together.values()].find(
    ({ rows: [first, second] }) =>
      (isSameRow(first, one) && isSameRow(second, other)) || (isSameRow(first, other) && isSameRow(second, one)),
  );
}

function isSameRow(one: RowOfGroup, other: RowOfGroup): boolean {
  return one.groupId === other.groupId && one.row === other.row;
}

function found({ state }: Workshop, id: TogetherId): TogetherState {
  const known = state.together.get(id);
  if (!known) throw new Refusal('unknown-agreement');
  return known;
}

/** Looks at what a row is about before anything else of it is read, and reads so much and no more. */
function rowsAbout(doc: Y.Doc, ids: ReadonlySet<RecommendationId>): StrategyRow[] {
  const { readParts, readText: text, readCellText: cellText, shownRows: rows } = limits;
  const reach = new Reach({ rows, parts: readParts, text, cellText });
  return joinRows(reach.first('rows', headsAbout(doc, ids)).map(({ id, entry }) => readRow(id, entry, reach)));
}

function actionsOf(row: StrategyRow): RowsOnRecommendation['rows'][number]['actions'] {
  return row.actions
    .filter((action) => action.text !== '')
    .map(({ text, indicator, timeframe }) => ({ text, indicator, timeframe }));
}
