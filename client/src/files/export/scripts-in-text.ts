import { rtlSign } from '../../text-direction.ts';

/** Which script a text is in, as far as word processors must be told. */

const ltrSign = /[\p{L}\p{N}]/u;

/** A piece of a text that runs in one direction. */
export interface DirectedRun {
  text: string;
  isRtl: boolean;
}

/** A text as runs of one direction each. Signs without a direction go with those before them; together the runs are the text. */
export function directedRuns(text: string, paragraphIsRtl: boolean): DirectedRun[] {
  const runs: DirectedRun[] = [];
  let isRtl: boolean | null = null;
  for (const sign of text) {
    const here: boolean | null = rtlSign.test(sign) ? true : ltrSign.test(sign) && /\p{L}/u.test(sign) ? false : null;
    const last = runs.at(-1);
    if (here === null || here === isRtl) {
      if (last) last.text += sign;
      else runs.push({ text: sign, isRtl: paragraphIsRtl });
      continue;
    }
    // Leading signs without a direction belong to the first letters.
    if (last && isRtl === null) last.text += sign;
    else runs.push({ text: sign, isRtl: here });
    isRtl = here;
    const now = runs.at(-1);
    if (now) now.isRtl = here;
  }
  return runs;
}

/** The family that a run's complex script is set in: by its own signs, else by the document's language. */
export function complexScriptOf(text: string, language: string): 'khmer' | 'arabic' {
  if (/\p{Script=Khmer}/u.test(text)) return 'khmer';
  if (/\p{Script=Arabic}/u.test(text)) return 'arabic';
  return language === 'km' ? 'khmer' : 'arabic';
}
