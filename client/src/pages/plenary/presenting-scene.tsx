import type { GroupView, LiveView } from '@board/shared/live-view';
import type { PresentationView } from '@board/shared/presentation';
import { useTranslation } from 'react-i18next';
import { hueOf } from '../../ui/group-mark.tsx';
import { presentedPriorities, seenNow } from '../presenting/steps.ts';
import { FeedbackBeside } from './feedback-beside.tsx';
import { GroupTitle } from './group-title.tsx';
import styles from './presenting-scene.module.css';
import { PriorityRows } from './priority-rows.tsx';
import { SceneFrame } from './scene-frame.tsx';

export interface PresentingSceneProps {
  group: GroupView;
  presentation: PresentationView;
  feedback: LiveView['feedback'];
}

/** The group that presents now: what its rapporteur has turned to, as large as the hall needs it, and beside it what the hall says. */
export function PresentingScene({ group, presentation, feedback }: PresentingSceneProps) {
  const { t } = useTranslation('plenary');
  const seen = seenNow(group, presentation.inView);
  const priorities = group.priorities
    .slice(0, presentedPriorities)
    .map((priority, place) => ({ priority, number: place + 1 }));
  const shown = seen.row === null ? priorities : priorities.filter(({ priority: { rowId } }) => rowId === seen.row);
  const hasFeedback = presentation.feedback !== 'off' || Object.keys(feedback).length > 0;
  return (
    <SceneFrame
      title={<GroupTitle group={group} />}
      aside={group.rapporteur ? t('presenting.by', { name: group.rapporteur.name }) : t('presenting.now')}
    >
      <div className={styles['columns']} data-feedback={hasFeedback || undefined} style={hueOf(group.place)}>
        <PriorityRows priorities={shown} seen={seen} />
        {hasFeedback && <FeedbackBeside group={group} feedback={feedback} mode={presentation.feedback} />}
      </div>
    </SceneFrame>
  );
}
