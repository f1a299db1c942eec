import type { WorkshopId } from '@board/shared/ids';
import { faultOf } from '../fault.ts';
import type { Clock, Entry, Journal, NewEntry, WorkshopLog } from '../ports.ts';
import type { GroupCommit } from './group-commit.ts';
import { alone, toEntry, toRow } from './rows.ts';
import type { WorkerClient } from './worker-client.ts';

export interface SqliteLogParts {
  id: WorkshopId;
  worker: WorkerClient;
  commits: GroupCommit;
  clock: Clock;
  journal: Journal;
  close(): Promise<void>;
}

/** The log of one open workshop file. Reads wait their turn behind commits that are under way. */
export function sqliteLog({ id, worker, commits, clock, journal, close }: SqliteLogParts): WorkshopLog {
  const listeners = new Set<(entries: readonly Entry[]) => void>();

  const tell = (entries: readonly Entry[]): void => {
    for (const listener of listeners) {
      try {
        listener(entries);
      } catch (error) {
        journal.error('log-listener-failed', { why: faultOf(error) });
      }
    }
  };

  return {
    async append(entries: readonly NewEntry[]) {
      const at = clock.now();
      const rows = entries.map((entry) => toRow(entry, at));
      return await commits.add({ rows }, (lastSeq) => {
        const firstSeq = lastSeq - entries.length + 1;
        if (entries.length > 0) tell(entries.map((entry, index) => ({ ...entry, seq: firstSeq + index, at })));
      });
    },
    readDecisions: async () => (await worker.call('readDecisions', id)).map(toEntry),
    readUpdates: async (document, generation, after) =>
      (await worker.call('readUpdates', id, document, generation, after)).map(toEntry),
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    readSnapshot: (document, generation) => worker.call('readSnapshot', id, document, generation),
    async writeSnapshot(snapshot) {
      await commits.add({ snapshots: [{ ...snapshot, state: alone(snapshot.state) }] });
    },
    close,
  };
}
