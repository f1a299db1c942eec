import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerOperations, WorkerRequest, WorkerSettings } from './worker-protocol.ts';

/** The main thread's end of the log worker. */
export interface WorkerClient {
  /** Runs one operation in the worker. Calls are carried out in order; rejects when the operation throws or the worker is gone. */
  call<Name extends keyof WorkerOperations>(
    operation: Name,
    ...values: Parameters<WorkerOperations[Name]>
  ): Promise<ReturnType<WorkerOperations[Name]>>;
  stop(): Promise<void>;
}

interface Waiting {
  resolve(value: never): void;
  reject(error: Error): void;
}

/** Starts the worker. It keeps the process alive only while a call is under way. `onGone`: it has ended, and was not stopped. */
export function startWorker(
  settings: WorkerSettings,
  onGone: () => void,
  script: URL = new URL('./log-worker.ts', import.meta.url),
): WorkerClient {
  const worker = new Worker(script, { workerData: settings });
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let gone: Error | null = null;
  let isStopping = false;
  worker.unref();

  const settle = (answer: WorkerAnswer): void => {
    const caller = waiting.get(answer.call);
    waiting.delete(answer.call);
    if (waiting.size === 0) worker.unref();
    if (answer.ok) caller?.resolve(answer.value as never);
    else caller?.reject(Object.assign(new Error(answer.message), { code: answer.code }));
  };
  const giveUp = (error: Error): void => {
    if (!gone && !isStopping) onGone();
    gone ??= error;
    for (const caller of waiting.values()) caller.reject(gone);
    waiting.clear();
  };
  worker.on('message', settle);
  worker.on('error', giveUp);
  worker.on('exit', () => giveUp(new Error('the log worker has ended')));

  return {
    call(operation, ...values) {
      if (gone) return Promise.reject(gone);
      return new Promise((resolve, reject) => {
        calls += 1;
        waiting.set(calls, { resolve, reject });
        worker.ref();
        worker.postMessage({ call: calls, operation, arguments: values } satisfies WorkerRequest);
      });
    },
    async stop() {
      isStopping = true;
      await worker.terminate();
    },
  };
}
