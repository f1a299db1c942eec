import { mkdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isId, type WorkshopId } from '@board/shared/ids';
import { fail, ok } from '@board/shared/result';
import type { Clock, Journal, Meter, WorkshopFile, WorkshopFiles } from '../ports.ts';
import { groupCommit } from './group-commit.ts';
import { packRows } from './packed-rows.ts';
import { sqliteLog } from './sqlite-log.ts';
import { sqliteSheets } from './sqlite-sheets.ts';
import { startWorker, type WorkerClient } from './worker-client.ts';

/** How a workshop's file ends, after its id. */
export const fileSuffix = '.sqlite';
const defaultMostFileBytes = 4 * 1024 ** 3;

export interface WorkshopFilesOptions {
  /** The folder that holds one `<id>.sqlite` per workshop; made when it is missing. */
  folder: string;
  clock: Clock;
  journal: Journal;
  /** Counts commits; without one nobody does. */
  meter?: Meter;
  /** See `WorkerSettings`. */
  mostFileBytes?: number;
  /** Nothing can be read or stored any more, whatever the disk does: the thread that did it has ended. */
  onBroken?: () => void;
}

/** Where a data folder keeps the workshops' files. */
export function workshopsFolder(dataDir: string): string {
  return join(dataDir, 'workshops');
}

/** The workshops that have a file in a folder. Files that were kept aside are none. */
export async function workshopsIn(folder: string): Promise<WorkshopId[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith(fileSuffix))
    .map((name) => name.slice(0, -fileSuffix.length))
    .filter((name) => isId<WorkshopId>(name));
}

/** The workshops' files in one folder. `stop` ends the worker thread; close the files first. */
export function openWorkshopFiles(options: WorkshopFilesOptions): WorkshopFiles & { stop(): Promise<void> } {
  const { folder, journal, mostFileBytes = defaultMostFileBytes, onBroken = () => {} } = options;
  mkdirSync(folder, { recursive: true });
  const worker = startWorker({ mostFileBytes }, () => {
    journal.error('log-worker-ended');
    onBroken();
  });
  const pathOf = (id: WorkshopId): string => {
    if (!isId(id)) throw new RangeError('not a workshop id');
    return join(folder, `${id}${fileSuffix}`);
  };
  return {
    async create(id) {
      await worker.call('create', pathOf(id), id);
      return openedFile(id, worker, options);
    },
    async open(id) {
      const opened = await worker.call('open', pathOf(id), id);
      return opened === 'open' ? ok(openedFile(id, worker, options)) : fail(opened);
    },
    discard: (id) => worker.call('discard', pathOf(id), id),
    list: () => workshopsIn(folder),
    stop: () => worker.stop(),
  };
}

function openedFile(
  id: WorkshopId,
  worker: WorkerClient,
  { clock, journal, meter }: WorkshopFilesOptions,
): WorkshopFile {
  const commits = groupCommit((commit) => {
    const packed = { ...commit, rows: packRows(commit.rows) };
    // Sheets alone are ballots, or a block that is lifted: whoever reads the numbers must not see one by one that it was taken.
    const isCounted = commit.rows.length > 0 || commit.snapshots.length > 0;
    return metered(meter, isCounted, () => worker.call('commit', id, packed));
  });
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= commits.idle().then(() => worker.call('close', id));
    return closing;
  };
  return {
    log: sqliteLog({ id, worker, commits, clock, journal, close }),
    sheets: sqliteSheets(id, worker, commits),
    close,
  };
}

/** Counts one transaction: how long it took, if that may be known, or that the disk refused it. */
async function metered<Value>(
  meter: Meter | undefined,
  isCounted: boolean,
  commit: () => Promise<Value>,
): Promise<Value> {
  const began = performance.now();
  try {
    const stored = await commit();
    if (isCounted) meter?.commit(performance.now() - began);
    return stored;
  } catch (problem) {
    meter?.commitFailed();
    throw problem;
  }
}
