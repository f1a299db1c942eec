import type { PersonListed } from '@board/shared/commands';
import type { GroupId, WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { movePerson } from '../../api/commands.ts';
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
  onMoved: () => void;
  onRemove: () => void;
}

const noGroup = 'none';

/** One person of the facilitator's list. */
export function PersonLine({ workshopId, person, view, run, onMoved, onRemove }: PersonLineProps) {
  const { t } = useTranslation(['home', 'frame']);
  const options = [
    { value: noGroup, label: t('people.noGroup') },
    ...orderedGroups(view).map(({ id, group }) => ({ value: id as string, label: group.name })),
  ];
  const move = async (value: string): Promise<void> => {
    const groupId = value === noGroup ? null : (value as GroupId);
    const group = options.find((option) => option.value === value)?.label ?? '';
    await run(
      () => movePerson(workshopId, person.personId, { groupId }),
      t('people.moved', { name: person.name, group }),
    );
    onMoved();
  };
  return (
    <li className={styles['person']}>
      <span className={styles['who']}>
        <bdi>{person.name || t(`frame:role.${person.role}`)}</bdi>
        <span className={styles['about']}>
          {person.organisation && <bdi>{person.organisation}</bdi>}
          {person.role !== 'member' && person.name !== '' && <span>{t(`frame:role.${person.role}`)}</span>}
          <span data-here={person.connected || undefined}>{t(person.connected ? 'people.here' : 'people.away')}</span>
        </span>
      </span>
      {person.role === 'member' && (
        <Select
          compact
          labelHidden
          label={t('people.groupOf', { name: person.name })}
          options={options}
          value={person.groupId ?? noGroup}
          onChange={(value) => void move(value)}
        />
      )}
      {person.role !== 'facilitator' && (
        <Button kind="plain" size="small" onPress={onRemove} aria-label={t('people.removeOf', { name: person.name })}>
          {t('people.remove')}
        </Button>
      )}
    </li>
  );
}
