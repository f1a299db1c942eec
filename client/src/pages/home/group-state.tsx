import type { ChangeGroup } from '@board/shared/commands';
import type { GroupId, WorkshopId } from '@board/shared/ids';
import type { GroupView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { changeGroup } from '../../api/commands.ts';
import { Menu } from '../../ui/menu.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './group-table.module.css';
import type { useCommand } from './use-command.ts';

export interface GroupStateProps {
  workshopId: WorkshopId;
  id: GroupId;
  group: GroupView;
  run: ReturnType<typeof useCommand>['run'];
}

/** Whether a group can write and has presented, and the menu that changes it. */
export function GroupState({ workshopId, id, group, run }: GroupStateProps) {
  const { t } = useTranslation('home');
  const change = (body: ChangeGroup, done?: string) => void run(() => changeGroup(workshopId, id, body), done);
  const choose = (what: 'writing' | 'presented') => {
    if (what === 'presented') change({ presented: !group.presented });
    else change({ open: !group.open }, t(group.open ? 'groups.closedNow' : 'groups.opened', { group: group.name }));
  };
  return (
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
  );
}
