import type { PersonListed } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { removePerson } from '../../api/commands.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { shownPeople } from './matching-people.ts';
import { PeopleElsewhere } from './people-elsewhere.tsx';
import styles from './people-list.module.css';
import { PersonLine } from './person-line.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { useCommand } from './use-command.ts';
import { usePeople } from './use-people.ts';
import { useRoles } from './use-roles.ts';

/** Who has joined; people are moved to another group or removed here. */
export function PeopleList({ workshopId, view }: { workshopId: WorkshopId; view: LiveView }) {
  const { t } = useTranslation('home');
  const { joined, connected } = view.people;
  return (
    <section className={styles['people']} aria-labelledby="joined">
      <h2 id="joined">{t('people.title')}</h2>
      <p className={styles['hint']}>
        {joined === 0 ? t('people.nobody') : t('people.count', { count: joined, connected })}
      </p>
      <ShownPeople workshopId={workshopId} view={view} />
      <PeopleElsewhere workshopId={workshopId} view={view} />
    </section>
  );
}

/** From this many people on a search field helps more than it is in the way. */
const manyPeople = 12;

function ShownPeople({ workshopId, view }: { workshopId: WorkshopId; view: LiveView }) {
  const { t } = useTranslation('home');
  const { people, refusal, refresh } = usePeople(workshopId, view);
  const { run, refusal: refused } = useCommand();
  const { makeObserver, makeMember } = useRoles(workshopId, run);
  const [sought, setSought] = useState('');
  const [leaving, setLeaving] = useState<PersonListed | null>(null);
  const [observing, setObserving] = useState<PersonListed | null>(null);
  const { shown, more } = shownPeople(people, sought);
  const observe = async (person: PersonListed): Promise<void> => {
    await makeObserver(person);
    setObserving(null);
    refresh();
  };
  const remove = async ({ personId, name, isRemoved }: PersonListed, withWords: boolean): Promise<void> => {
    const done = t(isRemoved ? 'people.wordsAreOut' : 'people.removed', { name });
    await run(() => removePerson(workshopId, personId, withWords), done);
    setLeaving(null);
    refresh();
  };
  return (
    <>
      {people.length >= manyPeople && (
        <SearchField
          labelHidden
          label={t('people.search')}
          placeholder={t('people.search')}
          value={sought}
          onChange={setSought}
        />
      )}
      <RefusalBanner refusal={refusal ?? refused} />
      <ul className={styles['list']}>
        {shown.map((person) => (
          <PersonLine
            key={person.personId}
            workshopId={workshopId}
            person={person}
            view={view}
            run={run}
            onChanged={refresh}
            onObserver={() => setObserving(person)}
            onMember={() => void makeMember(person).then(refresh)}
            onRemove={() => setLeaving(person)}
          />
        ))}
      </ul>
      {more > 0 && <p className={styles['hint']}>{t('people.more', { number: more })}</p>}
      {people.length > 0 && shown.length === 0 && <p className={styles['hint']}>{t('people.noMatch')}</p>}
      {observing && (
        <ConfirmDialog
          title={t('people.observerTitle', { name: observing.name })}
          text={t('people.observerText')}
          confirm={t('people.toObserver')}
          onConfirm={() => observe(observing)}
          onClose={() => setObserving(null)}
        />
      )}
      {leaving && (
        <RemoveDialog
          person={leaving}
          onRemove={(withWords) => remove(leaving, withWords)}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}
