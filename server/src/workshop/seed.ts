import { type DocumentName, type GroupId, groupDocument, type PersonId, type StepId } from '@board/shared/ids';
import { type StepFacts, seedAgenda } from '@board/shared/model/agenda';
import { seedBoard } from '@board/shared/model/board';
import * as Y from 'yjs';
import type { NewEntry } from '../ports.ts';
import type { Decision } from './decisions.ts';

/** What a workshop starts with. A document that is missing from `documents` starts empty. */
export interface Seed {
  title: string;
  country: string;
  cycle: string;
  groups: readonly { id: GroupId; name: string }[];
  demonstration: boolean;
  documents: ReadonlyMap<DocumentName, Y.Doc>;
  agenda?: readonly (StepFacts & { id: StepId })[];
  /** The step of it that the hall is at from the beginning. */
  begun?: StepId;
}

/** The entries that create a workshop's documents, all of generation 1. */
export function documentEntries(seed: Seed): NewEntry[] {
  const board = new Y.Doc();
  seedBoard(board, { title: seed.title, country: seed.country, cycle: seed.cycle }, seed.groups);
  seedAgenda(board, seed.agenda ?? []);
  const names: DocumentName[] = ['catalogue', 'charter', ...seed.groups.map((group) => groupDocument(group.id))];
  return [
    firstGeneration('board', board),
    ...names.map((name) => firstGeneration(name, seed.documents.get(name) ?? new Y.Doc())),
  ];
}

/** The decision with which the hall begins at a step of its agenda; none where it begins with people who arrive. */
export function begunEntries({ agenda = [], begun }: Seed, author: PersonId): NewEntry[] {
  const step = agenda.find(({ id }) => id === begun);
  if (!step) return [];
  const decision: Decision = { type: 'stage-set', stage: step.stage, step: step.id };
  return [{ author, body: { kind: 'decision', decision } }];
}

/** The entry that creates one document. */
export function firstGeneration(document: DocumentName, doc: Y.Doc): NewEntry {
  return { author: null, body: { kind: 'document', document, generation: 1, state: Y.encodeStateAsUpdate(doc) } };
}
