import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../scripts/run.ts';

/** Milliseconds in which a server must answer after it was started. Generous: two slow cores may be busy with other tests. */
const startLimit = 90_000;

/** How a server process ended. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/**
 * A real server in a process of its own, on a free port of 127.0.0.1, with its data in a temporary folder. It keeps its
 * port and its data over kill and start, so that browsers find it again.
 */
export class ServerProcess {
  readonly dataFolder: string;
  readonly port: number;
  #child: ChildProcess | null = null;
  #ended: Promise<Ended> | null = null;
  #output = '';
  readonly #env: Record<string, string>;

  private constructor(dataFolder: string, port: number, env: Record<string, string>) {
    this.dataFolder = dataFolder;
    this.port = port;
    this.#env = env;
  }

  /** Makes an empty data folder and starts a server on it. */
  static async start(env: Record<string, string> = {}): Promise<ServerProcess> {
    const server = await ServerProcess.prepare(env);
    await server.start();
    return server;
  }

  /** Makes an empty data folder and picks a port, without starting anything. */
  static async prepare(env: Record<string, string> = {}): Promise<ServerProcess> {
    return new ServerProcess(await mkdtemp(join(tmpdir(), 'board-data-')), await freePort(), env);
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Everything that the server printed so far, over all its starts. */
  get output(): string {
    return this.#output;
  }

  /** The process that runs now; null when none does. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** A number of the server's own, such as `board_rooms`; the sum where there are several with labels. */
  async number(name: string): Promise<number> {
    const answer = await fetch(`${this.address}/metrics`);
    const lines = (await answer.text()).split('\n').filter((line) => /^\w+/.exec(line)?.[0] === name);
    if (lines.length === 0) throw new Error(`the server has no number ${name}`);
    return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
  }

  /** Starts the process and waits until it answers. Throws with its output when it ends or stays silent. */
  async start(): Promise<void> {
    this.launch();
    const deadline = performance.now() + startLimit;
    while (performance.now() < deadline) {
      if (await isHealthy(this.address)) return;
      if (this.#child === null) throw new Error(`the server ended while starting:\n${this.#output}`);
      await pause(25);
    }
    await this.kill();
    throw new Error(`the server did not answer within ${startLimit} ms:\n${this.#output}`);
  }

  /** Starts the process without waiting for an answer; `ended` tells how it ends. */
  launch(): void {
    const child = spawn(process.execPath, ['server/src/main.ts'], {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        HOST: '127.0.0.1',
        PORT: String(this.port),
        DATA_DIR: this.dataFolder,
        ...this.#env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const take = (chunk: Buffer) => {
      this.#output += chunk.toString();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    this.#child = child;
    this.#ended = new Promise((resolve) => {
      child.on('close', (code, signal) => {
        this.#child = null;
        resolve({ code, signal });
      });
    });
  }

  /** How the last start ended; waits for it. */
  async ended(): Promise<Ended> {
    return (await this.#ended) ?? { code: null, signal: null };
  }

  /** Ends the process at once, as a power cut would. */
  async kill(): Promise<Ended> {
    this.#child?.kill('SIGKILL');
    return this.ended();
  }

  /** Lets the process stand still, as on a disk that does not answer, until `goOn`. */
  standStill(): void {
    this.#child?.kill('SIGSTOP');
  }

  goOn(): void {
    this.#child?.kill('SIGCONT');
  }

  /** Asks the process to stop, as a service manager would. Resolves when it has. */
  async stop(): Promise<Ended> {
    this.#child?.kill('SIGTERM');
    return this.ended();
  }

  /** Ends the process and removes its data. */
  async remove(): Promise<void> {
    await this.kill();
    await rm(this.dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function isHealthy(address: string): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/health`, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
