import type { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';

/** Networks of which something is remembered at once. */
export const mostNetworks = 10_000;
/** Signs of an address; what a proxy has passed on may be longer, and is none. */
const longestAddress = 45;

/** What counts as one address: an IPv4 address, or the network of an IPv6 one, since each household has a whole network. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined && isIP(mapped) === 4) return mapped;
  if (!isIPv6(address)) return address.slice(0, longestAddress);
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter((group) => group !== '').length;
  const all = [...groups, ...Array<string>(Math.max(0, missing)).fill('0')];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** Where a request comes from. Only a proxy on this machine is believed about it, and only where there is one. */
export function addressOf({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>, hasProxy: boolean): string {
  const nearest = socket.remoteAddress ?? '';
  if (!hasProxy) return nearest;
  const hops = [...String(headers['x-forwarded-for'] ?? '').split(','), nearest].map((hop) => hop.trim());
  return hops.findLast((hop) => hop !== '' && !isThisMachine(hop)) ?? nearest;
}

function isThisMachine(address: string): boolean {
  return networkOf(address).startsWith('127.') || address === '::1';
}
