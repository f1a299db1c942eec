import type { Commit } from './worker-protocol.ts';

/** One caller's part of a commit. */
interface Job {
  part: Partial<Commit>;
  /** Called with the seq of this part's last row, while later parts have not been told yet. */
  stored(lastSeq: number): void;
  failed(error: Error): void;
}

/** Gathers what arrives while a commit is running into the next one, so that many small writes cost one sync of the disk. */
export interface GroupCommit {
  /** Resolves with the seq of the part's last row (or the log's last seq if it has none) when it is durable. */
  add(part: Partial<Commit>, stored?: (lastSeq: number) => void): Promise<number>;
  /** Resolves when nothing is left to write. */
  idle(): Promise<void>;
}

/**
 * `write` stores one commit and resolves with the log's last seq. When it rejects, everything that waits behind it is
 * rejected too: it may build on what was lost (an update on the update before it), and must not outlive it.
 */
export function groupCommit(write: (commit: Commit) => Promise<number>): GroupCommit {
  let queue: Job[] = [];
  let running: Promise<void> | null = null;

  const run = async (): Promise<void> => {
    while (queue.length > 0) {
      const jobs = queue;
      queue = [];
      try {
        const lastSeq = await write(merge(jobs));
        tell(jobs, lastSeq);
      } catch (error) {
        const reason = error instanceof Error ? error : new Error(String(error));
        const behind = queue;
        queue = [];
        for (const job of [...jobs, ...behind]) job.failed(reason);
      }
    }
    running = null;
  };

  return {
    add(part, stored) {
      return new Promise((resolve, reject) => {
        const told = (lastSeq: number): void => {
          stored?.(lastSeq);
          resolve(lastSeq);
        };
        queue.push({ part, stored: told, failed: reject });
        // One turn later, so that what is written in the same breath shares the first commit as well.
        running ??= Promise.resolve().then(run);
      });
    },
    async idle() {
      while (running) await running;
    },
  };
}

function merge(jobs: readonly Job[]): Commit {
  return {
    rows: jobs.flatMap((job) => job.part.rows ?? []),
    snapshots: jobs.flatMap((job) => job.part.snapshots ?? []),
    sheets: new Map(jobs.flatMap((job) => [...(job.part.sheets ?? [])])),
  };
}

function tell(jobs: readonly Job[], lastSeq: number): void {
  let seq = lastSeq - jobs.reduce((sum, job) => sum + (job.part.rows?.length ?? 0), 0);
  for (const job of jobs) {
    seq += job.part.rows?.length ?? 0;
    job.stored(seq);
  }
}
