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

/** What a person typed as an address: `example.org` means https, `a@example.org` means mail. Null when nothing safe comes of it. */
export function hrefFromTyped(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^:]+:\d/.test(text)) return safeHref(text);
  return safeHref(text.includes('@') && !text.includes('/') ? `mailto:${text}` : `https://${text}`);
}
