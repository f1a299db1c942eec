const localHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True for an address that only this machine can open. */
export function isLocalAddress(address: string): boolean {
  try {
    return localHosts.has(new URL(address).hostname);
  } catch {
    return true;
  }
}

/** The addresses to offer for joining, best first: the one this page was opened under, if others can open it too, then the server's. */
export function joinAddresses(fromServer: readonly string[], origin: string): string[] {
  const reachable = fromServer.filter((address) => !isLocalAddress(address));
  const own = isLocalAddress(origin) ? [] : [origin];
  const all = [...new Set([...own, ...reachable])];
  return all.length > 0 ? all : [fromServer[0] ?? origin];
}
