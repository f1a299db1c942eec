import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentStatus } from '../sync/document-status.ts';
import { useSaveWords } from '../ui/save-words.ts';
import styles from './tools.module.css';

/** How the table is saved. Apart from what the cells share: it changes with every key, and no cell is drawn for it. */
const Saving = createContext<DocumentStatus>({ state: 'connecting', why: null });

export const SavingProvider = Saving.Provider;

/** Beside the tools, which stay in view: that what is typed is not with the group yet. The page's head says it in full, and aloud. */
export function NotSaved() {
  const { t } = useTranslation('strategy');
  const status = useContext(Saving);
  const { words } = useSaveWords(status);
  const kind = kindOf(status);
  if (kind === null) return null;
  return (
    <span className={styles['notSaved']} data-not-saved={kind} title={words} aria-hidden="true">
      {t(`notSaved.${kind}`, { count: 'places' in status ? status.places : 0 })}
    </span>
  );
}

/** Who sees what is typed at this moment, in a sentence. */
export function useWhoSees(): string {
  const { t } = useTranslation('strategy');
  const status = useContext(Saving);
  const { words } = useSaveWords(status);
  const kind = kindOf(status);
  if (kind === null) return t('sheet.hint');
  return kind === 'connecting' || kind === 'device' ? t('sheet.hintAway') : words;
}

/** Null while all is saved, or is on its way. */
function kindOf(status: DocumentStatus): 'connecting' | 'device' | 'page' | 'late' | 'refused' | null {
  switch (status.state) {
    case 'connecting':
    case 'refused':
      return status.state;
    case 'waiting':
      if (status.connected) return status.late ? 'late' : null;
      return status.kept ? 'device' : 'page';
    default:
      return null;
  }
}
