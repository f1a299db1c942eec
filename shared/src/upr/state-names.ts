/** A State's name for display by its code; what is no code (a name as printed) comes back unchanged. */
export type StateNamer = (codeOrName: string) => string;

type NameTable = { readonly stateNames: Readonly<Record<string, string>> };

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
  const load = tables[language.split('-')[0]!.toLowerCase()] ?? tables['en']!;
  const { stateNames } = await load();
  return (codeOrName) => (Object.hasOwn(stateNames, codeOrName) ? stateNames[codeOrName]! : codeOrName);
}
