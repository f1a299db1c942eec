import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readChoice, writeChoice } from './device-choices.ts';
import { chooseLanguage, directionOf, isLanguage, type Language } from './languages.ts';
import frame from './locales/en/frame.json';

/**
 * Words by language and namespace: `locales/<language>/<namespace>.json`. `frame` holds what every page needs and comes
 * with the first load in English; every other file is its own chunk, asked for when a page says `useTranslation('<namespace>')`.
 */
const files = import.meta.glob<{ default: Record<string, unknown> }>([
  './locales/*/*.json',
  '!./locales/en/frame.json',
]);

const fromOwnServer: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, done) {
    const load = files[`./locales/${language}/${namespace}.json`];
    if (!load) {
      done(null, {});
      return;
    }
    load().then(
      (file) => done(null, file.default),
      (problem: unknown) => done(problem instanceof Error ? problem : String(problem), true),
    );
  },
};

/** Starts the words: this device's choice, else the browser's language, else English. Resolves when the frame can be drawn. */
export async function startWords(): Promise<void> {
  const chosen = readChoice('language');
  i18next.on('languageChanged', showLanguage);
  await i18next
    .use(fromOwnServer)
    .use(initReactI18next)
    .init({
      lng: isLanguage(chosen) ? chosen : chooseLanguage(navigator.languages),
      fallbackLng: 'en',
      ns: ['frame'],
      defaultNS: 'frame',
      partialBundledLanguages: true,
      resources: { en: { frame } },
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
}

/** Changes the language on this device and remembers it. */
export async function changeLanguage(language: Language): Promise<void> {
  writeChoice('language', language);
  await i18next.changeLanguage(language);
}

/** Begins to load a page's words at the same time as its code. */
export function loadWords(namespace: string): void {
  void i18next.loadNamespaces(namespace);
}

function showLanguage(language: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}
