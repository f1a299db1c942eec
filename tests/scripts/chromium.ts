import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { root, run, runScript } from './run.ts';

/** First the one without windows: the tests need none, and it takes little more than half of the processor. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const withApt = (name: string): string[][] => [
  ['apt-get', 'update'],
  ['apt-get', 'install', '-y', '--no-install-recommends', name],
];

/** Ways to install a Chromium with the system's package manager: the program that must be there, and the commands. */
const systemWays: [manager: string, commands: string[][]][] = [
  ['apt-get', withApt('chromium-headless-shell')],
  ['apt-get', withApt('chromium')],
  ['dnf', [['dnf', 'install', '-y', 'chromium']]],
  ['pacman', [['pacman', '-Sy', '--noconfirm', 'chromium']]],
  ['apk', [['apk', 'add', 'chromium']]],
  ['brew', [['brew', 'install', '--cask', 'chromium']]],
];

/** The path of a Chromium that runs on this machine, or null. A stub that only tells how to install one does not count. */
export async function findChromium(): Promise<string | null> {
  const asked = process.env['CHROMIUM'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).concat('/usr/bin', '/snap/bin');
  const candidates = [
    ...(asked ? [asked] : []),
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...macApplications,
    chromium.executablePath(),
  ];
  for (const path of candidates) if (await runs(path)) return path;
  return null;
}

/**
 * Finds a Chromium or installs one: the system's package manager first, then Playwright's own download.
 * Throws with a sentence for people when nothing works.
 */
export async function ensureChromium(tell: (line: string) => void): Promise<string> {
  const found = await findChromium();
  if (found) return found;
  tell('No Chromium on this machine; installing one for the browser tests.');
  for (const [manager, commands] of systemWays) {
    if (!(await isOnPath(manager))) continue;
    tell(`  with ${manager} …`);
    if (!(await runAll(commands))) continue;
    const installed = await findChromium();
    if (installed) return installed;
  }
  tell('  with Playwright …');
  const download = await runScript(join(root, 'tests/node_modules/playwright-core/cli.js'), ['install', 'chromium']);
  const downloaded = await findChromium();
  if (downloaded) return downloaded;
  throw new Error(
    `The browser tests need Chromium, and none could be installed. Install Chromium or Chrome by hand, or set CHROMIUM to its path.\n${download.output.slice(-400)}`,
  );
}

async function runs(path: string): Promise<boolean> {
  try {
    await access(path);
  } catch {
    return false;
  }
  return (await run(path, ['--version'])).code === 0;
}

async function isOnPath(program: string): Promise<boolean> {
  return (await run('sh', ['-c', `command -v ${program}`])).code === 0;
}

/** brew refuses to run as root; the others need it. */
async function runAll(commands: readonly string[][]): Promise<boolean> {
  const isRoot = process.getuid?.() === 0;
  for (const command of commands) {
    const needsSudo = !isRoot && command[0] !== 'brew';
    const [program, ...args] = needsSudo ? ['sudo', '-n', ...command] : command;
    const ran = await run(program!, args, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
    if (ran.code !== 0) return false;
  }
  return true;
}
