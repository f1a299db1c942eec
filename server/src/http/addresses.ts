import { isIP, isIPv6 } from 'node:net';
import type { Config } from '../config.ts';

/**
 * The addresses under which others may reach the server, best first, without a slash at the end: PUBLIC_URL, else one per
 * network interface when it listens on all of them, else the one it listens on.
 */
export function reachableAddresses(config: Config, port: number, interfaces: readonly string[]): string[] {
  if (config.publicUrl !== null) return [config.publicUrl];
  if (isEverywhere(config.host) && interfaces.length > 0) return interfaces.map((host) => webAddress(host, port));
  return [ownAddress(config, port)];
}

/** The address for this machine's own browser. */
export function ownAddress(config: Config, port: number): string {
  return webAddress(isEverywhere(config.host) ? '127.0.0.1' : config.host, port);
}

/** True when the server listens on all interfaces. */
export function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** True when strangers may reach the server: through a proxy, or on an address that is not of this machine or a local network. */
export function isPublic(config: Config, interfaces: readonly string[]): boolean {
  if (config.publicUrl !== null) return true;
  return (isEverywhere(config.host) ? interfaces : [config.host]).some((host) => isIP(host) !== 0 && !isLocal(host));
}

/** Loopback, private, link-local and carrier-internal addresses. */
function isLocal(host: string): boolean {
  if (isIPv6(host)) return /^(::1?$|f[cd]|fe[89ab])/i.test(host);
  const [a = 0, b = 0] = host.split('.').map(Number);
  const isPrivate = a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168);
  return isPrivate || a === 127 || (a === 169 && b === 254) || (a === 100 && b >= 64 && b <= 127);
}

function webAddress(host: string, port: number): string {
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}
