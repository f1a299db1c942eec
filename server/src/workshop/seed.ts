import { type DocumentName, type GroupId, groupDocument, type PersonId, type StepId } from '@board/shared/ids';
import { type StepFacts, seedAgenda } from '@board/shared/model/agenda';
import { seedBoard } from '@board/shared/model/board';
import { setTimeline, type Timeline } from '@board/shared/model/timeline';
import * as Y from 'yjs';
import type { NewEntry } from '../ports.ts';
import type { Decision } from './decisions.ts';

/** What a workshop starts with. A document that is missing from `documents` starts empty; one that was made elsewhere is there as its state. */
export interface Seed {
  title: string;
  country: string;
  cycle: string;
  groups: readonly { id: GroupId; name: string }[];
  demonstration: boolean;
  documents: ReadonlyMap<DocumentName, Y.Doc | Uint8Array>;
  agenda?: readonly (StepFacts & { id: StepId })[];
  /** The step of it that the hall is at from the beginning. */
  begun?: StepId;
  /** The goalposts of its timeline. */
  timeline?: Partial<Timeline>;
  /** What was decided before, on another server. In nobody's name. */
  decisions?: readonly Decision[];
}

/** The entries that create a workshop's documents, all of generation 1. A board that is given stands in the place of one with title and groups only. */
export function documentEntries(seed: Seed): NewEntry[] {
  const names: DocumentName[] = ['catalogue', 'charter', ...seed.groups.map((group) => groupDocument(group.id))];
  return [
    firstGeneration('board', seed.documents.get('board') ?? newBoard(seed)),
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

/** The decisions that a workshop starts with. */
export function decisionEntries({ decisions = [] }: Seed): NewEntry[] {
  return decisions.map((decision) => ({ author: null, body: { kind: 'decision', decision } }));
}

function newBoard({ title, country, cycle, groups, agenda = [], timeline = {} }: Seed): Y.Doc {
  const board = new Y.Doc();
  seedBoard(board, { title, country, cycle }, groups);
  seedAgenda(board, agenda);
  setTimeline(board, timeline);
  return board;
}

/** The entry that creates one document. */
export function firstGeneration(document: DocumentName, doc: Y.Doc | Uint8Array): NewEntry {
  const state = doc instanceof Uint8Array ? doc : Y.encodeStateAsUpdate(doc);
  return { author: null, body: { kind: 'document', document, generation: 1, state } };
}
