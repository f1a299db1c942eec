import type { WorkshopId } from '@board/shared/ids';
import { type Stage, stages } from '@board/shared/live-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setStage } from '../../api/commands.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import styles from './home.module.css';
import { useCommand } from './use-command.ts';

/** The six stages of the hall. Closing asks once; every other step is undone by choosing another. */
export function StageControl({ workshopId, stage }: { workshopId: WorkshopId; stage: Stage }) {
  const { t } = useTranslation(['home', 'frame']);
  const [isClosing, setClosing] = useState(false);
  const { run, refusal } = useCommand();
  const set = (next: Stage) =>
    run(() => setStage(workshopId, { stage: next }), t('stage.set', { stage: t(`frame:stage.${next}`) }));
  return (
    <section className={styles['part']} aria-labelledby="stage">
      <h2 id="stage">{t('stage.title')}</h2>
      <SegmentedChoice
        labelHidden
        label={t('stage.label')}
        value={stage}
        onChange={(next) => (next === 'closed' ? setClosing(true) : void set(next))}
        options={stages.map((value) => ({ value, label: t(`frame:stage.${value}`) }))}
      />
      <p className={styles['hint']}>{t(`stage.${stage}`)}</p>
      <RefusalBanner refusal={refusal} />
      {isClosing && (
        <ConfirmDialog
          title={t('stage.closeTitle')}
          text={t('stage.closeText')}
          confirm={t('stage.closeGo')}
          onConfirm={async () => {
            await set('closed');
            setClosing(false);
          }}
          onClose={() => setClosing(false)}
        />
      )}
    </section>
  );
}
