/** Short titles of goals and targets, by code. */
export type SdgTitles = Readonly<Record<string, string>>;

/** What stands for a code in the reader's language, and which language that is. */
export interface SdgTitle {
  words: string;
  language: string;
}

/** A code's title; the words are '' for what is no code. */
export type SdgNamer = (code: string) => SdgTitle;

type Table = { readonly sdgTitles: SdgTitles };

const tables: Readonly<Record<string, () => Promise<Table>>> = {
  fr: () => import('./sdg-titles/fr.ts'),
  ar: () => import('./sdg-titles/ar.ts'),
  km: () => import('./sdg-titles/km.ts'),
};

/** The titles of a language beside the English ones, as plain values, which can be sent to a worker. */
export interface SdgTables {
  language: string;
  english: SdgTitles;
  /** Null for English, and for a language that we do not have. */
  own: SdgTitles | null;
}

/** Loads the titles in a language (`fr`, `fr-CA`): all 186 in each of ours; what a language lacks stands in English. */
export async function loadSdgTitles(language: string): Promise<SdgNamer> {
  return sdgNamer(await loadSdgTables(language));
}

/** The same as plain values. */
export async function loadSdgTables(language: string): Promise<SdgTables> {
  const base = language.split('-')[0]!.toLowerCase();
  const [english, own] = await Promise.all([import('./sdg-titles/en.ts'), tables[base]?.()]);
  return { language: base, english: english.sdgTitles, own: own?.sdgTitles ?? null };
}

/** Names goals and targets from tables that were loaded. */
export function sdgNamer({ language, english, own }: SdgTables): SdgNamer {
  return (code) => {
    const words = own && Object.hasOwn(own, code) ? own[code]! : '';
    if (words !== '') return { words, language };
    return { words: Object.hasOwn(english, code) ? english[code]! : '', language: 'en' };
  };
}
