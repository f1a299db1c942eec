import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, type WorkshopId } from '@board/shared/ids';
import type { WorkshopLog } from '../ports.ts';
import { unmetered } from '../unmetered.fixture.ts';
import { systemClock } from './system-clock.ts';
import { openWorkshopFiles } from './workshop-files.ts';

/** A log that a test can close and open again. */
export interface LogUnderTest {
  log: WorkshopLog;
  /** Closes the log and opens the same one anew. */
  reopen(): Promise<WorkshopLog>;
  remove(): Promise<void>;
}

/** A new SQLite log in a folder of its own. */
export async function openSqliteLog(): Promise<LogUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'board-log-'));
  const journal = { info: () => {}, warn: () => {}, error: () => {} };
  const files = openWorkshopFiles({ folder, clock: systemClock(), journal, meter: unmetered });
  const id = newId<WorkshopId>();
  let file = await files.create(id);
  return {
    log: file.log,
    async reopen() {
      await file.close();
      const opened = await files.open(id);
      if (!opened.ok) throw new Error(opened.problem);
      file = opened.value;
      return file.log;
    },
    async remove() {
      await files.stop();
      await rm(folder, { recursive: true });
    },
  };
}
