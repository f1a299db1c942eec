import { goalOf } from '@board/shared/upr/sdg';
import type { SdgSuggest } from '@board/shared/upr/sdg-suggest';
import type { SdgNamer, SdgTitle } from '@board/shared/upr/sdg-titles';
import type { TFunction } from 'i18next';
import { useEffect, useSyncExternalStore } from 'react';

/** Titles in a language, and what that language's texts point to. */
export interface SdgWords {
  nameOf: SdgNamer;
  suggest: SdgSuggest;
}

/** Loaded once for all cells; a failure (no network) is tried again by the next cell that is drawn. */
const loaded = new Map<string, SdgWords>();
const asked = new Set<string>();
const listeners = new Set<() => void>();

/**
 * Begins to load what the pickers need, so that they are whole when the network goes; English too, since that is what
 * most recommendations are written in.
 */
function preloadSdgWords(language: string): void {
  if (asked.has(language)) return;
  asked.add(language);
  if (language !== 'en') preloadSdgWords('en');
  Promise.all([import('@board/shared/upr/sdg-titles'), import('@board/shared/upr/sdg-suggest')])
    .then(([titles, words]) => Promise.all([titles.loadSdgTitles(language), words.loadSdgSuggest(language)]))
    .then(([nameOf, suggest]) => {
      loaded.set(language, { nameOf, suggest });
      for (const tell of [...listeners]) tell();
    })
    .catch(() => asked.delete(language));
}

/** The words of the goals and targets, or null until they are there: codes and goals can be chosen without. */
export function useSdgWords(language: string): SdgWords | null {
  useEffect(() => preloadSdgWords(language), [language]);
  return useSyncExternalStore(subscribe, () => loaded.get(language) ?? null);
}

/** A code's title: the target's own, else its goal's from the page's words. */
export function useSdgTitle(t: TFunction<'strategy'>, language: string): (code: string) => SdgTitle {
  const words = useSdgWords(language);
  return (code) => {
    const title = words?.nameOf(code);
    return title?.words ? title : { words: t(`goals.${goalOf(code) ?? 1}`), language };
  };
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
