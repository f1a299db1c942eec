import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { textLanguages } from '../../../files/guess-language.ts';

/** Names of languages in the reader's own; the code where we have no name. The browser's own list has none in Khmer. The same function until the language changes. */
export function useLanguageName(): (code: string) => string {
  const { t } = useTranslation('merge');
  return useCallback(
    (code) => {
      const known = textLanguages.find((one) => one === code);
      return known ? t(`languages.${known}`) : code;
    },
    [t],
  );
}
