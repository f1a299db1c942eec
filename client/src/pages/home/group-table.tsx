import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { isTableOpen, opensAt } from '@board/shared/stages';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeGroup } from '../../api/commands.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { AddGroupDialog } from './add-group-dialog.tsx';
import { GroupLine } from './group-line.tsx';
import styles from './group-table.module.css';
import { orderedGroups } from './ordered-groups.ts';
import { useCommand } from './use-command.ts';

/** Every group with its people and its progress in counts; writing is opened and closed here. */
export function GroupTable({ workshopId, view }: { workshopId: WorkshopId; view: LiveView }) {
  const { t } = useTranslation(['home', 'frame']);
  const [isAdding, setAdding] = useState(false);
  const { run, isBusy, refusal } = useCommand();
  const groups = orderedGroups(view);
  const someOpen = groups.some(({ group }) => isTableOpen(group.open, view.stage));
  const turnAll = async (): Promise<void> => {
    const open = someOpen ? false : opensAt(view.stage, 'tables') ? null : true;
    for (const { id, group } of groups) {
      if (group.open !== open && !(await run(() => changeGroup(workshopId, id, { open })))) return;
    }
  };
  return (
    <section className={styles['groups']} aria-labelledby="groups-title">
      <div className={styles['head']}>
        <h2 id="groups-title">{t('groups.title')}</h2>
        <Button
          kind="plain"
          size="small"
          busy={isBusy}
          onPress={turnAll}
          isDisabled={groups.length === 0 || view.stage === 'closed'}
        >
          {t(someOpen ? 'groups.closeAll' : 'groups.openAll')}
        </Button>
        <Button kind="plain" size="small" icon="add" onPress={() => setAdding(true)}>
          {t('groups.add')}
        </Button>
      </div>
      <RefusalBanner refusal={refusal} />
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('frame:words.group')}</th>
            <th scope="col">{t('groups.people')}</th>
            <th scope="col">{t('groups.rows')}</th>
            <th scope="col">{t('groups.actions')}</th>
            <th scope="col">{t('groups.priorities')}</th>
            <th scope="col">{t('groups.contributions')}</th>
            <th scope="col">{t('groups.writing')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ id, group }) => (
            <GroupLine key={id} workshopId={workshopId} id={id} group={group} stage={view.stage} run={run} />
          ))}
        </tbody>
      </table>
      {isAdding && <AddGroupDialog workshopId={workshopId} stage={view.stage} onClose={() => setAdding(false)} />}
    </section>
  );
}
