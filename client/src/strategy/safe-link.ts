import { safeHref } from '@board/shared/model/safe-href';

/** What a person typed as an address: `example.org` means https, `a@example.org` means mail. Null when nothing safe comes of it. */
export function hrefFromTyped(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^:]+:\d/.test(text)) return safeHref(text);
  return safeHref(text.includes('@') && !text.includes('/') ? `mailto:${text}` : `https://${text}`);
}
