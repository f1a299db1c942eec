/**
 * Text as files may hold it: what XML forbids is dropped (control signs, U+FFFE, U+FFFF, halves of pairs), a vertical tab
 * or form feed is a line break, as are all other ends of lines. Everything else stays, zero-width signs too: Khmer needs them.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''));
}
