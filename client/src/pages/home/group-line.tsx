import { wanted } from '@board/shared/model/completeness';
import { limits } from '@board/shared/protocol/limits';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../format.ts';
import { GroupMark } from '../../ui/group-mark.tsx';
import { ProgressRing } from '../../ui/progress-ring.tsx';
import { GroupState, type GroupStateProps } from './group-state.tsx';
import styles from './group-table.module.css';

/** One group of the facilitator's table. */
export function GroupLine({ workshopId, id, group, stage, run }: GroupStateProps) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { progress } = group;
  return (
    <tr>
      <th scope="row">
        <Link href={`/w/${workshopId}/group/${id}`} className={styles['name']}>
          <GroupMark name={group.name} place={group.place} withName />
        </Link>
        {group.beyond && (
          <p className={styles['beyond']}>{t('groups.beyond', { rows: limits.readRows, parts: limits.readParts })}</p>
        )}
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
        <GroupState workshopId={workshopId} id={id} group={group} stage={stage} run={run} />
      </td>
    </tr>
  );
}
