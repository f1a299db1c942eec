import { useTranslation } from 'react-i18next';
import styles from './table.module.css';

const named = ['en', 'fr', 'es', 'ar', 'km', 'ru', 'zh'] as const;

/** Says in which language a recommendation is shown, for want of a text in the reader's own. Nothing else waits for its words. */
export function OtherLanguage({ code }: { code: string }) {
  const { t, ready } = useTranslation('merge', { useSuspense: false });
  const nameOf = useLanguageName();
  if (!ready) return null;
  return <span className={styles['hint']}>{t('shownIn', { language: nameOf(code) })}</span>;
}

/** Names of a text's language in the reader's own; the code where we have no name. */
export function useLanguageName(): (code: string) => string {
  const { t } = useTranslation('merge', { useSuspense: false });
  return (code) => {
    const known = named.find((one) => one === code);
    return known ? t(`languages.${known}`) : code;
  };
}
