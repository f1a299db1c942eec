import { loadSdgTables } from '@board/shared/upr/sdg-titles';
import { loadStateTable } from '@board/shared/upr/state-names';
import i18next, { type Resource } from 'i18next';
import { loadAgain } from '../../ui/load-again.ts';
import { documentWords, type WordSource, type Words, wordsFrom } from './words.ts';

/** Thrown where something that documents are made with is not on this device and cannot be fetched now. */
export class NotFetched extends Error {}

/** Everything in words that documents of a language need, loaded. Rejects with `NotFetched`, so that no document has keys in place of words. */
export async function pageWords(language: string): Promise<WordSource> {
  const [resources, states, targets] = await Promise.all([
    pageResources(language),
    fetched(() => loadStateTable(language)),
    fetched(() => loadSdgTables(language)),
  ]);
  return { language, resources, states, targets };
}

/** The words of documents on the page itself, where a document is drawn instead of made. Rejects like `pageWords`. */
export async function makeWords(language: string): Promise<Words> {
  return wordsFrom(await pageWords(language));
}

async function pageResources(language: string): Promise<Resource> {
  const codes = [...new Set(['en', language])];
  const missing = (): string[] =>
    documentWords.filter((space) => codes.some((code) => !i18next.hasResourceBundle(code, space)));
  // Asked for by name, since what once did not arrive is never asked for again otherwise.
  if (missing().length > 0) await i18next.reloadResources(codes, missing());
  if (missing().length > 0) throw new NotFetched(`no words: ${missing().join(', ')}`);
  return Object.fromEntries(
    codes.map((code) => [
      code,
      Object.fromEntries(documentWords.map((space) => [space, i18next.getResourceBundle(code, space)])),
    ]),
  );
}

function fetched<Part>(load: () => Promise<Part>): Promise<Part> {
  return loadAgain(load).catch((problem: unknown) => Promise.reject(new NotFetched(String(problem))));
}
