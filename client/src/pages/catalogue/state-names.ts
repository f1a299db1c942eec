import { loadStateNames, type StateNamer } from '@board/shared/upr/state-names';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Names of States in the page's language; codes until they have been loaded. */
export function useStateNames(): StateNamer {
  const { i18n } = useTranslation();
  const [nameOf, setNameOf] = useState<StateNamer>(() => (code: string) => code);
  useEffect(() => {
    let isWanted = true;
    void loadStateNames(i18n.language).then((loaded) => isWanted && setNameOf(() => loaded));
    return () => {
      isWanted = false;
    };
  }, [i18n.language]);
  return nameOf;
}
