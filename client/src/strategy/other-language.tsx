import { useTranslation } from 'react-i18next';
import styles from './table.module.css';

const named = ['en', 'fr', 'es', 'ar', 'km', 'ru', 'zh'] as const;

/** Says in which language a recommendation is shown, for want of a text in the reader's own. Nothing else waits for its words. */
export function OtherLanguage({ code }: { code: string }) {
  const { t, ready } = useTranslation('merge', { useSuspense: false });
  if (!ready) return null;
  const known = named.find((one) => one === code);
  return <span className={styles['hint']}>{t('shownIn', { language: known ? t(`languages.${known}`) : code })}</span>;
}
