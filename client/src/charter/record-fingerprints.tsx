import type { AdoptionRecord } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import styles from './charter.module.css';

/** The fingerprints of the whole and of each item, by which anybody can check that words are those that were adopted. */
export function RecordFingerprints({ record }: { record: AdoptionRecord }) {
  const { t } = useTranslation('charter');
  const { t: word } = useTranslation('vote');
  const items = record.items.flatMap(({ fingerprint }, place) =>
    fingerprint === undefined ? [] : [{ number: place + 1, fingerprint }],
  );
  return (
    <div className={styles['fingerprints']}>
      <p className={styles['fingerprint']}>
        {t('record.fingerprint')}: <code>{record.fingerprint}</code>
        <span>{t('record.fingerprintHint')}</span>
      </p>
      {items.length > 0 && (
        <ol>
          {items.map(({ number, fingerprint }) => (
            <li key={number} className={styles['fingerprint']}>
              {word('of.item', { number })}: <code>{fingerprint}</code>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
