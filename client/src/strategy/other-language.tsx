import { useTranslation } from 'react-i18next';
import { wordsIn } from './recommendation-search.ts';
import styles from './table.module.css';

const named = ['en', 'fr', 'es', 'ar', 'km', 'ru', 'zh'] as const;

/** Says in which language a recommendation is shown when there is no text in the reader's own. Nothing else waits for its words. */
export function OtherLanguage({ text }: { text: Readonly<Record<string, string>> }) {
  const { t, i18n, ready } = useTranslation('merge', { useSuspense: false });
  const { language, words } = wordsIn(text, i18n.language);
  if (!ready || words === '' || language === i18n.language.split('-')[0]) return null;
  const known = named.find((one) => one === language);
  return (
    <span className={styles['hint']}>{t('shownIn', { language: known ? t(`languages.${known}`) : language })}</span>
  );
}
