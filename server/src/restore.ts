import type { DocumentName, WorkshopId } from '@board/shared/ids';
import { fail, ok, type Result } from '@board/shared/result';
import * as Y from 'yjs';
import { makeFolder } from './adapters/durable-file.ts';
import { lockFolder } from './adapters/folder-lock.ts';
import { openRegistry } from './adapters/lowdb-registry.ts';
import {
  dropAside,
  emptyDraftFolder,
  type FoundFile,
  findFiles,
  keepAside,
  putInPlace,
  removeDrafts,
  takeCopy,
} from './adapters/restore-files.ts';
import { openWorkshopFiles, workshopsFolder } from './adapters/workshop-files.ts';
import { faultOf } from './fault.ts';
import type { Clock, Entry, Journal, WorkshopFiles, WorkshopLog } from './ports.ts';
import { loadDocument } from './room/load.ts';
import { fold, nothingDecided, type WorkshopState } from './workshop/fold.ts';
import { freshGeneration, freshStart, openVotes, takenAwaySince } from './workshop/restored.ts';
import { surveyWorkshops } from './workshop/survey.ts';

export interface RestoreOrder {
  dataDir: string;
  /** A backup's folder, or one workshop's file. */
  from: string;
  /** Ids of the workshops to restore; none: all that are there. */
  only: readonly string[];
}

export interface RestoreTools {
  clock: Clock;
  journal: Journal;
}

/** What became of one workshop. */
export interface Restored {
  id: WorkshopId;
  /** The generation that all its documents have now. */
  generation: number;
  joinCode: string;
  /** Where the file is that was here before; null when there was none. */
  aside: string | null;
  /** How much was taken away again that had been taken away since the backup; null when the file that was here cannot be read. */
  takenAway: number | null;
  /** Votes that were open in the backup: closed without a count. */
  uncounted: number;
}

type Prepared = Omit<Restored, 'aside'>;

/**
 * Puts workshops of a backup in the place of those in a data folder that no server is using. What is replaced is kept aside,
 * without the sheets of votes; every document starts a new generation; what was taken away from people since the backup stays
 * taken away, and groups' strategies are as open as they were last. The stage and an adoption are the backup's. The problem
 * is a sentence, and then nothing has changed, unless the disk failed while finished copies were being renamed one by one.
 */
export async function restore(order: RestoreOrder, tools: RestoreTools): Promise<Result<Restored[], string>> {
  try {
    await makeFolder(workshopsFolder(order.dataDir));
    const lock = lockFolder(order.dataDir);
    if (!lock) return fail(`A server is using the folder ${order.dataDir}. Stop it first; nothing was changed.`);
    try {
      await removeDrafts(order.dataDir);
      return await restoreHeld(order, tools);
    } finally {
      lock.release();
    }
  } catch (problem) {
    return fail(`The backup could not be restored: ${faultOf(problem)}`);
  }
}

async function restoreHeld(order: RestoreOrder, tools: RestoreTools): Promise<Result<Restored[], string>> {
  const found = await findFiles(order.from);
  if (!found.ok) return found;
  const missing = order.only.find((id) => !found.value.some((file) => file.id === id));
  if (missing !== undefined) return fail(`There is no workshop ${missing} in ${order.from}.`);
  const wanted = found.value.filter((file) => order.only.length === 0 || order.only.includes(file.id));
  const draftFolder = await emptyDraftFolder(order.dataDir);
  const present = openWorkshopFiles({ folder: workshopsFolder(order.dataDir), ...tools });
  try {
    const prepared = await prepareAll(wanted, draftFolder, present, tools);
    if (!prepared.ok) return prepared;
    const restored = await replace(prepared.value, draftFolder, order.dataDir, tools.clock);
    await renewRegistry(order.dataDir, present, restored, tools);
    return ok(restored);
  } finally {
    await present.stop();
    await removeDrafts(order.dataDir);
  }
}

