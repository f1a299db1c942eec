import { parentPort, workerData } from 'node:worker_threads';
import type { WorkshopId } from '@board/shared/ids';
import { checkFile } from './sqlite-check.ts';
import { createFile, openFile, type SqliteFile } from './sqlite-file.ts';
import type { WorkerAnswer, WorkerOperations, WorkerRequest, WorkerSettings } from './worker-protocol.ts';

/**
 * The worker thread that owns every workshop file, so that a slow disk never stalls typing. One thread serves all
 * files: one disk syncs one thing at a time anyway, and a thread per workshop would cost some ten megabytes each.
 */
const { mostFileBytes } = workerData as WorkerSettings;
const files = new Map<WorkshopId, SqliteFile>();

const operations: WorkerOperations = {
  create(path, id) {
    createFile(path);
    files.set(id, openFile(path, mostFileBytes));
  },
  open(path, id) {
    const found = checkFile(path);
    if (found !== 'sound') return found === 'unknown' ? 'unknown-workshop' : 'workshop-damaged';
    files.set(id, openFile(path, mostFileBytes));
    return 'open';
  },
  commit: (id, commit) => fileOf(id).commit(commit),
  readDecisions: (id) => fileOf(id).readDecisions(),
  readUpdates: (id, document, generation, after) => fileOf(id).readUpdates(document, generation, after),
  readSnapshot: (id, document, generation) => fileOf(id).readSnapshot(document, generation),
  readSheets: (id) => fileOf(id).readSheets(),
  close(id) {
    const file = fileOf(id);
    files.delete(id);
    file.close();
  },
};

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
    return { call, ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (request: WorkerRequest) => parentPort?.postMessage(answer(request)));
