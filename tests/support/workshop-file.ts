import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentName, PersonId, WorkshopId } from '@board/shared/ids';
import type * as Y from 'yjs';
import { copyWithoutSheets } from '../../server/src/adapters/sqlite-copy.ts';
import { systemClock } from '../../server/src/adapters/system-clock.ts';
import { openWorkshopFiles, workshopsFolder } from '../../server/src/adapters/workshop-files.ts';
import type { Entry, Journal } from '../../server/src/ports.ts';
import { loadDocument, updatesOf } from '../../server/src/room/load.ts';
import type { Decision } from '../../server/src/workshop/decisions.ts';
import { fold, nothingDecided } from '../../server/src/workshop/fold.ts';
import { allOf } from './all-of.ts';

const quiet: Journal = { info: () => {}, warn: () => {}, error: () => {} };

/** What a workshop's file holds at one moment. */
export interface FileReading {
  /** Every document as a server that starts now would load it. */
  documents: ReadonlyMap<DocumentName, Y.Doc>;
  /** Decisions and creations, in order. */
  decisions: readonly Entry[];
  /** The updates of every document's live generation, in order. */
  updates: ReadonlyMap<DocumentName, readonly Entry[]>;
}

/** Reads a workshop's file with the log's own adapters, from a copy, so that its server may be running. */
export async function readWorkshopFile(dataFolder: string, id: WorkshopId): Promise<FileReading> {
  const folder = await mkdtemp(join(tmpdir(), 'board-copy-'));
  const name = `${id}.sqlite`;
  copyWithoutSheets(join(workshopsFolder(dataFolder), name), join(folder, name));
  const files = openWorkshopFiles({ folder, clock: systemClock(), journal: quiet });
  try {
    const opened = await files.open(id);
    if (!opened.ok) throw new Error(opened.problem);
    const { log } = opened.value;
    const decisions = await log.readDecisions();
    const documents = new Map<DocumentName, Y.Doc>();
    const updates = new Map<DocumentName, Entry[]>();
    for (const [document, generation] of fold(nothingDecided, decisions).documents) {
      documents.set(document, (await loadDocument(log, document, generation, quiet)).doc);
      updates.set(document, await allOf(updatesOf(log, document, generation, 0)));
    }
    await opened.value.close();
    return { documents, decisions, updates };
  } finally {
    await files.stop();
    await rm(folder, { recursive: true, maxRetries: 5 });
  }
}

/** The entry of the last decision of a kind; throws when there is none. */
export function decided({ decisions }: FileReading, type: Decision['type']): Entry {
  const entry = decisions.findLast(({ body }) => body.kind === 'decision' && body.decision.type === type);
  if (!entry) throw new Error(`no decision ${type} in the file`);
  return entry;
}

/** The updates of one person in one document, in order. */
export function writtenBy({ updates }: FileReading, person: PersonId, document: DocumentName): Entry[] {
  return (updates.get(document) ?? []).filter(({ author }) => author === person);
}
