import { gzipSync } from 'node:zlib';
import type { Rolldown } from 'vite';

export type Built = Rolldown.OutputChunk | Rolldown.OutputAsset;

/** Packages and parts of ours that a phone that only votes must not load. */
const forbidden = [
  /\/node_modules\/yjs\//,
  /\/node_modules\/@tiptap\//,
  /\/node_modules\/prosemirror-/,
  /\/node_modules\/y-websocket\//,
  /\/node_modules\/y-indexeddb\//,
  /\/node_modules\/zod\//,
  /\/client\/src\/strategy\//,
  /\/shared\/src\/upr\/(?:sdg|mechanisms)/,
  /\/shared\/src\/model\/help/,
  /\/shared\/src\/commands(?:-\w+)?\.ts$/,
  /\/shared\/src\/commands(?:-[a-z]+)?\.ts$/,
];

/**
 * The files that a page loads before it can be used: the entry, the page's own chunk, everything these import
 * statically, their style sheets, and the words in English of whatever lies in that closure or bears the page's name.
 */
export function firstLoad(output: readonly Built[], page: RegExp, words: RegExp): Built[] {
  const chunks = new Map(output.filter(isChunk).map((chunk) => [chunk.fileName, chunk]));
  const roots = [...chunks.values()].filter(
    (chunk) =>
      chunk.isEntry || matches(chunk, page) || (matches(chunk, words) && /\/(frame|vote)\.json$/.test(facade(chunk))),
  );
  if (!roots.some((chunk) => matches(chunk, page))) throw new Error(`no chunk of its own for ${page}`);
  const loaded = new Set<string>();
  const queue = roots.map((chunk) => chunk.fileName);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (loaded.has(name)) continue;
    loaded.add(name);
    const chunk = chunks.get(name);
    if (chunk) queue.push(...chunk.imports, ...(chunk.viteMetadata?.importedCss ?? []));
  }
  return output.filter((file) => loaded.has(file.fileName));
}

/** Bytes of all files, each gzipped as a server would. */
export function gzipped(files: readonly Built[]): number {
  return files.reduce((sum, file) => sum + gzipSync(textOf(file)).byteLength, 0);
}

/** Forbidden modules among the files, each once. */
export function forbiddenModules(files: readonly Built[]): string[] {
  const modules = files.filter(isChunk).flatMap((chunk) => chunk.moduleIds);
  return [
    ...new Set(
      modules
        .filter((id) => forbidden.some((pattern) => pattern.test(id)))
        .map((id) => id.replace(/^.*\/(?=node_modules|client|shared)/, '')),
    ),
  ];
}

const fetching =
  /(?:\b(?:src|href|action|poster)\s*=\s*["'`]|@import\s+["']|url\(\s*["']?|\b(?:fetch|import|WebSocket|EventSource|Worker|importScripts|sendBeacon)\(\s*["'`])((?:https?|wss?):)?\/\/([a-z0-9.-]+)/gi;

/** Places in a built file from which a browser would fetch something of another host. */
export function foreignHosts(file: Built): string[] {
  if (!/\.(js|css|html|svg)$/.test(file.fileName)) return [];
  return [...textOf(file).toString().matchAll(fetching)].map(
    (found) => `${file.fileName} would fetch from ${found[2]}`,
  );
}

function textOf(file: Built): string | Uint8Array {
  return isChunk(file) ? file.code : file.source;
}

function isChunk(file: Built): file is Rolldown.OutputChunk {
  return file.type === 'chunk';
}

function facade(chunk: Rolldown.OutputChunk): string {
  return chunk.facadeModuleId ?? '';
}

function matches(chunk: Rolldown.OutputChunk, pattern: RegExp): boolean {
  return pattern.test(facade(chunk));
}
