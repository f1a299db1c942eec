import type { GroupView } from '@board/shared/live-view';
import { sourceKey } from '@board/shared/model/charter';
import { useTranslation } from 'react-i18next';
import { hueOf } from '../../ui/group-mark.tsx';
import { presentedPriorities } from '../presenting/steps.ts';
import styles from './group-scene.module.css';
import { GroupTitle } from './group-title.tsx';
import { PriorityRows } from './priority-rows.tsx';
import { SceneFrame } from './scene-frame.tsx';
import { useFitted } from './use-fitted.ts';

/** A group is shown on two pages: its priorities, then what it gives to the charter. */
export const groupPages = 2;

const wholeInView = { row: null, action: null };

/** The group that presents, as large as the hall needs it. */
export function GroupScene({ group, page }: { group: GroupView; page: number }) {
  const { t } = useTranslation('plenary');
  const isHidden = group.keptClosed && !group.presented;
  const priorities = group.priorities
    .slice(0, presentedPriorities)
    .map((priority, place) => ({ priority, number: place + 1 }));
  return (
    <SceneFrame title={<GroupTitle group={group} />} aside={t(page === 0 ? 'wall.priorities' : 'group.contributions')}>
      <div className={styles['columns']} style={hueOf(group.place)}>
        {isHidden && <p className={styles['soft']}>{t('tile.keptClosed')}</p>}
        {!isHidden && page === 0 && <PriorityRows priorities={priorities} seen={wholeInView} />}
        {!isHidden && page > 0 && <Contributions group={group} />}
      </div>
    </SceneFrame>
  );
}

function Contributions({ group }: { group: GroupView }) {
  const { t } = useTranslation('plenary');
  const { frame, left } = useFitted('given');
  const count = left['given'] ?? 0;
  if (group.contributions.length === 0) return <p className={styles['soft']}>{t('group.noContributions')}</p>;
  return (
    <div ref={frame} className={styles['given']}>
      <ul className={styles['contributions']} data-fit="list" data-list="given">
        {group.contributions.map(({ source, number, text }) => (
          <li key={sourceKey(source)} data-fit="item">
            <p className={styles['number']}>
              <bdi>{number}</bdi>
            </p>
            <p className={styles['text']} dir="auto">
              {text}
            </p>
          </li>
        ))}
        <li className={styles['soft']} data-fit="rest">
          {count > 0 && t('group.more', { count })}
        </li>
      </ul>
    </div>
  );
}
