import { build } from 'vite';
import { Hall } from '../../browser/support/hall.ts';
import { root } from '../../scripts/run.ts';
import type { FileResult } from '../report/results.ts';
import { makeFiles } from './make-case.ts';
import { readFiles } from './read-case.ts';

/** Files in and out, in a real browser on a freshly built client. All cores may be used: that is what a laptop does. */
export async function runFiles(): Promise<FileResult[]> {
  await build({ root: `${root}client`, configFile: `${root}client/vite.config.ts`, logLevel: 'silent' });
  const hall = await Hall.open('bench-files');
  try {
    return [...(await readFiles(hall)), ...(await makeFiles(hall))];
  } finally {
    await hall.close();
  }
}
