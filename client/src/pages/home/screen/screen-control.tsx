import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalBanner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import home from '../home.module.css';
import { useCommand } from '../use-command.ts';
import { PairScreen } from './pair-screen.tsx';
import { ScreenChoices } from './screen-choices.tsx';
import styles from './screen-control.module.css';
import { ScreenSettings } from './screen-settings.tsx';

/** Everything about the hall's projector: letting it in, what it shows, how it looks. */
export function ScreenControl({ workshopId, view }: { workshopId: WorkshopId; view: LiveView }) {
  const { t } = useTranslation('screen');
  const [isPairing, setPairing] = useState(false);
  const [isSetting, setSetting] = useState(false);
  const { run, refusal } = useCommand();
  const { connected } = view.screen;
  return (
    <section className={home['part']} aria-labelledby="screen-title">
      <div className={styles['head']}>
        <h2 id="screen-title">{t('control.title')}</h2>
        <p className={home['hint']}>{t('control.connected', { count: connected })}</p>
      </div>
      {(connected === 0 || isPairing) && <PairScreen workshopId={workshopId} />}
      <ScreenChoices workshopId={workshopId} view={view} run={run} />
      <RefusalBanner refusal={refusal} />
      <div className={home['buttons']}>
        {connected > 0 && (
          <Button kind="plain" size="small" onPress={() => setPairing(!isPairing)} aria-expanded={isPairing}>
            {t('control.another')}
          </Button>
        )}
        <Button kind="plain" size="small" onPress={() => setSetting(!isSetting)} aria-expanded={isSetting}>
          {t('control.settings')}
        </Button>
      </div>
      {isSetting && <ScreenSettings workshopId={workshopId} screen={view.screen} />}
    </section>
  );
}
