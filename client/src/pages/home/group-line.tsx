import type { ChangeGroup } from '@board/shared/commands';
import type { GroupId, WorkshopId } from '@board/shared/ids';
import type { GroupView } from '@board/shared/live-view';
import { wanted } from '@board/shared/model/progress';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { changeGroup } from '../../api/commands.ts';
import { useFormat } from '../../format.ts';
import { GroupMark } from '../../ui/group-mark.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ProgressRing } from '../../ui/progress-ring.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './group-table.module.css';
import type { useCommand } from './use-command.ts';

export interface GroupLineProps {
  workshopId: WorkshopId;
  id: GroupId;
  group: GroupView;
  run: ReturnType<typeof useCommand>['run'];
}

/** One group of the facilitator's table. */
export function GroupLine({ workshopId, id, group, run }: GroupLineProps) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { progress } = group;
  const change = (body: ChangeGroup, done?: string) => void run(() => changeGroup(workshopId, id, body), done);
  const choose = (what: 'writing' | 'presented') => {
    if (what === 'presented') change({ presented: !group.presented });
    else change({ open: !group.open }, t(group.open ? 'groups.closedNow' : 'groups.opened', { group: group.name }));
  };
  return (
    <tr>
      <th scope="row">
        <Link href={`/w/${workshopId}/group/${id}`} className={styles['name']}>
          <GroupMark name={group.name} place={group.place} withName />
        </Link>
      </th>
      <td data-label={t('groups.people')}>
        <span role="img" aria-label={t('groups.of', { connected: group.connected, members: group.members })}>
          {format.number(group.connected)}/{format.number(group.members)}
        </span>
      </td>
      <td data-label={t('groups.rows')}>{format.number(progress.rows)}</td>
      <td data-label={t('groups.actions')}>{format.number(progress.actions)}</td>
      <td data-label={t('groups.priorities')}>
        <ProgressRing
          labelHidden
          label={t('groups.priorities')}
          done={progress.priorities}
          wanted={wanted.priorities}
        />
      </td>
      <td data-label={t('groups.contributions')}>
        <ProgressRing
          labelHidden
          label={t('groups.contributions')}
          done={progress.contributions}
          wanted={wanted.contributions}
        />
      </td>
      <td data-label={t('groups.writing')}>
        <div className={styles['state']}>
          <span className={styles['tags']}>
            {group.open ? <Tag>{t('groups.open')}</Tag> : <Tag icon="lock">{t('groups.closed')}</Tag>}
            {group.presented && <Tag tone="good">{t('groups.present')}</Tag>}
            {group.keptClosed && !group.presented && <Tag tone="warning">{t('groups.hidden')}</Tag>}
          </span>
          <Menu
            kind="plain"
            size="small"
            icon="expand"
            label={t('groups.change')}
            ariaLabel={t('groups.changeOf', { group: group.name })}
            items={[
              { id: 'writing', label: t(group.open ? 'groups.closeGo' : 'groups.openGo') },
              { id: 'presented', label: t(group.presented ? 'groups.presentUndo' : 'groups.presentGo') },
            ]}
            onChoose={choose}
          />
        </div>
      </td>
    </tr>
  );
}
