import { stateNames } from './generated/state-names.en.ts';
import { stateAliases } from './state-aliases.ts';
import { latinSpellings } from './state-names-elsewhere.ts';

/** Slips of the pen that are forgiven: one in short names, two in longer ones. Below `shortest` letters none. */
const shortest = 5;
const longName = 8;

/**
 * The code of the one State whose name is printed with a slip of the pen: a letter wrong, missing, too many or exchanged
 * with its neighbour. Null where none or several are as near. To be proposed, never taken: Niger is one letter from Nigeria.
 */
export function similarState(printed: string): string | null {
  const name = lettersOf(printed);
  if (name.length < shortest || name.length > 60) return null;
  const allowed = name.length < longName ? 1 : 2;
  let best = allowed + 1;
  let codes = new Set<string>();
  for (const [code, spelling] of spellings()) {
    if (Math.abs(spelling.length - name.length) > best) continue;
    const slips = slipsBetween(name, spelling, best);
    if (slips > best || slips > allowed) continue;
    if (slips < best) codes = new Set();
    best = slips;
    codes.add(code);
  }
  return codes.size === 1 ? [...codes][0]! : null;
}

let known: (readonly [code: string, spelling: string])[] | null = null;

function spellings(): readonly (readonly [string, string])[] {
  known ??= Object.entries(stateNames)
    .flatMap(([code, name]) => [name, ...(stateAliases[code] ?? [])].map((spelling) => [code, spelling] as const))
    // Without them a name in French or Spanish is a slip of another State's: "Alemania" of Albania's.
    .concat(latinSpellings())
    .map(([code, spelling]) => [code, lettersOf(spelling)] as const);
  return known;
}

function lettersOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '');
}

/** How many slips part two names (optimal string alignment); more than `most` is not counted to the end. */
function slipsBetween(a: string, b: string, most: number): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let slips = Math.min(above[column]! + 1, line[column - 1]! + 1, above[column - 1]! + cost);
      const isTurned = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isTurned) slips = Math.min(slips, before[column - 2]! + 1);
      line.push(slips);
    }
    if (Math.min(...line) > most) return most + 1;
    before = above;
    above = line;
  }
  return above[b.length]!;
}
