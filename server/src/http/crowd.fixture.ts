import { type CommentId, groupDocument, newId, type PersonId, type RowId } from '@board/shared/ids';
import { addRow } from '@board/shared/model/strategy-edits';
import { beforeEach } from 'vitest';
import { eachInItsWorkshop, hall, here } from '../gathering.fixture.ts';
import { come, edit } from '../hall.fixture.ts';
import type { Decision } from '../workshop/decisions.ts';

type Seated = Awaited<ReturnType<typeof come>>;

/** One row of the first group, and in that group Ana and somebody who fills whatever can be filled. */
export let row: RowId;
export let ana: Seated;
export let crowd: Seated;

/** Each test in a workshop of its own, with Ana and the crowd in it. */
export function eachBesideACrowd(): void {
  eachInItsWorkshop();
  beforeEach(async () => {
    const groupId = here.groups[0]!.id;
    await edit(here, groupDocument(groupId), (doc) => {
      row = addRow(doc, null)!;
    });
    ana = await come(here, 'Ana', { groupId });
    crowd = await come(here, 'Crowd', { groupId });
  });
}

/** Where comments on the first group's strategy are written. */
export const comments = (): string => `${here.at}/groups/${here.groups[0]!.id}/comments`;

/** A comment that has not been sent yet. */
export const remark = (place: object = { row, cell: null }) => ({ id: newId<CommentId>(), text: 'Said', place });

/** Decisions of somebody, as if they had been made one by one. */
export async function append(author: PersonId, decisions: readonly Decision[]): Promise<void> {
  const workshop = await hall.workshop(here.workshopId);
  const entries = decisions.map((decision) => ({ author, body: { kind: 'decision', decision } }) as const);
  await workshop.append(null, () => {}, entries);
}
