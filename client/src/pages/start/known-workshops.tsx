import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { knownWorkshops } from '../../facilitator-keys.ts';
import styles from './start.module.css';

/** The workshops that were created on this device, so that their facilitator finds the way back. */
export function KnownWorkshops() {
  const { t } = useTranslation('start');
  const known = knownWorkshops();
  if (known.length === 0) return null;
  return (
    <div className={styles['block']}>
      <h2>{t('known.title')}</h2>
      <ul className={styles['known']}>
        {known.map(({ workshopId, title }) => (
          <li key={workshopId}>
            <Link href={`/w/${workshopId}`} dir="auto">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
