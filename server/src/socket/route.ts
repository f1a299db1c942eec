/** Where an upgrade wants to go. Nothing in it is trusted: it may name what is not there. */
export type SocketRoute =
  | { kind: 'sync'; workshop: string; document: string; generation: string | null }
  | { kind: 'live'; workshop: string };

/** Reads `/sync/<workshop>/<document>?generation=n` and `/live/<workshop>`; null for every other address. Never throws. */
export function parseRoute(address: string): SocketRoute | null {
  const [path = '', query = ''] = address.split('?', 2);
  const [root, kind, workshop = '', ...rest] = path.split('/');
  if (root !== '') return null;
  if (kind === 'live' && rest.length === 0) return { kind, workshop: decoded(workshop) };
  if (kind !== 'sync') return null;
  const generation = new URLSearchParams(query).get('generation');
  return { kind, workshop: decoded(workshop), document: decoded(rest.join('/')), generation };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
