declare const URL: new (address: string) => { readonly protocol: string; readonly href: string };

const allowed = new Set(['http:', 'https:', 'mailto:']);
const longest = 2000;

/** The address of a link if it may be followed (http, https, mailto), else null. A script's address never survives, however it is disguised. */
export function safeHref(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > longest) return null;
  try {
    const url = new URL(value);
    return allowed.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
