import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { parseSync } from 'vite';
import { root, run } from '../run.ts';
import { outsideWorld } from './outside-world.ts';
import { importsOf } from './syntax.ts';

/** One source file, as the house's own checks see it. Paths are relative to the root, with forward slashes. */
export interface Source {
  path: string;
  /** Files of ours that it imports, types included. */
  ours: string[];
  /** Everything else that it imports, as written. */
  others: string[];
  /** What it touches of the world outside, such as `console` or `process.env`. */
  touches: string[];
}

/** Reads every TypeScript file that git knows or would take in. Throws on a file that cannot be parsed. */
export async function readSources(): Promise<Source[]> {
  const listed = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx']);
  const paths = [...new Set(listed.output.split('\n').filter((path) => path !== ''))];
  const sources: Source[] = [];
  for (const path of paths) {
    const text = await readFile(`${root}${path}`, 'utf8').catch(() => null);
    if (text !== null) sources.push(readSource(path, text));
  }
  return sources;
}

/** Reads one file's text. Throws when it is not TypeScript. */
export function readSource(path: string, text: string): Source {
  const parsed = parseSync(path, text, { lang: path.endsWith('x') ? 'tsx' : 'ts' });
  if (parsed.errors.length > 0) throw new SyntaxError(`${path}: ${parsed.errors[0]!.message}`);
  const source: Source = { path, ours: [], others: [], touches: outsideWorld(parsed.program) };
  for (const specifier of importsOf(parsed.program)) {
    const target = resolveOurs(path, specifier);
    if (target === null) source.others.push(specifier);
    else source.ours.push(target);
  }
  return source;
}

/** The file of ours that an import means, or null for a package, a style sheet or a JSON file. */
function resolveOurs(from: string, specifier: string): string | null {
  if (specifier.startsWith('@board/')) {
    const [, workspace, ...rest] = specifier.split('/');
    const path = rest.join('/');
    return path.startsWith('src/') ? `${workspace}/${path}` : `${workspace}/src/${path}.ts`;
  }
  if (!specifier.startsWith('.') || !/\.tsx?$/.test(specifier)) return null;
  return posix.join(posix.dirname(from), specifier);
}
