import {
  type DocumentName,
  type GroupId,
  groupDocument,
  newId,
  type RecommendationId,
  type RowId,
  type StepId,
} from '@board/shared/ids';
import { dayAfter, type StepFacts } from '@board/shared/model/agenda';
import { readCatalogue, takeIn } from '@board/shared/model/catalogue';
import { addItem, charterPart } from '@board/shared/model/charter';
import { fillFragment } from '@board/shared/model/read';
import { type CellAddress, cellFragment, readStrategy } from '@board/shared/model/strategy';
import {
  addAction,
  addRisk,
  addRow,
  removeAction,
  setContribution,
  setPriority,
  setSdgTarget,
  setTimeframe,
} from '@board/shared/model/strategy-edits';
import { monthsLater, noTimeline, proposeTimeline, type Timeline } from '@board/shared/model/timeline';
import * as Y from 'yjs';
import type { Demonstration, DemonstrationAction, DemonstrationRow } from './demonstration.ts';

/** What a demonstration workshop starts with. Has the shape of a workshop's seed; ids are new every time. */
export interface DemonstrationSeed {
  title: string;
  country: string;
  cycle: string;
  groups: { id: GroupId; name: string }[];
  demonstration: true;
  documents: Map<DocumentName, Y.Doc>;
  agenda: (StepFacts & { id: StepId })[];
  begun: StepId;
  timeline: Timeline;
}

/** Months from the workshop to the adoption: all its recommendations are still pending. */
const untilAdoption = 3;

/**
 * Turns plain values into documents. A row that points to a number which is not in the list gets no recommendation.
 * `firstDay` (`2027-03-04`) is the first of the agenda.
 */
export function demonstrationSeed(plain: Demonstration, firstDay: string): DemonstrationSeed {
  const groups = plain.groups.map(({ name }) => ({ id: newId<GroupId>(), name }));
  const catalogue = new Y.Doc();
  takeIn(catalogue, plain.recommendations);
  const byNumber = new Map(readCatalogue(catalogue).map((one) => [one.number, one.id]));
  const documents = new Map<DocumentName, Y.Doc>([
    ['catalogue', catalogue],
    ['charter', charterOf(plain, groups)],
  ]);
  plain.groups.forEach((group, index) => {
    const doc = new Y.Doc();
    for (const row of group.rows) fillRow(doc, row, byNumber.get(row.recommendation ?? '') ?? null);
    documents.set(groupDocument(groups[index]!.id), doc);
  });
  const { title, country, cycle } = plain;
  const agenda = plain.agenda.map(({ day, ...step }) => ({
    ...step,
    day: dayAfter(firstDay, day),
    id: newId<StepId>(),
  }));
  const begun = agenda[plain.now]!.id;
  const timeline = proposeTimeline(
    { ...noTimeline, adoption: monthsLater(firstDay.slice(0, 7), untilAdoption) },
    cycle,
  );
  return { title, country, cycle, groups, demonstration: true, documents, agenda, begun, timeline };
}

function charterOf({ charter }: Demonstration, groups: readonly { id: GroupId; name: string }[]): Y.Doc {
  const doc = new Y.Doc();
  if (charter.preamble !== '') fillFragment(charterPart(doc, 'preamble'), charter.preamble);
  if (charter.closing !== '') fillFragment(charterPart(doc, 'closing'), charter.closing);
  for (const item of charter.items) {
    const id = addItem(doc, item.text);
    const group = groups.find((one) => one.name === item.group);
    if (group) (doc.getMap('items').get(id) as Y.Map<unknown>).set('groupId', group.id);
  }
  return doc;
}

function fillRow(doc: Y.Doc, plain: DemonstrationRow, recommendation: RecommendationId | null): void {
  const row = addRow(doc, recommendation);
  fill(doc, { row, cell: 'mechanisms' }, plain.mechanisms);
  for (const code of plain.sdgTargets) setSdgTarget(doc, row, code, true);
  setPriority(doc, row, plain.priority);
  for (const action of plain.actions) fillAction(doc, row, action);
  for (const { risk, response } of plain.risks) {
    const id = addRisk(doc, row);
    if (id === null) continue;
    fill(doc, { row, risk: id, cell: 'risk' }, risk);
    fill(doc, { row, risk: id, cell: 'response' }, response);
  }
  dropEmptyAction(doc, row);
}

function fillAction(doc: Y.Doc, row: RowId, plain: DemonstrationAction): void {
  const action = addAction(doc, row);
  if (action === null) return;
  for (const cell of ['text', 'indicator', 'resources', 'partners'] as const) {
    fill(doc, { row, action, cell }, plain[cell]);
  }
  setTimeframe(doc, row, action, plain.timeframe);
  setContribution(doc, row, action, plain.contribution);
}

/** A new row comes with one empty action to type into; a filled row does not need it. */
function dropEmptyAction(doc: Y.Doc, row: RowId): void {
  const actions = readStrategy(doc).find((one) => one.id === row)?.actions ?? [];
  if (actions.length > 1 && actions[0]?.text === '') removeAction(doc, row, actions[0].id);
}

function fill(doc: Y.Doc, address: CellAddress, text: string): void {
  const fragment = cellFragment(doc, address);
  if (fragment && text !== '') fillFragment(fragment, text);
}
