import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreloaded } from '../../ui/use-preloaded.ts';
import { preloadDocuments } from './preload-documents.ts';

/**
 * Loads what documents are made with, and the pages that print them, some time after the page has come, so that it is there
 * while the server is away: in the page's language, and in another one once it is chosen. `isWanted`: somebody who sits here
 * takes documents home.
 */
export function usePreloadedTakeHome(isWanted = true): void {
  const { language } = useTranslation().i18n;
  usePreloaded(
    useCallback(() => preloadTakeHome(language), [language]),
    isWanted,
  );
}

async function preloadTakeHome(language: string): Promise<void> {
  await import('./take-home-page.tsx');
  await preloadDocuments(language);
}
