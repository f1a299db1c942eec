import { readPositionWord } from '@board/shared/upr/positions';

/** What a cell of a column says that only marks its rows: `cross` means yes in one list and no in another. */
export type TickMark = 'check' | 'cross' | 'no';

// Letters of Wingdings come as the letters that they are in other fonts: ü and þ are ticks, û and ý crosses.
const marks: readonly (readonly [TickMark, RegExp])[] = [
  ['check', /^(?:[✓✔☑✅🗸√●•■◼⬤✱*üþ]|1|v|yes|y|true|oui|o|vrai|sí|si|s|verdadero|نعم|صحيح|បាទ|ចាស|បាទ\/ចាស)$/iu],
  ['cross', /^[x×х✗✘✕✖☒❌❎☓⨯🗙🗴🗵🗶🗷ûý]$/iu],
  ['no', /^(?:[☐□○◯◻⬜–—-]|0|no|n|false|non|faux|falso|لا|خطأ|ទេ|n\/a)$/iu],
];

/** A box to be ticked, as it is typed. */
const emptyBrackets = /^\s*(?:\[\s*\]|\(\s*\))\s*$/;
/** Signs that mean no beside ticks, and no yes where they stand below a single head. */
const heavyCross = /^\s*\[?[✗✘✕✖❌❎☓🗴🗶]\ufe0f?\]?\s*$/u;
/** Signs beside a word that take back what it says, or ask. */
const turning = /[✗✘✕✖❌❎☓☐☒□⬜×?؟？]|\[\s*\]/u;
/** A cell of more is a sentence, in which a question may be one of many. */
const longestWord = 80;

/** The mark that a cell is; null for one that says something else, or nothing. */
export function tickMark(cell: string): TickMark | null {
  if (emptyBrackets.test(cell)) return 'no';
  const sign = cell.replace(/[\ufe0e\ufe0f\u200b-\u200f.()[\]]/g, '').trim();
  return marks.find(([, pattern]) => pattern.test(sign))?.[0] ?? null;
}

/** Whether a cell is a cross that says no wherever nothing tells what it means ("✗"; an "x" is how people mark). */
export function isHeavyCross(cell: string): boolean {
  return heavyCross.test(cell);
}

/**
 * Whether a sign or word beside a position may turn it round ("Accepted: ✗", "Noted: no", "☐ Supported", "Supported?"), so
 * that it is not to be read.
 */
export function isTurned(words: string): boolean {
  if (words.length <= longestWord && turning.test(words)) return true;
  const [, ahead, behind] = /^([^:：]+)[:：]\s*(\S.*)$/su.exec(words) ?? [];
  if (ahead === undefined || behind === undefined) return false;
  const position = readPositionWord(ahead);
  if (position === null) return ['cross', 'no'].includes(tickMark(behind) ?? '');
  return tickMark(behind) !== 'check' && readPositionWord(behind) !== position;
}
