/** What a cell of a column says that only marks its rows: `cross` means yes in one list and no in another. */
export type TickMark = 'check' | 'cross' | 'no';

// Letters of Wingdings come as the letters that they are in other fonts: ü and þ are ticks, û and ý crosses.
const marks: readonly (readonly [TickMark, RegExp])[] = [
  ['check', /^(?:[✓✔☑✅🗸√●•■◼⬤✱*üþ]|1|v|yes|y|true|oui|o|vrai|sí|si|s|verdadero|نعم|صحيح|បាទ|ចាស|បាទ\/ចាស)$/iu],
  ['cross', /^[x×х✗✘✕✖☒❌ûý]$/iu],
  ['no', /^(?:[☐□○◯–—-]|0|no|n|false|non|faux|falso|لا|خطأ|ទេ|n\/a)$/iu],
];

/** The mark that a cell is; null for one that says something else, or nothing. */
export function tickMark(cell: string): TickMark | null {
  const sign = cell.replace(/[\ufe0e\ufe0f\u200b-\u200f.()[\]]/g, '').trim();
  return marks.find(([, pattern]) => pattern.test(sign))?.[0] ?? null;
}
