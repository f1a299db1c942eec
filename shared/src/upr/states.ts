import { stateNames } from './generated/state-names.en.ts';
import { stateAliases } from './state-aliases.ts';

/** ISO 3166-1 alpha-3 codes of the 193 member States, the Holy See and the State of Palestine. */
export const stateCodes: readonly string[] = Object.keys(stateNames);

/** No State's printed name is longer (UTF-16 units); anything longer is not looked at. */
const longestName = 90;

/** Long forms: "Plurinational State of", "Kingdom of the", "Democratic Socialist Republic of" … */
const longForm =
  /^(?:(?:arab|bolivarian|democratic|federal|federated|federative|islamic|oriental|people s|peoples|plurinational|socialist|united|eastern) )*(?:republic|kingdom|states?|commonwealth|principality|sultanate|union|federation) of (?:union of )?/;

/** What is left of two States' long forms alike; the Congo is entered by its own short name. */
const ambiguousShort = new Set(['korea', 'congo']);

const byName = indexNames();

/** True for a code of `stateCodes`. */
export function isStateCode(text: string): boolean {
  return Object.hasOwn(stateNames, text);
}

/**
 * The ISO 3166-1 alpha-3 code behind a name as it is printed in reports and exports, or null. Tolerates case, accents,
 * kinds of apostrophes, "the", "&" and "St.", and both orders of long forms: "Iran (Islamic Republic of)",
 * "Islamic Republic of Iran". Never guesses: a name with a slip of the pen is null.
 */
export function resolveState(printed: string): string | null {
  if (printed.length > longestName) return null;
  const words = fold(turnAround(printed));
  // The long form of a Government that the UN does not know as a State under this name.
  if (words === 'republic of china') return null;
  return byName.get(squeeze(words)) ?? byName.get(squeeze(words.replace(longForm, ''))) ?? null;
}

/** "Iran (Islamic Republic of)" and "Iran, Islamic Republic of" read "Islamic Republic of Iran". */
function turnAround(printed: string): string {
  const parts = /^([^(,]+)[(,]\s*([^(),]*?\bof(?: the)?)\s*\)?\s*$/i.exec(printed);
  return parts ? `${parts[2]} ${parts[1]}` : printed;
}

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bthe\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

function squeeze(words: string): string {
  return words.replaceAll(' ', '');
}

function indexNames(): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const [code, name] of Object.entries(stateNames)) {
    for (const spelling of [name, ...(stateAliases[code] ?? [])]) {
      const words = fold(turnAround(spelling));
      index.set(squeeze(words), code);
      const short = squeeze(words.replace(longForm, ''));
      if (!index.has(short) && !ambiguousShort.has(short)) index.set(short, code);
    }
  }
  return index;
}
