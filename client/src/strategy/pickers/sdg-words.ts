import { goalOf } from '@board/shared/upr/sdg';
import type { suggestSdg } from '@board/shared/upr/sdg-suggest';
import type { SdgNamer, SdgTitle } from '@board/shared/upr/sdg-titles';
import type { TFunction } from 'i18next';
import { useEffect, useSyncExternalStore } from 'react';

/** Titles in the reader's language, and the list of words behind the suggestions. */
export interface SdgWords {
  nameOf: SdgNamer;
  suggest: typeof suggestSdg;
}

/** Loaded once for all cells; a failure (no network) is tried again by the next cell that is drawn. */
const loaded = new Map<string, SdgWords>();
const asked = new Set<string>();
const listeners = new Set<() => void>();

/** Begins to load what the pickers need, so that they are whole when the network goes. */
function preloadSdgWords(language: string): void {
  if (asked.has(language)) return;
  asked.add(language);
  Promise.all([import('@board/shared/upr/sdg-titles'), import('@board/shared/upr/sdg-suggest')])
    .then(async ([titles, words]) => {
      loaded.set(language, { nameOf: await titles.loadSdgTitles(language), suggest: words.suggestSdg });
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
