import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Ran {
  /** The exit code; 127 when the program could not be started, 128 when a signal ended it. */
  code: number;
  /** Everything it printed, both streams as they came. */
  output: string;
  /** Milliseconds. */
  took: number;
}

/** Runs a program in the repository's root without standard input. `show` passes its output on as it comes. Never throws. */
export function run(
  command: string,
  args: readonly string[],
  { show = false, env = {} }: { show?: boolean; env?: Record<string, string> } = {},
): Promise<Ran> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const done = (code: number) => resolve({ code, output, took: performance.now() - started });
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      if (show) process.stdout.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => {
      output += `${error.message}\n`;
      done(127);
    });
    child.on('close', (code) => done(code ?? 128));
  });
}

/** Runs a script of an installed package with this Node. */
export function runScript(
  path: string,
  args: readonly string[],
  options: { show?: boolean; env?: Record<string, string> } = {},
): Promise<Ran> {
  return run(process.execPath, [path, ...args], options);
}

/** Seconds with one decimal, for people. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
