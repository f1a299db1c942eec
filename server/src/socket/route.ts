/** Where an upgrade wants to go. Nothing in it is trusted: it may name what is not there. */
export type SocketRoute =
  | { kind: 'sync'; workshop: string; document: string; generation: string | null; person: string | null }
  | { kind: 'live'; workshop: string };

/** Reads `/sync/<workshop>/<document>?generation=n&person=id` and `/live/<workshop>`; null for every other address. Never throws. */
export function parseRoute(address: string): SocketRoute | null {
  const [path = '', query = ''] = address.split('?', 2);
  const [root, kind, workshop = '', ...rest] = path.split('/');
  if (root !== '') return null;
  if (kind === 'live' && rest.length === 0) return { kind, workshop: decoded(workshop) };
  if (kind !== 'sync') return null;
  const asked = new URLSearchParams(query);
  const document = decoded(rest.join('/'));
  return {
    kind,
    workshop: decoded(workshop),
    document,
    generation: asked.get('generation'),
    person: asked.get('person'),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
