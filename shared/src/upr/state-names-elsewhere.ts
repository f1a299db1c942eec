import { stateNames as arabic } from './generated/state-names.ar.ts';
import { stateNames as spanish } from './generated/state-names.es.ts';
import { stateNames as french } from './generated/state-names.fr.ts';
import { stateNames as khmer } from './generated/state-names.km.ts';
import { plainLetters } from './plain-letters.ts';
import { stateSpellings } from './state-spellings.ts';
import { resolveState } from './states.ts';

/** No State's name in any of the languages is longer; anything longer is not looked at. */
const longestName = 120;

/** The code of a State that is named in English, French, Spanish, Arabic or Khmer; null for what is no State. A report comes in any of them. */
export function stateInAnyLanguage(printed: string): string | null {
  if (printed.length > longestName) return null;
  return resolveState(printed) ?? byName.get(fold(printed)) ?? null;
}

/** Short names in French and Spanish that are common and that the display names do not hold. */
const shortNames: Readonly<Record<string, readonly string[]>> = {
  CZE: ['République tchèque', 'República Checa'],
  GBR: ['Royaume-Uni', 'Reino Unido'],
  MDA: ['Moldavie', 'Moldavia'],
  RUS: ['Russie', 'Rusia'],
  SYR: ['Syrie', 'Siria'],
  TUR: ['Turquie', 'Turquía'],
  TZA: ['Tanzanie', 'Tanzanía', 'Tanzania'],
  USA: ['États-Unis', 'Estados Unidos'],
};

/** A name that two of the languages give to different States is nobody's. */
const byName = indexNames();

/** Every spelling in French and Spanish, with its State: names that a slip of the pen in a report may have come from. */
export function latinSpellings(): (readonly [code: string, spelling: string])[] {
  return [french, spanish].flatMap((names) => spellingsIn(names)).concat(spellingsOf(shortNames));
}

/** The names, and those with a long form in brackets also without it: "Bolivie (État plurinational de)". */
function spellingsIn(names: Readonly<Record<string, string>>): (readonly [string, string])[] {
  return Object.entries(names).flatMap(([code, name]) => {
    const short = name.replace(/ \(.*$/, '');
    return short === name ? [[code, name] as const] : [[code, name] as const, [code, short] as const];
  });
}

function spellingsOf(names: Readonly<Record<string, readonly string[]>>): (readonly [string, string])[] {
  return Object.entries(names).flatMap(([code, all]) => all.map((name) => [code, name] as const));
}

function indexNames(): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  const doubtful = new Set<string>();
  for (const [code, name] of [
    ...latinSpellings(),
    ...spellingsIn(arabic),
    ...spellingsIn(khmer),
    ...spellingsOf(stateSpellings),
  ]) {
    const key = fold(name);
    const known = index.get(key);
    if (known !== undefined && known !== code) doubtful.add(key);
    index.set(key, code);
  }
  for (const key of doubtful) index.delete(key);
  return index;
}

/** Plain letters and digits only, with the signs that belong to them in Khmer; without zero-width signs. */
function fold(name: string): string {
  return plainLetters(name).replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
