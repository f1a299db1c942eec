import type { GroupId, WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { Link } from 'wouter';
import { GroupMark } from '../ui/group-mark.tsx';
import styles from './charter.module.css';

export interface GroupMarksProps {
  workshopId: WorkshopId;
  view: LiveView;
  groups: readonly GroupId[];
}

/** The groups that an item comes from, by name; each leads to the group's strategy. Nothing for one that was written in plenary. */
export function GroupMarks({ workshopId, view, groups }: GroupMarksProps) {
  return groups.map((id) => {
    const group = view.groups[id];
    if (!group) return null;
    return (
      <Link key={id} href={`/w/${workshopId}/group/${id}`} className={styles['from']}>
        <GroupMark name={group.name} place={group.place} withName size="small" />
      </Link>
    );
  });
}
