import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-kept-'));
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

const modules = new URL('./', import.meta.url).href;

/** Keeps a script running in a process of its own, and tells what both say. `through` starts the keeper by other processes. */
async function keep(script: string, through: (keeper: string) => string[] = (keeper) => [keeper]) {
  const kept = join(folder, 'kept.mjs');
  const keeper = join(folder, 'keeper.mjs');
  await writeFile(kept, script);
  await writeFile(
    keeper,
    `import { keepRunning } from '${modules}kept-running.ts';
     import { onStarterGone } from '${modules}starter.ts';
     const fell = (how) => console.log('fell', how);
     const stop = new AbortController();
     onStarterGone(() => stop.abort());
     process.exit(await keepRunning({ script: ${JSON.stringify(kept)}, env: process.env, fell, stop: stop.signal }));`,
  );
  const child = spawn(process.execPath, through(keeper));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, said: () => said, ended, pids: () => [...said.matchAll(/up (\d+)/g)].map(([, pid]) => Number(pid)) };
}

const server = `
  import { onStopSignal } from '${modules}own-process.ts';
  onStopSignal(() => { console.log('stored'); process.exit(0); });
  setInterval(() => {}, 1_000);
  console.log('up', process.pid);
`;

test('LO70 what is killed or asks for it is started again; what ends by itself or refuses to start is not', async () => {
  const kept = await keep(server);
  await expect.poll(() => kept.pids().length, { timeout: 60_000 }).toBe(1);
  process.kill(kept.pids()[0]!, 'SIGKILL');
  await expect.poll(() => kept.pids().length, { timeout: 60_000 }).toBe(2);
  expect(kept.said()).toContain('fell SIGKILL');
  kept.child.kill('SIGTERM');
  expect([await kept.ended, kept.said()]).toEqual([0, expect.stringContaining('stored')]);
  for (const code of [0, 1]) {
    const once = await keep(`console.log('up', process.pid); process.exit(${code})`);
    expect([await once.ended, once.pids().length]).toEqual([code, 1]);
  }
});

test('LO70 what falls again and again is tried again, ever later, until it stays', async () => {
  const room = join(folder, 'room');
  const kept = await keep(`
    import { existsSync } from 'node:fs';
    console.log('up', process.pid);
    if (existsSync(${JSON.stringify(room)})) setInterval(() => {}, 1_000);
    else process.exit(70);
  `);
  await expect.poll(() => kept.pids().length, { timeout: 60_000 }).toBe(5);
  await writeFile(room, '');
  await expect.poll(() => kept.pids().length, { timeout: 60_000 }).toBe(6);
  const [last] = kept.pids().slice(-1);
  expect(process.kill(last!, 0)).toBe(true);
  kept.child.kill('SIGTERM');
  await kept.ended;
});

test('LO70 a server whose keeper is gone stores what it has and ends, so that another can start', async () => {
  const kept = await keep(server);
  await expect.poll(() => kept.pids().length, { timeout: 60_000 }).toBe(1);
  kept.child.kill('SIGKILL');
  const isThere = (): boolean => {
    try {
      return process.kill(kept.pids()[0]!, 0);
    } catch {
      return false;
    }
  };
  await expect.poll(isThere, { timeout: 60_000 }).toBe(false);
});

test('DO79 At the end of a terminal the server stores everything and ends', async () => {
  const kept = await keep(server);
  await expect.poll(() => kept.pids().length, { timeout: 60_000 }).toBe(1);
  kept.child.kill('SIGHUP');
  expect([await kept.ended, kept.said()]).toEqual([0, expect.stringContaining('stored')]);
});

test.runIf(process.platform === 'linux')(
  'DO79 Where npx has started the keeper and ends only its own shell, the server stores everything and ends all the same',
  async () => {
    // As npx does: a shell that waits for what it runs, and does not hand on what it is told.
    const npm = (keeper: string): string => `
      import { spawn } from 'node:child_process';
      process.title = 'npm exec board';
      const shell = spawn('sh', ['-c', '"$0" "$1"; true', process.execPath, ${JSON.stringify(keeper)}], { stdio: 'inherit' });
      process.on('SIGTERM', () => shell.kill('SIGTERM'));
    `;
    const kept = await keep(server, (keeper) => ['--input-type=module', '--eval', npm(keeper)]);
    await expect.poll(() => kept.pids().length, { timeout: 60_000 }).toBe(1);
    kept.child.kill('SIGTERM');
    await expect.poll(() => kept.said(), { timeout: 60_000 }).toContain('stored');
  },
);
