import { type ChildProcess, fork } from 'node:child_process';

/** How a process that found that it cannot go on asks to be started again. */
export const startAgainCode = 70;

/** Milliseconds before what has fallen is started again. */
const pause = 1_000;
/** Whatever falls so often within so many milliseconds will fall again. */
const mostFalls = 5;
const within = 60_000;

export interface KeptRunning {
  script: string;
  env: NodeJS.ProcessEnv;
  /** Told of each fall, before it is started again. */
  fell(how: string): void;
}

/**
 * Runs a script in a process of its own and starts it again whenever it falls: is killed, runs out of memory, or asks for
 * it. Resolves with the exit code when it ends by itself, or has fallen too often. Signals to end are handed on.
 */
export async function keepRunning({ script, env, fell }: KeptRunning): Promise<number> {
  const falls: number[] = [];
  const stop = new AbortController();
  let child: ChildProcess | null = null;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop.abort();
      child?.kill(signal);
    });
  }
  for (;;) {
    const { code, signal } = await endOf(() => {
      child = fork(script, { env });
      return child;
    });
    child = null;
    // What refuses to start is told so at once; what ran before and cannot start just now is tried again.
    const isFall = signal !== null || (code !== 0 && (code !== 1 || falls.length > 0));
    if (!isFall || stop.signal.aborted) return code ?? 1;
    falls.push(performance.now());
    fell(signal ?? `code ${code}`);
    if (falls.filter((at) => at > performance.now() - within).length > mostFalls) return code ?? 1;
    await rest(stop.signal);
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

function rest(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, pause);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
