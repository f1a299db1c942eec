import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import type { PersonPart } from '@board/shared/workshop-file/parts-decided';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPeopleElsewhere } from '../../api/take-up.ts';
import styles from './people-list.module.css';

/** Who took part on the board that the workshop was taken up from, for a facilitator who wonders who has still to join. Nothing where nobody is known. */
export function PeopleElsewhere({ workshopId, view }: { workshopId: WorkshopId; view: LiveView }) {
  const { t } = useTranslation('home');
  const [people, setPeople] = useState<PersonPart[]>([]);
  useEffect(() => {
    let isHere = true;
    void listPeopleElsewhere(workshopId).then((answer) => {
      if (isHere && answer.ok) setPeople(answer.value);
    });
    return () => {
      isHere = false;
    };
  }, [workshopId]);
  if (people.length === 0) return null;
  return (
    <details>
      <summary>{t('people.elsewhere', { number: people.length })}</summary>
      <p className={styles['hint']}>{t('people.elsewhereText')}</p>
      <ul className={styles['list']}>
        {people.map((person, at) => (
          <li key={at} className={styles['person']}>
            <PersonOfElsewhere person={person} view={view} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function PersonOfElsewhere({ person, view }: { person: PersonPart; view: LiveView }) {
  const { t } = useTranslation(['home', 'frame']);
  const { name, organisation, role, groupId, presents } = person;
  const group = groupId === null ? undefined : view.groups[groupId]?.name;
  return (
    <div className={styles['who']}>
      <span>
        <bdi>{name}</bdi>
      </span>
      <div className={styles['about']}>
        {organisation !== '' && <bdi>{organisation}</bdi>}
        {role !== 'member' && <span>{t(`frame:role.${role}`)}</span>}
        {group !== undefined && <bdi>{group}</bdi>}
        {presents && <span>{t('people.presents')}</span>}
      </div>
    </div>
  );
}
