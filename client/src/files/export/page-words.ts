import i18next, { type Resource } from 'i18next';
import { documentWords, type Words, wordsFrom } from './words.ts';

/** The words of a language and of English that documents need, loaded. */
export async function pageResources(language: string): Promise<Resource> {
  await i18next.loadNamespaces([...documentWords]);
  return Object.fromEntries(
    [...new Set(['en', language])].map((code) => [
      code,
      Object.fromEntries(documentWords.map((space) => [space, i18next.getResourceBundle(code, space) ?? {}])),
    ]),
  );
}

/** The words of documents on the page itself, where a document is drawn instead of made. */
export async function makeWords(language: string): Promise<Words> {
  return wordsFrom(language, await pageResources(language));
}
