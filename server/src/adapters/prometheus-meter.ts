import { type ErrorCode, errorStatus } from '@board/shared/errors';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Meter } from '../ports.ts';

/** How the numbers are read. */
interface Reading {
  /** The media type of `text`. */
  readonly type: string;
  /** All numbers as they stand now, in the text format of Prometheus. No id, name or document is in it. */
  text(): Promise<string>;
}

/** Seconds: from a fast disk's sync to a full one's, and from a calm room to a hall of two thousand. */
const commitBuckets = [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5];
const fanOutBuckets = [0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25];

/** Counts for Prometheus: the board's own numbers, and the process's memory, CPU and event-loop delay. */
export function prometheusMeter(): Meter & Reading {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const rooms = new Gauge({ name: 'board_rooms', help: 'Documents that are loaded.', registers });
  const sockets = new Gauge({ name: 'board_sockets', help: 'Open sockets.', labelNames: ['kind'], registers });
  const edits = new Counter({ name: 'board_edits_total', help: 'Edits that have become durable.', registers });
  const commits = new Histogram({
    name: 'board_commit_seconds',
    help: 'Time of one transaction of a log, from handing it over to the answer.',
    buckets: commitBuckets,
    registers,
  });
  const failed = new Counter({
    name: 'board_commits_failed_total',
    help: 'Transactions that the disk refused.',
    registers,
  });
  const fanOut = new Histogram({
    name: 'board_fan_out_seconds',
    help: 'Time in which one room tells its members what a window gathered.',
    buckets: fanOutBuckets,
    registers,
  });
  const refused = new Counter({
    name: 'board_refused_total',
    help: 'What was refused: sockets closed, edits denied, commands answered with an error.',
    labelNames: ['reason'],
    registers,
  });
  // A series that is there from the start can be watched from the start.
  for (const reason of Object.keys(errorStatus)) refused.inc({ reason }, 0);
  for (const kind of ['sync', 'live']) sockets.set({ kind }, 0);
  return {
    rooms: (change) => rooms.inc(change),
    sockets: (kind, change) => sockets.inc({ kind }, change),
    edits: (count) => edits.inc(count),
    commit: (milliseconds) => commits.observe(milliseconds / 1000),
    commitFailed: () => failed.inc(),
    fanOut: () => fanOut.startTimer(),
    refused: (reason: ErrorCode) => refused.inc({ reason }),
    type: register.contentType,
    text: () => register.metrics(),
  };
}
