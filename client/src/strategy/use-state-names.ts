import { loadStateNames, type StateNamer } from '@board/shared/upr/state-names';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const asWritten: StateNamer = (codeOrName) => codeOrName;

/** The States' names in the reader's language; codes until they are loaded. */
export function useStateNames(): StateNamer {
  const { i18n } = useTranslation();
  const [nameOf, setNameOf] = useState<StateNamer>(() => asWritten);
  useEffect(() => {
    let isCurrent = true;
    loadStateNames(i18n.language).then(
      (loaded) => {
        if (isCurrent) setNameOf(() => loaded);
      },
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [i18n.language]);
  return nameOf;
}
