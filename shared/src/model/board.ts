import * as Y from 'yjs';
import type { GroupId } from '../ids.ts';
import { orderBetween, orderSequence } from './order.ts';
import { readMap, readOrdered, readText } from './read.ts';

/** The workshop's own facts, as the facilitator writes them. */
export interface BoardDetails {
  title: string;
  country: string;
  cycle: string;
  dates: string;
  place: string;
  organisers: string;
}

/** A group as it is named on the board. That it exists at all is a decision, see the workshop's log. */
export interface BoardGroup {
  id: GroupId;
  order: string;
  name: string;
}

const detailNames = ['title', 'country', 'cycle', 'dates', 'place', 'organisers'] as const;

/** Reads the details; what is missing is ''. */
export function readDetails(doc: Y.Doc): BoardDetails {
  const map = doc.getMap('details');
  return Object.fromEntries(detailNames.map((name) => [name, readText(map.get(name), 500)])) as unknown as BoardDetails;
}

/** Reads the groups in their order. */
export function readGroups(doc: Y.Doc): BoardGroup[] {
  return readOrdered(doc.getMap('groups'), (id, entry) => ({
    id: id as GroupId,
    order: readText(entry.get('order'), 100),
    name: readText(entry.get('name'), 200),
  }));
}

/** Changes one detail. */
export function setDetail(doc: Y.Doc, name: keyof BoardDetails, value: string): void {
  if (readDetails(doc)[name] !== value) doc.transact(() => doc.getMap('details').set(name, value));
}

/** Names a group, or names one that was decided but is not on the board yet. One transaction. */
export function nameGroup(doc: Y.Doc, id: GroupId, name: string): void {
  doc.transact(() => {
    const groups = doc.getMap('groups');
    const entry = readMap(groups.get(id));
    if (entry) {
      entry.set('name', name);
      return;
    }
    const last = readGroups(doc).at(-1)?.order ?? null;
    groups.set(id, new Y.Map(Object.entries({ name, order: orderBetween(last, null) })));
  });
}

/** Fills a new board document. Called once, by the command that creates the workshop. */
export function seedBoard(
  doc: Y.Doc,
  details: Partial<BoardDetails>,
  groups: readonly { id: GroupId; name: string }[],
): void {
  const orders = orderSequence(groups.length);
  doc.transact(() => {
    for (const [name, value] of Object.entries(details)) doc.getMap('details').set(name, value);
    groups.forEach((group, index) => {
      doc.getMap('groups').set(group.id, new Y.Map(Object.entries({ name: group.name, order: orders[index] })));
    });
  });
}
