import type { PersonListed } from '@board/shared/commands';
import type { GroupId, WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { changePerson } from '../../api/commands.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { orderedGroups } from './ordered-groups.ts';
import styles from './people-list.module.css';
import type { useCommand } from './use-command.ts';

export interface PersonLineProps {
  workshopId: WorkshopId;
  person: PersonListed;
  view: LiveView;
  run: ReturnType<typeof useCommand>['run'];
  /** Something about the person has changed. */
  onChanged: () => void;
  onObserver: () => void;
  onMember: () => void;
  onRemove: () => void;
}

const noGroup = 'none';

/** One person of the facilitator's list. */
export function PersonLine(props: PersonLineProps) {
  const { workshopId, person, view, run, onChanged } = props;
  const { t } = useTranslation(['home', 'frame']);
  const options = [
    { value: noGroup, label: t('people.noGroup') },
    ...orderedGroups(view).map(({ id, group }) => ({ value: id as string, label: group.name })),
  ];
  const move = async (value: string): Promise<void> => {
    const groupId = value === noGroup ? null : (value as GroupId);
    const group = options.find((option) => option.value === value)?.label ?? '';
    await run(
      () => changePerson(workshopId, person.personId, { groupId }),
      t('people.moved', { name: person.name, group }),
    );
    onChanged();
  };
  return (
    <li className={styles['person']}>
      <Who person={person} />
      {person.role === 'member' && !person.mustJoinAgain && (
        <Select
          compact
          labelHidden
          label={t('people.groupOf', { name: person.name })}
          options={options}
          value={person.groupId ?? noGroup}
          onChange={(value) => void move(value)}
        />
      )}
      <PersonActions {...props} />
    </li>
  );
}

function Who({ person }: { person: PersonListed }) {
  const { t } = useTranslation(['home', 'frame']);
  return (
    <span className={styles['who']}>
      <bdi>{person.name || t(`frame:role.${person.role}`)}</bdi>
      <span className={styles['about']}>
        {person.organisation && <bdi>{person.organisation}</bdi>}
        {person.role !== 'member' && person.name !== '' && <span>{t(`frame:role.${person.role}`)}</span>}
        {person.isRemoved ? (
          <span>{t('people.wasRemoved')}</span>
        ) : person.mustJoinAgain ? (
          <span>{t('people.mustJoinAgain')}</span>
        ) : (
          <span data-here={person.connected || undefined}>{t(person.connected ? 'people.here' : 'people.away')}</span>
        )}
        {person.hasFilled && <span>{t('people.hasFilled')}</span>}
      </span>
    </span>
  );
}

function PersonActions({ person, onObserver, onMember, onRemove }: PersonLineProps) {
  const { t } = useTranslation('home');
  const { name, role, mustJoinAgain, isRemoved = false } = person;
  const remove = isRemoved ? 'people.wordsOut' : 'people.remove';
  return (
    <span className={styles['actions']}>
      {role === 'member' && !mustJoinAgain && (
        <Button kind="plain" size="small" onPress={onObserver} aria-label={t('people.toObserverOf', { name })}>
          {t('people.toObserver')}
        </Button>
      )}
      {role === 'observer' && !mustJoinAgain && (
        <Button kind="plain" size="small" onPress={onMember} aria-label={t('people.toMemberOf', { name })}>
          {t('people.toMember')}
        </Button>
      )}
      {role !== 'facilitator' && (
        <Button kind="plain" size="small" onPress={onRemove} aria-label={t(`${remove}Of`, { name })}>
          {t(remove)}
        </Button>
      )}
    </span>
  );
}
