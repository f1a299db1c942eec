import type { LiveView, VoteView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { GroupMark } from '../ui/group-mark.tsx';
import styles from './turnout-by-group.module.css';

export interface TurnoutByGroupProps {
  view: LiveView;
  vote: VoteView;
  /** On the projector: marks instead of names, and nothing where they would be too many to read. */
  compact?: boolean;
}

/** As many as stand beside a vote on the projector. */
const compactMost = 12;

/** How many of each group have voted, in an open vote. In a secret one nobody knows, and nothing is shown. Sizes follow the text around it. */
export function TurnoutByGroup({ view, vote, compact = false }: TurnoutByGroupProps) {
  const { t } = useTranslation('hall');
  const { t: ofCharter } = useTranslation('charter');
  const { byGroup } = vote;
  if (!byGroup) return null;
  const { groups, others } = byGroup;
  if (compact && groups.length > compactMost) return null;
  return (
    <section className={styles['byGroup']} data-compact={compact || undefined} aria-label={t('turnout.title')}>
      {!compact && <h3>{t('turnout.title')}</h3>}
      <dl>
        {groups.map(({ groupId, name, voted, people }) => (
          <div key={groupId ?? ''} className={groupId === null ? styles['inWords'] : undefined}>
            <dt>
              {groupId === null ? (
                ofCharter('roll.noGroup')
              ) : (
                <GroupMark name={name} place={view.groups[groupId]?.place ?? 0} withName={!compact} />
              )}
            </dt>
            <dd>{t('turnout.of', { voted, people })}</dd>
          </div>
        ))}
        {others && (
          <div className={styles['inWords']}>
            <dt>{t('turnout.others')}</dt>
            <dd>{t('turnout.of', others)}</dd>
          </div>
        )}
      </dl>
      {!compact && others && <p>{t('turnout.note')}</p>}
    </section>
  );
}
