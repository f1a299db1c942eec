import type { LoadResult } from './results.ts';

/** The servers that keep documents: what the relay does for less is no alternative. */
export const yjsServers: readonly string[] = ['hocuspocus', 'y-websocket'];
export const peers: readonly string[] = [...yjsServers, 'relay'];

/** From this share of its core on, what the load generator says of latency is its own. */
const tooBusy = 0.9;
/** From this share of a core on, other processes are felt in latencies. */
const tooDisturbed = 0.1;

/** Several plays of one load on one server as one, each number the median of its own. */
export function medians(results: readonly LoadResult[]): LoadResult | null {
  const [first] = results;
  if (!first) return null;
  const of = (read: (result: LoadResult) => number): number => median(results.map(read));
  return {
    server: first.server,
    load: first.load,
    delivered: of((result) => result.delivered),
    cpuPerEdit: of((result) => result.cpuPerEdit),
    p50: of((result) => result.p50),
    p99: of((result) => result.p99),
    serverBusy: of((result) => result.serverBusy),
    generatorBusy: of((result) => result.generatorBusy),
    othersBusy: of((result) => result.othersBusy),
    messagesPerSecond: of((result) => result.messagesPerSecond),
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle) - 1]!) / 2;
}

/** Whether latencies say something of the server, and not of the load generator or of other processes. */
export function isTrustworthy({ generatorBusy, othersBusy }: LoadResult): boolean {
  return generatorBusy < tooBusy && othersBusy < tooDisturbed;
}

/** Three digits at most, for people. */
export function shown(value: number | undefined, unit = ''): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  const text = value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
  return unit === '' ? text : `${text} ${unit}`;
}

/** The lowest of some servers' values; undefined when none was measured. */
export function lowest(values: ReadonlyMap<string, number>, servers: readonly string[]): number | undefined {
  const found = servers.flatMap((server) => values.get(server) ?? []);
  return found.length === 0 ? undefined : Math.min(...found);
}
