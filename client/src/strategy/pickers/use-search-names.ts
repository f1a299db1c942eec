import type { Recommendation } from '@board/shared/model/catalogue';
import { loadStateNames, type StateNamer } from '@board/shared/upr/state-names';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A State's names in the reader's language and in every language that the catalogue has texts in, so that it is found by each. */
export function useSearchNames(list: readonly Recommendation[]): StateNamer {
  const { i18n } = useTranslation();
  const languages = [...new Set([i18n.language, 'en', ...list.flatMap(({ text }) => Object.keys(text))])].join(' ');
  const [nameOf, setNameOf] = useState<StateNamer>(() => (code: string) => code);
  useEffect(() => {
    let isCurrent = true;
    Promise.all(languages.split(' ').map(loadStateNames)).then(
      (namers) => {
        if (isCurrent) setNameOf(() => (code: string) => namers.map((name) => name(code)).join('\n'));
      },
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [languages]);
  return nameOf;
}
