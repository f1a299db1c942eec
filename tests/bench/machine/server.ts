import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Kind } from '../kinds/kind.ts';
import { cores, pinned } from './pinned.ts';

const startLimit = 30_000;

/** One server that is measured, in a process of its own on a core of its own, with its data in a temporary folder. */
export class Server {
  readonly port: number;
  readonly kind: Kind;
  readonly #folder: string;
  #child: ChildProcess | null = null;
  #gone: Promise<void> = Promise.resolve();
  #output = '';

  private constructor(kind: Kind, port: number, folder: string) {
    this.kind = kind;
    this.port = port;
    this.#folder = folder;
    // Whatever ends this process, no server and no data of it stay behind.
    process.once('exit', () => {
      this.#child?.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    });
  }

  /** Makes a data folder and starts a server on it. */
  static async start(kind: Kind): Promise<Server> {
    const folder = await mkdtemp(join(tmpdir(), 'board-bench-'));
    const server = new Server(kind, await freePort(), folder);
    await server.start();
    return server;
  }

  get pid(): number {
    const pid = this.#child?.pid;
    if (pid === undefined) throw new Error(`${this.kind.title} is not running:\n${this.#output}`);
    return pid;
  }

  /** Starts the process, again on the same data and port, and waits until it takes connections. */
  async start(): Promise<void> {
    const flags = ['--expose-gc', '--import', new URL('./collect-on-signal.ts', import.meta.url).pathname];
    const [command, args] = pinned(cores.server, process.execPath, [...flags, this.kind.script]);
    const env = {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(this.port),
      DATA_DIR: this.#folder,
    };
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const take = (chunk: Buffer): void => {
      this.#output = (this.#output + chunk.toString()).slice(-4_000);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    this.#child = child;
    this.#gone = new Promise((resolve) => child.once('close', () => resolve()));
    void this.#gone.then(() => {
      if (this.#child === child) this.#child = null;
    });
    const deadline = performance.now() + startLimit;
    while (!(await isListening(this.port))) {
      if (performance.now() > deadline) throw new Error(`${this.kind.title} does not answer:\n${this.#output}`);
      if (this.#child === null) throw new Error(`${this.kind.title} has ended:\n${this.#output}`);
      await pause(10);
    }
  }

  /** Ends the process as a power cut would. */
  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.#gone;
  }

  /** Ends the process and removes its data. */
  async remove(): Promise<void> {
    await this.kill();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Bytes of memory that the process holds, after everything that can be let go of was let go of. */
  async settledMemory(): Promise<number> {
    for (let round = 0; round < 4; round++) {
      process.kill(this.pid, 'SIGUSR2');
      await pause(1_000);
    }
    const status = await readFile(`/proc/${this.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect({ port, host: '127.0.0.1' });
    const end = (is: boolean): void => {
      probe.destroy();
      resolve(is);
    };
    probe.once('connect', () => end(true));
    probe.once('error', () => end(false));
  });
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
