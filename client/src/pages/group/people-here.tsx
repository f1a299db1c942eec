import { useTranslation } from 'react-i18next';
import type { Awareness } from 'y-protocols/awareness';
import { usePeopleHere } from '../../strategy/presence.ts';
import { hueOf } from '../../ui/group-mark.tsx';
import styles from './group.module.css';

/** Who else has this strategy open, by name, each with the hue of their caret. */
export function PeopleHere({ awareness }: { awareness: Awareness | null }) {
  const { t } = useTranslation('group');
  const people = usePeopleHere(awareness);
  return (
    <div className={styles['people']}>
      {people.length > 0 && <span className={styles['label']}>{t('here.label')}</span>}
      <ul aria-label={t('here.label')}>
        <li>{t(people.length === 0 ? 'here.alone' : 'here.you')}</li>
        {people.map(({ id, name, colour }) => (
          <li key={id} style={hueOf(colour)}>
            <span className={styles['dot']} aria-hidden="true" />
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
