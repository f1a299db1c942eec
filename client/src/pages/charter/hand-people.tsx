import type { HandEntered } from '@board/shared/commands-votes';
import { useTranslation } from 'react-i18next';
import { nameAmong } from '../../foreign-name.ts';
import { useFormat } from '../../format.ts';
import styles from './hand-dialog.module.css';

/** For whom ballots are entered: those who have joined by name, the others by number. */
export function HandPeople({ people, seats }: { people: HandEntered['people']; seats: number }) {
  const { t } = useTranslation('charter');
  const format = useFormat();
  const others = seats - people.length;
  const names = format.list(people.map(({ name }) => nameAmong(name, t('hand.group'))));
  return (
    <p className={styles['soft']}>
      {people.length > 0 && t('hand.who', { names })} {others > 0 && t('hand.others', { others })}
    </p>
  );
}
