import type { WorkshopView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import styles from './charter.module.css';

/** The country and the cycle of the review, under the charter's heading. Nothing where no country is known. */
export function ReviewNote({ country, cycle }: Pick<WorkshopView, 'country' | 'cycle'>) {
  const { t } = useTranslation('charter');
  if (country === '') return null;
  return (
    <p className={styles['group']}>
      {cycle === '' ? t('print.country', { country }) : t('print.review', { country, cycle })}
    </p>
  );
}
