import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';
import { Banner } from '../../ui/banner.tsx';
import styles from './take-home.module.css';
import type { Making } from './use-making.ts';

/** What became of the last order, and what is not in it. */
export function Outcome({ making }: { making: Making }) {
  const { t } = useTranslation('takehome');
  const format = useFormat();
  if (making.state === 'failed') return <Banner kind="error">{t(`failed.${making.why}`)}</Banner>;
  if (making.state !== 'made') return null;
  const { name, lacksDecided } = making;
  const missing = [...making.missing, ...making.absent.map((what) => t(`${what}.title`))];
  const isWhole = missing.length === 0 && !lacksDecided;
  return (
    <Banner kind={isWhole ? 'good' : 'warning'}>
      <p>
        <bdi className={styles['name']}>{t('made', { name })}</bdi>
      </p>
      {missing.length > 0 && (
        <p>
          {t('missing', { groups: format.list(missing) })} {t('missingWhy')}
        </p>
      )}
      {lacksDecided && <p>{t('everything.noDecided')}</p>}
    </Banner>
  );
}
