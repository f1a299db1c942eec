import { plainLetters } from '@board/shared/upr/plain-letters';
import type { TextLanguage } from './guess-language.ts';

/** What each language is called at the head of a column: in the languages of the board and in its own, as we and as others spell it, and by its code. */
const names: Readonly<Record<TextLanguage, string>> = {
  en: 'en eng english anglais inglés الإنكليزية الإنجليزية ភាសាអង់គ្លេស អង់គ្លេស',
  fr: 'fr fra french français francés الفرنسية ភាសាបារាំង បារាំង',
  es: 'es spa spanish espagnol español الإسبانية ភាសាអេស្ប៉ាញ អេស្ប៉ាញ',
  ar: 'ar ara arabic arabe árabe العربية ភាសាអារ៉ាប់ អារ៉ាប់',
  km: 'km kh khm khmer jemer الخميرية ភាសាខ្មែរ ខ្មែរ',
  ru: 'ru rus russian russe ruso الروسية русский ភាសារុស្ស៊ី រុស្ស៊ី',
  zh: 'zh chi zho chinese chinois chino الصينية 中文 ភាសាចិន ចិន',
};

const byName = new Map(
  (Object.entries(names) as [TextLanguage, string][]).flatMap(([code, list]) =>
    list.split(' ').map((name) => [fold(name), code] as const),
  ),
);

/** The language that somebody calls by this name or code, or null. */
export function languageNamed(name: string): TextLanguage | null {
  return byName.get(fold(name)) ?? null;
}

function fold(name: string): string {
  return plainLetters(name).trim();
}
