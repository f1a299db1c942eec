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

/** Loads the titles in a language (`fr`, `fr-CA`): all 186 in each of ours; what a language lacks stands in English. */
export async function loadSdgTitles(language: string): Promise<SdgNamer> {
  const base = language.split('-')[0]!.toLowerCase();
  const [english, own] = await Promise.all([import('./sdg-titles/en.ts'), tables[base]?.()]);
  return (code) => {
    const words = own && Object.hasOwn(own.sdgTitles, code) ? own.sdgTitles[code]! : '';
    if (words !== '') return { words, language: base };
    return { words: Object.hasOwn(english.sdgTitles, code) ? english.sdgTitles[code]! : '', language: 'en' };
  };
}
