import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import type { FeedbackMode } from '@board/shared/presentation';
import { useTranslation } from 'react-i18next';
import { beginPresentation } from '../../api/presentations.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { useCommand } from '../home/use-command.ts';
import { nextGroup } from './steps.ts';

export interface NextGroupProps {
  workshopId: WorkshopId;
  view: LiveView;
  /** How the hall gives feedback to it. */
  feedback: FeedbackMode;
}

/** One press: the group that presents has presented, and the next one presents. Nothing when all have. */
export function NextGroup({ workshopId, view, feedback }: NextGroupProps) {
  const { t } = useTranslation(['presenting', 'frame']);
  const { run, isBusy, refusal } = useCommand();
  const next = nextGroup(view);
  const isSettled = useSettled(next?.id ?? null);
  if (!next || view.stage === 'closed') return null;
  const { id: groupId, group } = next;
  // The button for the group after next stands in the same place: a double click would leave one out.
  const begin = () =>
    run(() => beginPresentation(workshopId, { groupId, feedback }), t('frame:presenting.now', { group: group.name }));
  return (
    <>
      <Button kind="primary" busy={isBusy} settling={!isSettled} onPress={begin}>
        {t(view.presentation ? 'control.next' : 'control.first', { group: group.name })}
      </Button>
      <RefusalBanner refusal={refusal} />
    </>
  );
}
