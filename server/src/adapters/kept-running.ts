import { type ChildProcess, fork } from 'node:child_process';

/** How a process that found that it cannot go on asks to be started again. */
export const startAgainCode = 70;

/** Milliseconds before what has fallen is started again: longer each time it falls soon, for a disk that is full, or a program that is broken. */
const pauses = [1_000, 1_000, 1_000, 5_000, 15_000, 30_000];
/** What ran for so many milliseconds has not fallen soon. */
const longRun = 60_000;

export interface KeptRunning {
  script: string;
  env: NodeJS.ProcessEnv;
  /** Told of each fall, before it is started again. */
  fell(how: string): void;
  /** Ends it as a signal does. */
  stop: AbortSignal;
}

/**
 * Runs a script in a process of its own and starts it again whenever it falls: is killed, runs out of memory, or asks for
 * it. Nobody may be there to do so when what made it fall is over. Resolves with the exit code when it ends by itself.
 * Signals to end are handed on, that of a terminal which is closed too.
 */
export async function keepRunning({ script, env, fell, stop: asked }: KeptRunning): Promise<number> {
  let falls = 0;
  let hasRun = false;
  const stop = new AbortController();
  let child: ChildProcess | null = null;
  const end = (signal: NodeJS.Signals): void => {
    stop.abort();
    child?.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(signal));
  asked.addEventListener('abort', () => end('SIGTERM'));
  for (;;) {
    const began = performance.now();
    const { code, signal } = await endOf(() => {
      child = fork(script, { env });
      return child;
    });
    child = null;
    // What refuses to start is told so at once; what ran before and cannot start just now is tried again.
    const isFall = signal !== null || (code !== 0 && (code !== 1 || hasRun));
    if (!isFall || stop.signal.aborted) return code ?? 1;
    hasRun = true;
    falls = performance.now() - began > longRun ? 1 : falls + 1;
    fell(signal ?? `code ${code}`);
    await rest(pauses[Math.min(falls, pauses.length) - 1]!, stop.signal);
    if (stop.signal.aborted) return 0;
  }
}

/** A process that cannot be begun (no memory is left) has fallen, too. */
function endOf(begin: () => ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  return new Promise((resolve) => {
    try {
      const child = begin();
      child.on('error', ({ name }) => resolve({ code: null, signal: name }));
      child.on('close', (code, signal) => resolve({ code, signal }));
    } catch (error) {
      resolve({ code: null, signal: error instanceof Error ? error.name : 'unknown' });
    }
  });
}

function rest(pause: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, pause);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
