import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { workbookParts, zipped } from '../../../client/src/files/import/fixtures.ts';
import { Hall } from '../support/hall.ts';
import { longTable } from '../support/list-files.ts';

/**
 * Reads files of recommendations in a worker of a real Chromium, through the page, and prints a table: from the choice of
 * the file to the first paint of its preview, the page's longest pause meanwhile, and how much the browser's process grew.
 * `node tests/browser/measure/reading.ts [folder of real files]`, after `vite build client`. Without a folder only the
 * files that are made here are read.
 */

const real = process.argv[2];
const realFiles = [
  'khm-c2-A_HRC_26_16.pdf',
  'khm-c2-A_HRC_26_16.pasted-from-pdf.txt',
  'svn-c3-A_HRC_43_15.pasted-from-pdf.txt',
  'ohchr-matrix-svn-c3-2019.docx',
  'ohchr-matrix-svn-c3-2019.cells-flattened.txt',
  'upr-info-export-cambodia.csv',
  'upr-info-export-cambodia.rewritten.xls',
  'upr-info-export-cambodia.rewritten.xlsx',
  'homemade-year-2014.macroman.csv',
  'derived/khm-c2.semicolon-cp1252-crlf.csv',
  'derived/uhri-shaped-svn-c3-2019.csv',
];
const runs = 3;

/** Twelve rows, and formatted ones down to the last that a sheet has: 155 MB of XML. */
async function millionRows(): Promise<Uint8Array> {
  const rows = Array.from({ length: 12 }, (_, at) => [`9.${at + 1}`, `Mend road ${at + 1}`]);
  const parts = workbookParts([{ name: 'List', rows: [['No', 'Recommendation'], ...rows] }], ['General']);
  const formatted = Array.from({ length: 1_048_576 - 13 }, (_, at) => {
    const row = at + 14;
    const cells = ['A', 'B', 'C'].map((column) => `<c r="${column}${row}" s="0"/>`).join('');
    return `<row r="${row}" spans="1:3" s="0" customFormat="1" ht="15" customHeight="1">${cells}</row>`;
  });
  const name = 'xl/worksheets/sheet0.xml';
  return zipped({ ...parts, [name]: parts[name]!.replace('</sheetData>', `${formatted.join('')}</sheetData>`) });
}

interface Measured {
  result: string;
  took: number;
  /** Milliseconds between two frames, at most. */
  pause: number;
  grew: number;
}

async function measure(page: Page, path: string): Promise<Measured> {
  await page.reload();
  await page.getByRole('button', { name: 'Take in recommendations' }).first().click();
  await pause(500);
  const process = await rendererOf(page);
  const before = megabytes(process, 'VmRSS');
  const answer = page.evaluate(
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
  const peak = watchPeak(process);
  await page.locator('input[type=file]').setInputFiles(path);
  const { took, pause: longest } = await answer;
  const grew = peak.end() - before;
  const alert = await page.getByRole('alert').allTextContents();
  const heading = await page.getByRole('heading', { level: 2 }).first().textContent();
  return { result: alert[0] ?? heading ?? '', took, pause: longest, grew };
}

/** The process that draws the page and runs its workers: the youngest renderer of this browser. */
async function rendererOf(page: Page): Promise<number> {
  const session = await page.context().browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  return renderers.sort((a, b) => megabytes(b, 'VmRSS') - megabytes(a, 'VmRSS'))[0]!;
}

function megabytes(process: number, line: 'VmRSS'): number {
  const status = readFileSync(`/proc/${process}/status`, 'utf8');
  return Number(new RegExp(`${line}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
}

function watchPeak(process: number): { end: () => number } {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, megabytes(process, 'VmRSS'));
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

const folder = await mkdtemp(join(tmpdir(), 'board-reading-'));
const hall = await Hall.open('measure-reading');
try {
  const made: [string, Uint8Array | string][] = [
    ['twelve rows and a million formatted ones.xlsx', await millionRows()],
    ['100,000 rows.csv', longTable(100_000)],
    ['2,000 rows.csv', longTable(2_000)],
  ];
  for (const [name, bytes] of made) await writeFile(join(folder, name), bytes);
  const files = [
    ...(real ? realFiles.map((name) => join(real, 'data/recommendations', name)) : []),
    ...made.map(([name]) => join(folder, name)),
  ];
  const page = await hall.enter('facilitator', 'laptop');
  await page.goto(hall.address);
  await page.getByLabel('Title of the workshop').fill('Measured');
  await page.getByRole('button', { name: 'Create the workshop' }).click();
  await page.waitForURL(/\/w\/[^/]+$/);
  await page.goto(`${page.url()}/catalogue`);
  console.log('| file | result | from choice to preview | longest pause of the page | the process grew by |');
  console.log('|---|---|---:|---:|---:|');
  for (const path of files) {
    const all: Measured[] = [];
    for (let run = 0; run < runs; run++) all.push(await measure(page, path));
    const [first] = all;
    const best = all.toSorted((a, b) => a.took - b.took)[Math.floor(runs / 2)]!;
    console.log(
      `| ${basename(path)} | ${first!.result} | ${Math.round(best.took)} ms | ${Math.round(best.pause)} ms | ${Math.round(Math.max(...all.map((one) => one.grew)))} MB |`,
    );
  }
  console.log(
    `load of the machine: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  );
} finally {
  await hall.close();
  await rm(folder, { recursive: true, force: true });
}
