import type { WorkshopId } from '@board/shared/ids';
import { opensAt, type Stage } from '@board/shared/stages';
import { useTranslation } from 'react-i18next';
import { setStage } from '../../api/commands.ts';
import { Banner, RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useCommand } from '../home/use-command.ts';

/** Where the stage opens no votes: says so, and leads to the one that does with one press. */
export function VoteStage({ workshopId, stage }: { workshopId: WorkshopId; stage: Stage }) {
  const { t } = useTranslation(['charter', 'frame']);
  const { run, isBusy, refusal } = useCommand();
  if (opensAt(stage, 'votes')) return null;
  const name = t('frame:stage.charter-adoption');
  const go = () => run(() => setStage(workshopId, { stage: 'charter-adoption' }));
  return (
    <>
      <Banner
        kind="warning"
        action={
          <Button busy={isBusy} onPress={go}>
            {t('open.stageGo')}
          </Button>
        }
      >
        {t('open.stage', { stage: name })}
      </Banner>
      <RefusalBanner refusal={refusal} />
    </>
  );
}
