import type { Source } from './sources.ts';

/**
 * The way imports run (DESIGN §7). `shared ← server`, `shared ← client`, all `← tests`; inside the server
 * `main → http, socket → workshop → room → ports`, adapters beside and wired only in main.
 */

/** Whom each workspace may import, apart from itself. */
const mayImport: Record<string, readonly string[]> = {
  shared: [],
  server: ['shared'],
  client: ['shared'],
  tests: ['shared', 'server', 'client', 'tests'],
};

/** The server's parts from the top down. A part may import its own files and those of a lower floor. */
const floors: Record<string, number> = {
  main: 4,
  http: 3,
  socket: 3,
  workshop: 2,
  room: 1,
  demonstration: 1,
  adapters: 1,
  ports: 0,
};

/** Files of another floor than their folder says: plain words that the ports themselves are made of, and what wires things beside main. */
const moved: Record<string, string> = {
  'server/src/workshop/decisions.ts': 'ports',
  'server/src/config.ts': 'ports',
  'server/src/backlog.ts': 'ports',
  'server/src/budget.ts': 'ports',
  'server/src/places.ts': 'ports',
  'server/src/fault.ts': 'ports',
  'server/src/lines.ts': 'ports',
  'server/src/networks.ts': 'ports',
  'server/src/restore.ts': 'main',
  'server/src/demonstration/demonstration.ts': 'ports',
  'server/src/http/origin.ts': 'ports',
};

const worldModules = /^(node:)?(fs|fs\/promises|sqlite|worker_threads|child_process|timers|timers\/promises|readline)$/;

/** Every breach of the law, one sentence each. */
export function breaches(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => [...betweenWorkspaces(source), ...betweenFloors(source), ...atTheEdge(source)]);
}

function betweenWorkspaces(source: Source): string[] {
  const own = workspaceOf(source.path);
  const allowed = mayImport[own];
  if (!allowed) return [];
  return source.ours
    .filter((target) => workspaceOf(target) !== own && !allowed.includes(workspaceOf(target)))
    .map((target) => `${source.path} imports ${target}: ${own} must not know ${workspaceOf(target)}`);
}

function betweenFloors(source: Source): string[] {
  if (!source.path.startsWith('server/src/') || isTest(source.path)) return [];
  const own = partOf(source.path);
  if (own === null) return [`${source.path} stands on no floor of the server: name its part in import-law.ts`];
  return source.ours
    .filter((target) => target.startsWith('server/src/') && !mayReach(own, partOf(target)))
    .map((target) => `${source.path} imports ${target}: ${own} must not reach up or across to ${partOf(target)}`);
}

function mayReach(own: string, target: string | null): boolean {
  if (target === null || own === target || own === 'main') return true;
  return target !== 'adapters' && floors[target]! < floors[own]!;
}

/** Only adapters touch disk, clock or console; only config.ts reads the environment. Scripts and tests stand outside. */
function atTheEdge(source: Source): string[] {
  const { path } = source;
  if (isTest(path) || !/^(shared|server)\/src\//.test(path) || path.startsWith('server/src/adapters/')) return [];
  const touched = source.touches.filter((what) => !(what === 'process.env' && path === 'server/src/config.ts'));
  return [...touched, ...source.others.filter((name) => worldModules.test(name))].map(
    (what) => `${path} touches ${what}: only adapters may (process.env: only config.ts)`,
  );
}

function partOf(path: string): string | null {
  const named = moved[path];
  if (named) return named;
  const first = path.slice('server/src/'.length).split('/')[0]!.replace(/\.ts$/, '');
  return Object.hasOwn(floors, first) ? first : null;
}

function workspaceOf(path: string): string {
  return path.split('/')[0]!;
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.includes('.fixture.');
}
