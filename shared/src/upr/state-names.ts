/** A State's name for display by its code; what is no code (a name as printed) comes back unchanged. */
export type StateNamer = (codeOrName: string) => string;

/** The States' names of a language, by code. */
export type StateNames = Readonly<Record<string, string>>;

type NameTable = { readonly stateNames: StateNames };

/** Each language is a file of its own, fetched when it is asked for: a page that shows no States carries none. */
const tables: Readonly<Record<string, () => Promise<NameTable>>> = {
  en: () => import('./generated/state-names.en.ts'),
  km: () => import('./generated/state-names.km.ts'),
  fr: () => import('./generated/state-names.fr.ts'),
  es: () => import('./generated/state-names.es.ts'),
  ar: () => import('./generated/state-names.ar.ts'),
};

/** Loads the States' names in a language (`fr`, `fr-CA`); English where we have no such language. */
export async function loadStateNames(language: string): Promise<StateNamer> {
  return stateNamer(await loadStateTable(language));
}

/** The same as plain values, which can be sent to a worker. */
export async function loadStateTable(language: string): Promise<StateNames> {
  const load = tables[language.split('-')[0]!.toLowerCase()] ?? tables['en']!;
  return (await load()).stateNames;
}

/** Names States from a table that was loaded. */
export function stateNamer(names: StateNames): StateNamer {
  return (codeOrName) => (Object.hasOwn(names, codeOrName) ? names[codeOrName]! : codeOrName);
}
