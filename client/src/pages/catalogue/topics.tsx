import { useTranslation } from 'react-i18next';
import styles from './reading.module.css';

/** What a recommendation is about, as its list says: themes and SDGs. Nothing where the list says nothing. */
export function Topics({ themes, sdgs }: { themes: readonly string[]; sdgs: readonly string[] }) {
  const { t } = useTranslation('reading');
  const parts = [
    ...(themes.length > 0 ? [`${t('themes')}: ${themes.join(' · ')}`] : []),
    ...(sdgs.length > 0 ? [`${t('sdgs')}: ${sdgs.join(', ')}`] : []),
  ];
  if (parts.length === 0) return null;
  return (
    <p className={styles['topics']} dir="auto">
      {parts.join(' — ')}
    </p>
  );
}
