/** The languages of the interface. The name is written in the language itself, so that whoever needs it can find it. */
export const languages = [
  { code: 'en', name: 'English', direction: 'ltr' },
  { code: 'fr', name: 'Français', direction: 'ltr' },
  { code: 'km', name: 'ភាសាខ្មែរ', direction: 'ltr' },
  { code: 'ar', name: 'العربية', direction: 'rtl' },
] as const;

export type Language = (typeof languages)[number]['code'];
export type Direction = (typeof languages)[number]['direction'];

/** True for a language that we have words in. */
export function isLanguage(code: unknown): code is Language {
  return languages.some((language) => language.code === code);
}

/** The way a language is written; left to right for one that we do not have. */
export function directionOf(code: string): Direction {
  return languages.find((language) => language.code === code)?.direction ?? 'ltr';
}

/** The best of our languages for what a browser prefers (`['fr-CA', 'en']`), English when none fits. */
export function chooseLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split('-')[0];
    if (isLanguage(base)) return base;
  }
  return 'en';
}
