import { build, type Rolldown } from 'vite';
import { root } from '../run.ts';
import { firstLoad, forbiddenModules, foreignHosts, gzipped } from './bundle-rules.ts';
import type { CheckResult } from './result.ts';

/** The most a phone loads before it can vote: JavaScript and CSS, gzipped, in bytes (1 KB is 1,024). */
const votePageBudget = 150 * 1024;

let building: Promise<Rolldown.RolldownOutput['output']> | null = null;

/** Builds the client once, in memory. */
function buildClient(): Promise<Rolldown.RolldownOutput['output']> {
  building ??= build({
    root: `${root}client`,
    configFile: `${root}client/vite.config.ts`,
    logLevel: 'silent',
    build: { write: false, reportCompressedSize: false },
  }).then((made) => {
    if (!('output' in made)) throw new Error('the client was not built into one output');
    return made.output;
  });
  return building;
}

/** Loaded as soon as a secret vote is seen, and so a part of what a phone loads before it can vote. */
const paperModule = '/shared/src/consensus/paper.ts';

/** What a phone loads for the voting page: bytes, and no editor, document, table or schema in it. */
export async function checkVotePage(): Promise<CheckResult> {
  const output = await buildClient();
  const load = firstLoad(output, /\/client\/src\/pages\/vote\/[^/]+\.tsx$/, /\/client\/src\/locales\/en\//);
  const papers = output.filter((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(paperModule));
  const bytes = gzipped(load) + gzipped(papers.filter((file) => !load.includes(file)));
  const faults = forbiddenModules(load).map((name) => `the voting page's first load holds ${name}`);
  if (bytes > votePageBudget) faults.push(`${bytes} bytes are more than ${votePageBudget}`);
  return { measure: `${(bytes / 1024).toFixed(1)} KB of ${votePageBudget / 1024} KB in ${load.length} files`, faults };
}

/** Nothing of the built client is fetched from elsewhere. */
export async function checkOrigins(): Promise<CheckResult> {
  const output = await buildClient();
  return { measure: `${output.length} built files`, faults: output.flatMap(foreignHosts) };
}
