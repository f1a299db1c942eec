import { parentPort } from 'node:worker_threads';
import { limits } from '@board/shared/protocol/limits';
import * as Y from 'yjs';
import type { TrialJob, TrialOutcome } from '../ports.ts';

/** The worker thread in which updates are tried out. It is ended from outside when it does not come to an end. */

/** How much longer a document may take to open than before: what has become dear already does not stop those who did nothing. */
const slower = 1.5;

/** Milliseconds of this thread's own work. */
function work(run: () => void): number {
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

function tryOut({ state, updates }: TrialJob): TrialOutcome {
  const doc = new Y.Doc();
  try {
    const before = work(() => Y.applyUpdate(doc, state));
    if (updates.length === 0) return before > limits.trialOpenMs ? 'heavy' : 'light';
    const applying = work(() =>
      doc.transact(() => {
        for (const update of updates) Y.applyUpdate(doc, update);
      }),
    );
    if (doc.store.pendingStructs || doc.store.pendingDs) return 'broken';
    if (applying > limits.trialApplyMs) return 'heavy';
    const opening = work(() => Y.applyUpdate(new Y.Doc(), Y.encodeStateAsUpdate(doc)));
    return opening > Math.max(limits.trialOpenMs, before * slower) ? 'heavy' : 'light';
  } catch {
    return 'broken';
  }
}

parentPort?.on('message', (job: TrialJob) => parentPort?.postMessage(tryOut(job)));
