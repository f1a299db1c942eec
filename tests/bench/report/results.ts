import { readFile, writeFile } from 'node:fs/promises';
import { root } from '../../scripts/run.ts';

/** What one server did under one load. */
export interface LoadResult {
  server: string;
  load: string;
  /** Edits that arrived at other people's sockets while it was measured, once per receiver. */
  delivered: number;
  /** Microseconds of the server's processor per delivered edit. */
  cpuPerEdit: number;
  /** Milliseconds from handing an edit to the socket to its arrival. */
  p50: number;
  p99: number;
  /** Share of its core that the server used. */
  serverBusy: number;
  /** Share of its core that the load generator used. */
  generatorBusy: number;
  /** What other processes took of the two cores, as a share of one. */
  othersBusy: number;
  /** WebSocket messages per second that the server sent. */
  messagesPerSecond: number;
}

export interface MemoryResult {
  server: string;
  /** Connections that were added. */
  connections: number;
  /** Bytes that the server held before. */
  before: number;
  bytesPerConnection: number;
}

export interface DurabilityResult {
  server: string;
  written: number;
  /** False: what another person had was taken for acknowledged. */
  acknowledges: boolean;
  /** Edits that were there after the restart. */
  present: number;
}

export interface KillsResult {
  server: string;
  kills: number;
  /** Edits that were acknowledged over all of them. */
  acknowledged: number;
  lost: number;
  /** Of the moments at which it was killed. */
  seed: string;
  seconds: number;
}

/** One file that was read, or made, in a real browser. */
export interface FileResult {
  server: string;
  what: 'read' | 'made';
  file: string;
  /** Recommendations that were found and that must be; null for what is made. */
  found: number | null;
  expected: number | null;
  milliseconds: number;
  /** Milliseconds that it may take; null where nothing is asked for. */
  most: number | null;
  /** The longest time for which the page answered nobody. */
  pause: number;
  /** What the browser's process grew by at most, and what it may; null where that is not measured, or not asked for. */
  megabytes: number | null;
  mostMegabytes: number | null;
}

/** Milliseconds until something small is safe on the disk, of so many times. */
export interface Disk {
  usual: number;
  oneInHundred: number;
  longest: number;
  flushes: number;
}

/** When and on what something was measured. */
export interface About {
  /** Such as `2027-03-31`. */
  date: string;
  processor: string;
  cores: number;
  kernel: string;
  node: string;
  /** Server and load generator had a core each of their own. */
  isPinned: boolean;
  /** Missing in what was measured before the disk was. */
  disk?: Disk;
  /** By server. */
  versions: Record<string, string>;
}

interface Section<Result> {
  about: About;
  results: Result[];
  /** What could not be measured: the server did not get through. */
  failed: string[];
}

/** Everything that was measured last, by section. A run replaces only the sections that it measured. */
export interface Results {
  hall?: Section<LoadResult>;
  groups?: Section<LoadResult>;
  calm?: Section<LoadResult>;
  people?: Section<LoadResult>;
  memory?: Section<MemoryResult>;
  durability?: Section<DurabilityResult>;
  kills?: Section<KillsResult>;
  files?: Section<FileResult>;
}

const file = `${root}docs/bench-results.json`;

/** The results so far; none when there is no file. */
export async function readResults(): Promise<Results> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  return JSON.parse(text) as Results;
}

export async function writeResults(results: Results): Promise<void> {
  await writeFile(file, `${JSON.stringify(results, rounded, 2)}\n`);
}

/** Nobody needs more than four digits of a measure. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}
