import { parentPort, workerData } from 'node:worker_threads';
import type { WorkshopId } from '@board/shared/ids';
import { unpackRows } from './packed-rows.ts';
import { checkFile } from './sqlite-check.ts';
import { createFile, openFile, removeFile, type SqliteFile } from './sqlite-file.ts';
import type { WorkerAnswer, WorkerOperations, WorkerRequest, WorkerSettings } from './worker-protocol.ts';

/**
 * The worker thread that owns every workshop file, so that a slow disk never stalls typing. One thread serves all
 * files: one disk syncs one thing at a time anyway, and a thread per workshop would cost some ten megabytes each.
 */
const { mostFileBytes } = workerData as WorkerSettings;
const files = new Map<WorkshopId, SqliteFile>();
/** Milliseconds after which an untidy file is looked at again. */
const tidyPause = 1_000;
let isTidying = false;

const operations: WorkerOperations = {
  create(path, id) {
    createFile(path);
    try {
      hold(id, path);
    } catch (error) {
      removeFile(path);
      throw error;
    }
  },
  open(path, id) {
    // Looking at a file that this process has open would make the system forget its locks on it.
    if (files.has(id)) throw new Error('this workshop file is open already');
    const found = checkFile(path);
    if (found !== 'sound') return found === 'unknown' ? 'unknown-workshop' : 'workshop-damaged';
    hold(id, path);
    return 'open';
  },
  commit(id, commit) {
    const lastSeq = fileOf(id).commit({ ...commit, rows: unpackRows(commit.rows) });
    tidyLater();
    return lastSeq;
  },
  readDecisions: (id) => fileOf(id).readDecisions(),
  readUpdates: (id, document, generation, after) => fileOf(id).readUpdates(document, generation, after),
  readSnapshot: (id, document, generation) => fileOf(id).readSnapshot(document, generation),
  readSheets: (id) => fileOf(id).readSheets(),
  close(id) {
    const file = fileOf(id);
    files.delete(id);
    file.close();
  },
  discard(path, id) {
    const file = files.get(id);
    files.delete(id);
    try {
      file?.close();
    } finally {
      removeFile(path);
    }
  },
};

function hold(id: WorkshopId, path: string): void {
  files.set(id, openFile(path, mostFileBytes));
  tidyLater();
}

/** Empties write-ahead logs that could not be emptied when they should have been, as soon as that is possible. */
function tidyLater(): void {
  if (isTidying || [...files.values()].every((file) => file.isTidy)) return;
  isTidying = true;
  setTimeout(() => {
    isTidying = false;
    for (const file of files.values()) file.tidy();
    tidyLater();
  }, tidyPause).unref();
}

function fileOf(id: WorkshopId): SqliteFile {
  const file = files.get(id);
  if (!file) throw new Error('this workshop file is not open');
  return file;
}

function answer({ call, operation, arguments: values }: WorkerRequest): WorkerAnswer {
  try {
    const run = operations[operation] as (...values: unknown[]) => unknown;
    return { call, ok: true, value: run(...values) };
  } catch (error) {
    const { message, code }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error));
    return { call, ok: false, message, code };
  }
}

parentPort?.on('message', (request: WorkerRequest) => parentPort?.postMessage(answer(request)));
