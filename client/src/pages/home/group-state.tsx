import type { ChangeGroup } from '@board/shared/commands';
import type { GroupId, WorkshopId } from '@board/shared/ids';
import type { GroupView } from '@board/shared/live-view';
import { isTableOpen, opensAt, type Stage } from '@board/shared/stages';
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
  stage: Stage;
  run: ReturnType<typeof useCommand>['run'];
}

/** Whether a group can write, by whose word, and whether it has presented; and the menu that changes it. */
export function GroupState({ workshopId, id, group, stage, run }: GroupStateProps) {
  const { t } = useTranslation('home');
  const change = (body: ChangeGroup, done?: string) => void run(() => changeGroup(workshopId, id, body), done);
  const isOpen = isTableOpen(group.open, stage);
  const choose = (what: 'writing' | 'by-stage' | 'presented') => {
    if (what === 'presented') change({ presented: !group.presented });
    else if (what === 'by-stage') change({ open: null }, t('groups.byStageNow', { group: group.name }));
    // What the stage does anyhow is left to it, so that the next stage counts again.
    else change({ open: isOpen ? false : opensAt(stage, 'tables') ? null : true }, said(isOpen));
  };
  const said = (wasOpen: boolean) => t(wasOpen ? 'groups.closedNow' : 'groups.opened', { group: group.name });
  return (
    <div className={styles['state']}>
      <span className={styles['tags']}>
        {isOpen ? <Tag>{t('groups.open')}</Tag> : <Tag icon="lock">{t('groups.closed')}</Tag>}
        {group.open !== null && stage !== 'closed' && <Tag tone="accent">{t('groups.byHand')}</Tag>}
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
          { id: 'writing', label: t(isOpen ? 'groups.closeGo' : 'groups.openGo') },
          ...(group.open === null ? [] : [{ id: 'by-stage' as const, label: t('groups.byStageGo') }]),
          { id: 'presented', label: t(group.presented ? 'groups.presentUndo' : 'groups.presentGo') },
        ]}
        onChoose={choose}
      />
    </div>
  );
}
