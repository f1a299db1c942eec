import type { AdoptionRecord } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import styles from './charter.module.css';
import { recordNamespaces, rollLines } from './record-lines.ts';

/** Who was on the roll of the adoption, by group and by organisation. Nothing in records of earlier versions. */
export function RecordRoll({ record }: { record: AdoptionRecord }) {
  const { t } = useTranslation(recordNamespaces);
  const lines = rollLines(record, { t, format: useFormat() });
  if (lines.length === 0) return null;
  return (
    <dl className={styles['roll']}>
      {lines.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
