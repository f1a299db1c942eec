import type { AdoptionRecord } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import styles from './charter.module.css';

/** Who was on the roll of the adoption, by group and by organisation. Nothing in records of earlier versions. */
export function RecordRoll({ record }: { record: AdoptionRecord }) {
  const { t } = useTranslation('charter');
  const format = useFormat();
  const last = record.votes.at(-1);
  if (!record.roll || !last) return null;
  const { groups, organisations } = record.roll;
  const { absent, note, byHand } = last.roll;
  const counted = (name: string, people: number): string => `${name}: ${format.number(people)}`;
  return (
    <dl className={styles['roll']}>
      <div>
        <dt>{t('record.roll')}</dt>
        <dd>
          {t('record.rollPeople', { all: last.rollSize, byHand })}
          {absent > 0 && ` ${t('record.rollAbsent', { absent, note })}`}
        </dd>
      </div>
      {groups.length > 0 && (
        <div>
          <dt>{t('record.byGroup')}</dt>
          <dd>{groups.map(({ name, people }) => counted(name || t('roll.noGroup'), people)).join(' · ')}</dd>
        </div>
      )}
      {organisations.length > 0 && (
        <div>
          <dt>{t('record.byOrganisation')}</dt>
          <dd>{organisations.map(({ name, people }) => counted(name, people)).join(' · ')}</dd>
        </div>
      )}
    </dl>
  );
}
