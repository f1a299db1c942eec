import { useTranslation } from 'react-i18next';
import styles from './waiting.module.css';

/** Stands where something is on its way. Appears only after a moment, so that a quick answer does not flicker. */
export function Waiting({ children }: { children?: string }) {
  const { t } = useTranslation();
  return (
    <p className={styles['waiting']} role="status">
      {children ?? t('words.loading')}
    </p>
  );
}
