import { withoutEnds } from '@board/shared/text-ends';
import { readSdgCode } from '@board/shared/upr/sdg';

/** What a text says of SDG goals and targets. */
export interface ReadTargets {
  codes: string[];
  /** The parts that are none, or say more than a code. */
  unknown: string[];
}

/** Reads codes at the beginning of each part of a list: `5.1, SDG 8.7; 16.a`. A figure within words is no code. */
export function readTargets(text: string): ReadTargets {
  const read: ReadTargets = { codes: [], unknown: [] };
  for (const part of text.split(/[,;\n]+/).map((one) => one.trim())) {
    if (part === '') continue;
    const codes = codesOf(part);
    read.codes.push(...codes.found);
    if (!codes.isAll) read.unknown.push(part);
  }
  return { codes: [...new Set(read.codes)], unknown: read.unknown };
}

function codesOf(part: string): { found: string[]; isAll: boolean } {
  const whole = readSdgCode(part);
  if (whole !== null) return { found: [whole], isAll: true };
  const found: string[] = [];
  const words = part.split(/\s+/);
  for (let at = 0; at < words.length; ) {
    const one = readSdgCode(withoutEnds(words[at] ?? '', /(?!)/, /[:.–—-]/));
    const two = one === null && at + 1 < words.length ? readSdgCode(`${words[at]} ${words[at + 1]}`) : null;
    if (one === null && two === null) return { found, isAll: false };
    found.push(one ?? two ?? '');
    at += one === null ? 2 : 1;
  }
  return { found, isAll: true };
}
