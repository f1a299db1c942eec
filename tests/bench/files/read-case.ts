import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Hall } from '../../browser/support/hall.ts';
import type { FileResult } from '../report/results.ts';
import { type FileToRead, filesToRead } from './files-to-read.ts';

/**
 * Files of recommendations are read in a worker of a real Chromium, through the page: from the choice of the file to the
 * first paint of its preview, the page's longest pause meanwhile, and how much the browser's process grew.
 */

const runs = 3;

interface Measured {
  found: string;
  took: number;
  /** Milliseconds between two frames, at most. */
  pause: number;
  grew: number;
}

/** Reads every file three times. The time is the median, pause and memory the most of the three. */
export async function readFiles(hall: Hall): Promise<FileResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'board-reading-'));
  try {
    const page = await openCatalogue(hall);
    const results: FileResult[] = [];
    for (const one of await filesToRead()) {
      const path = join(folder, one.file);
      await writeFile(path, one.bytes);
      const all: Measured[] = [];
      for (let run = 0; run < runs; run++) all.push(await measure(page, path));
      results.push(resultOf(one, all));
    }
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function resultOf({ file, origin, expected, most, mostMegabytes }: FileToRead, all: readonly Measured[]): FileResult {
  const times = all.map(({ took }) => took).sort((a, b) => a - b);
  return {
    server: 'ours',
    what: 'read',
    file: `${file} (${origin})`,
    found: Number(/\d[\d,]*/.exec(all[0]!.found)?.[0].replaceAll(',', '') ?? 0),
    expected,
    milliseconds: times[Math.floor(times.length / 2)]!,
    most,
    pause: Math.max(...all.map((one) => one.pause)),
    megabytes: Math.max(...all.map(({ grew }) => grew)),
    mostMegabytes,
  };
}

async function openCatalogue(hall: Hall): Promise<Page> {
  const page = await hall.enter('facilitator', 'laptop');
  await page.goto(hall.address);
  await page.getByLabel('Title of the workshop').fill('Measured');
  await page.getByRole('button', { name: 'Create the workshop' }).click();
  await page.waitForURL(/\/w\/[^/]+$/);
  await page.goto(`${page.url()}/catalogue`);
  return page;
}

async function measure(page: Page, path: string): Promise<Measured> {
  await page.reload();
  await page.getByRole('button', { name: 'Take in recommendations' }).first().click();
  await pause(500);
  const process = await rendererOf(page);
  const before = megabytes(process);
  const answer = watchPage(page);
  const peak = watchPeak(process);
  await page.locator('input[type=file]').setInputFiles(path);
  const { took, pause: longest } = await answer;
  const grew = peak.end() - before;
  const alert = await page.getByRole('alert').allTextContents();
  const heading = await page.getByRole('heading', { level: 2 }).first().textContent();
  return { found: alert[0] === undefined ? (heading ?? '') : '', took, pause: longest, grew };
}

/** In the page: from the choice of a file until its preview, or an alert, is painted. */
function watchPage(page: Page): Promise<{ took: number; pause: number }> {
  return page.evaluate(
    () =>
      new Promise<{ took: number; pause: number }>((tell) => {
        let chosen = 0;
        let last = 0;
        let longest = 0;
        document.addEventListener(
          'change',
          () => {
            chosen = performance.now();
            last = chosen;
          },
          { capture: true, once: true },
        );
        const look = (now: number) => {
          if (chosen > 0) longest = Math.max(longest, now - last);
          last = now;
          const heading = document.querySelector('h2')?.textContent ?? '';
          const isDone = /found$/.test(heading) || document.querySelector('[role=alert]') !== null;
          if (chosen > 0 && isDone) tell({ took: now - chosen, pause: longest });
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
}

/** The process that draws the page and runs its workers: the largest renderer of this browser. */
async function rendererOf(page: Page): Promise<number> {
  const session = await page.context().browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  return renderers.sort((a, b) => megabytes(b) - megabytes(a))[0]!;
}

function megabytes(process: number): number {
  const status = readFileSync(`/proc/${process}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

function watchPeak(process: number): { end: () => number } {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, megabytes(process));
  };
  const timer = setInterval(look, 10);
  return {
    end() {
      look();
      clearInterval(timer);
      return peak;
    },
  };
}
