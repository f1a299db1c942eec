import type { WorkshopId } from '@board/shared/ids';
import type { SheetStore } from '../ports.ts';
import type { GroupCommit } from './group-commit.ts';
import { alone } from './rows.ts';
import type { WorkerClient } from './worker-client.ts';

/**
 * The sheets of one open workshop file. Of several writes that wait for the same commit only the last version of a sheet
 * reaches the disk, and after the commit the write-ahead log is emptied, so that no earlier version is left.
 */
export function sqliteSheets(id: WorkshopId, worker: WorkerClient, commits: GroupCommit): SheetStore {
  return {
    async write(sheets) {
      const copies = new Map([...sheets].map(([name, body]) => [name, body === null ? null : alone(body)]));
      if (copies.size > 0) await commits.add({ sheets: copies });
    },
    readAll: () => worker.call('readSheets', id),
  };
}
