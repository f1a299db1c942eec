import { type DocumentName, type GroupId, groupDocument } from '@board/shared/ids';
import { seedBoard } from '@board/shared/model/board';
import * as Y from 'yjs';
import type { NewEntry } from '../ports.ts';

/** What a workshop starts with. A document that is missing from `documents` starts empty. */
export interface Seed {
  title: string;
  country: string;
  cycle: string;
  groups: readonly { id: GroupId; name: string }[];
  demonstration: boolean;
  documents: ReadonlyMap<DocumentName, Y.Doc>;
}

/** The entries that create a workshop's documents, all of generation 1. */
export function documentEntries(seed: Seed): NewEntry[] {
  const board = new Y.Doc();
  seedBoard(board, { title: seed.title, country: seed.country, cycle: seed.cycle }, seed.groups);
  const names: DocumentName[] = ['catalogue', 'charter', ...seed.groups.map((group) => groupDocument(group.id))];
  return [
    firstGeneration('board', board),
    ...names.map((name) => firstGeneration(name, seed.documents.get(name) ?? new Y.Doc())),
  ];
}

/** The entry that creates one document. */
export function firstGeneration(document: DocumentName, doc: Y.Doc): NewEntry {
  return { author: null, body: { kind: 'document', document, generation: 1, state: Y.encodeStateAsUpdate(doc) } };
}
