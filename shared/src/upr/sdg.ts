import { asciiDigits } from './digits.ts';

/** How many numbered targets each of the 17 goals has; lettered ones (means of implementation) are listed beside. */
const targets: readonly (readonly [numbered: number, letters: string])[] = [
  [5, 'ab'],
  [5, 'abc'],
  [9, 'abcd'],
  [7, 'abc'],
  [6, 'abc'],
  [6, 'ab'],
  [3, 'ab'],
  [10, 'ab'],
  [5, 'abc'],
  [7, 'abc'],
  [7, 'abc'],
  [8, 'abc'],
  [3, 'ab'],
  [7, 'abc'],
  [9, 'abc'],
  [10, 'ab'],
  [19, ''],
];

export type Goal = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17;

/** All codes in their order: each of the 17 goals followed by its targets, 186 in all. */
export const sdgCodes: readonly string[] = targets.flatMap(([numbered, letters], index) => {
  const goal = String(index + 1);
  const numbers = Array.from({ length: numbered }, (_, place) => `${goal}.${place + 1}`);
  return [goal, ...numbers, ...[...letters].map((letter) => `${goal}.${letter}`)];
});

const known: ReadonlySet<string> = new Set(sdgCodes);

/** The goal that a code of a goal or target (`16`, `16.3`, `16.a`) belongs to, or null for what is none. */
export function goalOf(code: string): Goal | null {
  return known.has(code) ? (Number(code.split('.')[0]) as Goal) : null;
}

/** What was typed as a code, in its stored form (`SDG 16.A` → `16.a`, `១៦.៣` → `16.3`); null when there is no such goal or target. */
export function readSdgCode(typed: string): string | null {
  const code = plainCode(typed);
  return known.has(code) ? code : null;
}

/** Codes that begin as what was typed does: `16.` finds all targets of goal 16, `1` finds 1, its targets and 10 to 17. Empty where no figure was typed. */
export function sdgCodesLike(typed: string): string[] {
  const begun = plainCode(typed);
  if (!/^\d/.test(begun)) return [];
  const found = sdgCodes.filter((code) => code === begun || code.startsWith(begun));
  const own = found.filter((code) => code === begun || code.startsWith(`${begun}.`));
  return [...own, ...found.filter((code) => !own.includes(code))];
}

/** Sorts codes by goal, then by target: 16 before 16.2 before 16.10 before 16.a. */
export function compareSdgCodes(a: string, b: string): number {
  const [goalA = '', targetA = ''] = a.split('.');
  const [goalB = '', targetB = ''] = b.split('.');
  return Number(goalA) - Number(goalB) || targetRank(targetA) - targetRank(targetB);
}

function plainCode(typed: string): string {
  return asciiDigits(typed.normalize('NFKC').toLowerCase())
    .replace(/^\s*(?:sdg|odd|ods|goal|target|objectif|cible|objetivo|meta)s?\s*/, '')
    .replace(/\s+/g, '');
}

function targetRank(target: string): number {
  if (target === '') return 0;
  return /^\d+$/.test(target) ? Number(target) : 100 + target.charCodeAt(0);
}
