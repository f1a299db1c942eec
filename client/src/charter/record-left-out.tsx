import type { AdoptionRecord } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { Wording } from '../vote/wording.tsx';
import styles from './charter.module.css';
import { StatusTag } from './item-standing.tsx';
import line from './small-line.module.css';

/** The items that the charter was adopted without, with their words and how they stood. Nothing where there are none. */
export function RecordLeftOut({ record }: { record: AdoptionRecord }) {
  const { t } = useTranslation('charter');
  const { leftOut = [] } = record;
  if (leftOut.length === 0) return null;
  return (
    <section className={styles['rounds']} aria-labelledby="left-out">
      <h3 id="left-out">{t('record.leftOut')}</h3>
      <p className={styles['soft']}>{t('record.leftOutText')}</p>
      <ul className={styles['leftOut']}>
        {leftOut.map(({ id, text, groupName, standing }) => (
          <li key={id} className={styles['then']}>
            <Wording text={text} />
            <p className={line['line']}>
              <StatusTag status={standing} />
              {groupName !== '' && <bdi>{groupName}</bdi>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
