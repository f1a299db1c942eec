import { useTranslation } from 'react-i18next';
import type { DocumentStatus } from '../sync/document-status.ts';
import styles from './save-state.module.css';
import { useSaveWords } from './save-words.ts';

/** Says truthfully where the edits of this page are: on the server, on this device only, or nowhere yet; and why one may not write. */
export function SaveState({ status }: { status: DocumentStatus }) {
  const { t } = useTranslation();
  const { tone, words } = useSaveWords(status);
  return (
    <p className={styles['state']} data-tone={tone} role="status" aria-label={t('save.label')}>
      <svg className={styles['sign']} viewBox="0 0 12 12" aria-hidden="true">
        {tone === 'good' ? <path d="M2 6.5l2.8 2.8L10 3.5" /> : <circle cx="6" cy="6" r="4" />}
      </svg>
      <span>{words}</span>
    </p>
  );
}
