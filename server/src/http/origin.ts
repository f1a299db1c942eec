/**
 * True when a browser's command comes from a page of this server. Absent is allowed: scripts and old browsers send none,
 * and a page elsewhere cannot leave it out. Where TLS ends at a proxy the server sees no scheme, so hosts are compared.
 */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, publicUrl: string | null): boolean {
  if (origin === undefined) return true;
  if (publicUrl !== null && origin === publicUrl) return true;
  const url = URL.parse(origin);
  return url !== null && url.host !== '' && url.host === host?.toLowerCase() && isWeb(url);
}

function isWeb(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}
