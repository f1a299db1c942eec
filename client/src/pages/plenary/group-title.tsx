import type { GroupView } from '@board/shared/live-view';
import { GroupMark } from '../../ui/group-mark.tsx';
import styles from './group-title.module.css';

/** A group's mark and name at the head of a scene. */
export function GroupTitle({ group }: { group: Pick<GroupView, 'name' | 'place'> }) {
  return (
    <span className={styles['title']}>
      <GroupMark name={group.name} place={group.place} size="large" />
      <bdi>{group.name}</bdi>
    </span>
  );
}
