import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { preloadDocuments } from './preload-documents.ts';

/** Milliseconds after which a page has everything that it needs itself, and before what did not arrive is asked for again. */
const calm = 8_000;
const again = 60_000;

/**
 * Loads what documents are made with, and the pages that print them, some time after the page has come, so that it is there
 * while the server is away: in the page's language, and in another one once it is chosen. Not where the device asks to save
 * data. `isWanted`: somebody who sits here takes documents home.
 */
export function usePreloadedTakeHome(isWanted = true): void {
  const { i18n } = useTranslation();
  useEffect(() => {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (!isWanted || connection?.saveData) return;
    let timer = setTimeout(load, calm);
    let isOver = false;
    function load(): void {
      preloadTakeHome(i18n.language).catch(() => {
        if (!isOver) timer = setTimeout(load, again);
      });
    }
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isWanted, i18n.language]);
}

async function preloadTakeHome(language: string): Promise<void> {
  await import('./take-home-page.tsx');
  await preloadDocuments(language);
}
