import type { Recommendation } from '@board/shared/model/catalogue';
import { loadStateNames, type StateNamer } from '@board/shared/upr/state-names';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * A State's names in the reader's language and in every language that the catalogue has texts in, and the short and former
 * ones that lists use, so that it is found by each.
 */
export function useSearchNames(list: readonly Recommendation[]): StateNamer {
  const { i18n } = useTranslation();
  const languages = useMemo(
    () => [...new Set([i18n.language, 'en', ...list.flatMap(({ text }) => Object.keys(text))])].join(' '),
    [list, i18n.language],
  );
  const [nameOf, setNameOf] = useState<StateNamer>(() => (code: string) => code);
  useEffect(() => {
    let isCurrent = true;
    const aliases = import('@board/shared/upr/state-aliases');
    Promise.all([aliases, ...languages.split(' ').map(loadStateNames)]).then(
      ([{ stateAliases }, ...namers]) => {
        const namesOf = (code: string) => [...namers.map((name) => name(code)), ...(stateAliases[code] ?? [])];
        if (isCurrent) setNameOf(() => (code: string) => asWrittenAnyhow(namesOf(code)).join('\n'));
      },
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [languages]);
  return nameOf;
}

/** Names of a State, each also without its spaces: Vietnam as well as Viet Nam. */
export function asWrittenAnyhow(names: readonly string[]): string[] {
  return [...new Set([...names, ...names.map((name) => name.replace(/\s/g, ''))])];
}
