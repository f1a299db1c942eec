import { parentPort } from 'node:worker_threads';
import { limits } from '@board/shared/protocol/limits';
import * as Y from 'yjs';
import type { TrialJob } from '../ports.ts';
import { opened, type TrialNews } from './trial-news.ts';

/** The worker thread in which updates are tried out. It is ended from outside when it does not come to an end. */

/** Milliseconds of this thread's own work. */
function work(run: () => void): number {
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

function tryOut({ state, before, update }: TrialJob, tell: (news: TrialNews) => void): TrialNews {
  const doc = new Y.Doc();
  try {
    const opening = work(() => Y.applyUpdate(doc, state));
    if (!update) return opening > limits.trialOpenMs ? 'heavy' : 'light';
    for (const one of before) Y.applyUpdate(doc, one);
    tell(opened);
    const applying = work(() => Y.applyUpdate(doc, update));
    if (doc.store.pendingStructs || doc.store.pendingDs) return 'broken';
    if (applying > limits.trialApplyMs) return 'heavy';
    // A document that opens slowly already stops nobody who did nothing.
    if (opening > limits.trialOpenMs) return 'light';
    return work(() => Y.applyUpdate(new Y.Doc(), Y.encodeStateAsUpdate(doc))) > limits.trialOpenMs ? 'heavy' : 'light';
  } catch {
    return 'broken';
  }
}

const port = parentPort;
port?.on('message', (job: TrialJob) => port.postMessage(tryOut(job, (news) => port.postMessage(news))));
