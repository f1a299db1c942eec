import type { WorkshopId } from '@board/shared/ids';
import type { DrawnFrom } from '@board/shared/live-between';
import type { CharterItemView, LiveView } from '@board/shared/live-view';
import { isSameSource, sourceKey } from '@board/shared/model/charter';
import { useTranslation } from 'react-i18next';
import { GroupMark } from '../ui/group-mark.tsx';
import { Wording } from '../vote/wording.tsx';
import styles from './charter.module.css';
import { GroupMarks } from './group-marks.tsx';
import { StatusTag } from './item-standing.tsx';
import line from './small-line.module.css';
import { groupsOf } from './source-changes.ts';
import { WordingDifference } from './wording-difference.tsx';

export interface ItemSourcesProps {
  workshopId: WorkshopId;
  view: LiveView;
  item: CharterItemView;
}

/** Where an item comes from: its groups, and their own words where these read differently from the item or have changed since. */
export function ItemSources({ workshopId, view, item }: ItemSourcesProps) {
  return (
    <>
      <p className={line['line']}>
        <GroupMarks {...{ workshopId, view }} groups={groupsOf(item.sources)} />
        <StatusTag status={item.status} />
      </p>
      {item.sources.map((source) => (
        <OwnWords key={sourceKey(source)} view={view} source={source} item={item} />
      ))}
    </>
  );
}

function OwnWords({ view, source, item: { id, text } }: Omit<ItemSourcesProps, 'workshopId'> & { source: DrawnFrom }) {
  const { t } = useTranslation('drafting');
  const group = view.groups[source.groupId];
  const changed = view.reworded[id]?.find((one) => isSameSource(one, source));
  const own = group?.contributions.find((one) => isSameSource(one.source, source))?.text;
  if (!group || (!changed && (own === undefined || own === text))) return null;
  return (
    <details className={styles['own']} data-since={changed !== undefined || undefined}>
      <summary>{t(changed ? 'source.since' : 'source.own')}</summary>
      <div className={styles['ownWords']}>
        <GroupMark name={group.name} place={group.place} withName size="small" />
        {!changed && own !== undefined && <Wording text={own} />}
        {changed && own !== undefined && <WordingDifference before={changed.before} after={own} />}
        {changed && own === undefined && <p>{t('source.gone')}</p>}
      </div>
    </details>
  );
}
