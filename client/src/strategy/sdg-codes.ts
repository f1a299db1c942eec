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

/** The goal that a code of a goal or target (`16`, `16.3`, `16.a`) belongs to, or null for what is none. */
export function goalOf(code: string): Goal | null {
  const match = /^([1-9]|1[0-7])(?:\.([1-9]\d?|[a-d]))?$/.exec(code);
  if (!match?.[1]) return null;
  const goal = Number(match[1]) as Goal;
  const [numbered, letters] = targets[goal - 1] ?? [0, ''];
  const target = match[2];
  if (target === undefined) return goal;
  const isThere = /^\d/.test(target) ? Number(target) <= numbered : letters.includes(target);
  return isThere ? goal : null;
}

/** What was typed as a code, in its stored form (`SDG 16.A` → `16.a`); null when there is no such goal or target. */
export function readSdgCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*(sdg|goal|target)\s*/, '')
    .trim();
  return goalOf(code) === null ? null : code;
}

/** Sorts codes by goal, then by target: 16 before 16.2 before 16.10 before 16.a. */
export function compareSdgCodes(a: string, b: string): number {
  const [goalA = '', targetA = ''] = a.split('.');
  const [goalB = '', targetB = ''] = b.split('.');
  return Number(goalA) - Number(goalB) || targetRank(targetA) - targetRank(targetB);
}

function targetRank(target: string): number {
  if (target === '') return 0;
  return /^\d+$/.test(target) ? Number(target) : 100 + target.charCodeAt(0);
}