/** Everything that can be refused is refused here, before anything is replaced. */
async function prepareAll(
  wanted: readonly FoundFile[],
  draftFolder: string,
  present: WorkshopFiles,
  tools: RestoreTools,
): Promise<Result<Prepared[], string>> {
  const drafts = openWorkshopFiles({ folder: draftFolder, ...tools });
  try {
    const all: Prepared[] = [];
    for (const file of wanted) {
      const copied = takeCopy(file, draftFolder);
      if (!copied.ok) return copied;
      const prepared = await prepare(file, drafts, present, tools);
      if (!prepared.ok) return prepared;
      all.push(prepared.value);
    }
    return ok(all);
  } finally {
    await drafts.stop();
  }
}

async function prepare(
  { id, path }: FoundFile,
  drafts: WorkshopFiles,
  present: WorkshopFiles,
  { clock, journal }: RestoreTools,
): Promise<Result<Prepared, string>> {
  const opened = await drafts.open(id);
  if (!opened.ok) return fail(`${path} cannot be read.`);
  const { log } = opened.value;
  const decisions = await log.readDecisions();
  const state = fold(nothingDecided, decisions);
  if (state.id !== id) return fail(`${path} does not hold the workshop that its name says.`);
  const before = await readPresent(present, id);
  const generation = freshGeneration([...generationsIn(decisions), ...generationsIn(before ?? [])], clock.now());
  const takenAway = takenAwaySince(decisions, before ?? [], state);
  const documents = await statesOf(state, log, journal);
  await log.append([...takenAway, ...freshStart(state, documents, generation, clock.now())]);
  const { joinCode } = fold(state, await log.readDecisions());
  await opened.value.close();
  const uncounted = openVotes(state).length;
  return ok({ id, generation, joinCode, takenAway: before && takenAway.length, uncounted });
}

/** The decisions of the file that is going to be replaced: none when there is no file, null when it cannot be read. */
async function readPresent(present: WorkshopFiles, id: WorkshopId): Promise<Entry[] | null> {
  const opened = await present.open(id);
  if (!opened.ok) return opened.problem === 'unknown-workshop' ? [] : null;
  try {
    const decisions = await opened.value.log.readDecisions();
    return fold(nothingDecided, decisions).id === id ? decisions : null;
  } catch {
    return null;
  } finally {
    await opened.value.close();
  }
}

function generationsIn(entries: readonly Entry[]): number[] {
  return entries.flatMap(({ body }) => (body.kind === 'document' ? [body.generation] : []));
}

async function statesOf(
  state: WorkshopState,
  log: WorkshopLog,
  journal: Journal,
): Promise<Map<DocumentName, Uint8Array>> {
  const states = new Map<DocumentName, Uint8Array>();
  for (const [document, generation] of state.documents) {
    const { doc } = await loadDocument(log, document, generation, journal);
    states.set(document, Y.encodeStateAsUpdate(doc));
    doc.destroy();
  }
  return states;
}

async function replace(
  prepared: readonly Prepared[],
  draftFolder: string,
  dataDir: string,
  clock: Clock,
): Promise<Restored[]> {
  const all: Restored[] = [];
  try {
    for (const one of prepared) all.push({ ...one, aside: await keepAside(dataDir, one.id, clock.now()) });
  } catch (problem) {
    for (const { aside } of all) if (aside !== null) await dropAside(aside);
    throw problem;
  }
  for (const { id } of all) await putInPlace(draftFolder, dataDir, id);
  return all;
}

/** The registry learns the join codes at once. Where that fails, the next start finds them in the files. */
async function renewRegistry(
  dataDir: string,
  present: WorkshopFiles,
  restored: readonly Restored[],
  { clock, journal }: RestoreTools,
): Promise<void> {
  const survey = (known: ReadonlySet<WorkshopId>) => surveyWorkshops(present, known, journal);
  const registry = await openRegistry({ folder: dataDir, clock, journal, survey }).catch(() => null);
  if (!registry?.ok) return;
  for (const { id, joinCode } of restored) await registry.value.renew(id, joinCode).catch(() => undefined);
}
