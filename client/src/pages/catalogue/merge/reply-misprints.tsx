import { useTranslation } from 'react-i18next';
import { numberList } from '../../../files/positions/number-list.ts';
import type { MisprintFound, UnknownNumber } from '../../../files/positions/settle.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import styles from './merge.module.css';

/** Lines that are drawn: no reply has as many. */
const mostShown = 300;

interface Props {
  misprints: readonly MisprintFound[];
  chosen: ReadonlyMap<string, boolean>;
  onChoose: (key: string, isRead: boolean) => void;
}

/** What was printed otherwise than it is read, by line, each with its cure to be taken or not. */
export function MisprintsPart({ misprints, chosen, onChoose }: Props) {
  const { t } = useTranslation('merge');
  if (misprints.length === 0) return null;
  return (
    <section className={styles['part']}>
      <h3>{t('reply.misprints', { count: misprints.length })}</h3>
      <ul className={styles['quotes']}>
        {misprints.slice(0, mostShown).map(({ key, kind, printed, line, numbers }) => (
          <li key={key}>
            {numbers.length === 0 ? (
              t('reply.unreadable', { line, printed })
            ) : (
              <Checkbox
                isSelected={chosen.get(key) ?? true}
                onChange={(isRead) => onChoose(key, isRead)}
                hint={t(`reply.misprint.${kind}`)}
              >
                <bdi>{t('reply.readAs', { line, printed, numbers: numberList(numbers) })}</bdi>
              </Checkbox>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Numbers that the reply has and the catalogue has not. */
export function UnknownPart({ unknown }: { unknown: readonly UnknownNumber[] }) {
  const { t } = useTranslation('merge');
  if (unknown.length === 0) return null;
  return (
    <details className={styles['part']} open={unknown.length < 12}>
      <summary>
        <span className={styles['summaryTitle']}>{t('reply.unknown', { count: unknown.length })}</span>
      </summary>
      <ul className={styles['quotes']}>
        {unknown.slice(0, mostShown).map(({ number, line, words }) => (
          <li key={number}>
            <bdi className={styles['number']}>{number}</bdi>{' '}
            <span className={styles['soft']}>{t('reply.saysNothing', { line })}</span>{' '}
            <q>
              <bdi>{words}</bdi>
            </q>
          </li>
        ))}
      </ul>
    </details>
  );
}
