import type { SetTimer } from '@board/shared/commands-stage';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { setTimer, stopTimer } from '../../api/stage-commands.ts';
import { useFormat } from '../../format.ts';
import { useLiveView } from '../../sync/use-live-view.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TimerWords } from '../../ui/hall/timer-words.tsx';
import { useTimer } from '../../ui/hall/use-timer.ts';
import styles from './timer-control.module.css';
import { TimerStart } from './timer-start.tsx';
import { useCommand } from './use-command.ts';

/** Minutes that are given and taken with one press. */
const steps = [-5, -1, 1, 5] as const;

/** The hall's timer: any length, until a time of the day, more or less while it runs. Every page shows it. */
export function TimerControl({ workshopId, view }: { workshopId: WorkshopId; view: LiveView }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { run, isBusy, refusal } = useCommand();
  const { timer, now } = useTimer(workshopId);
  const { serverNow } = useLiveView(workshopId);
  const set = (body: SetTimer, done?: string) => run(() => setTimer(workshopId, body), done);
  const step = view.now.step === null ? undefined : view.agenda[view.now.step];
  return (
    <section className={styles['part']} aria-labelledby="timer">
      <div className={styles['head']}>
        <h2 id="timer">{t('timer.title')}</h2>
        <div className={styles['running']}>
          <TimerWords workshopId={workshopId} />
        </div>
      </div>
      {timer === null ? (
        <TimerStart stepEnd={step?.end ?? ''} isBusy={isBusy} now={serverNow} onStart={set} />
      ) : (
        <div className={styles['buttons']}>
          {steps.map((minutes) => (
            <Button
              key={minutes}
              size="small"
              busy={isBusy}
              isDisabled={timer.endsAt - now + minutes * 60_000 <= 0}
              onPress={() => set({ add: minutes * 60 })}
              aria-label={t(minutes > 0 ? 'timer.give' : 'timer.take', { minutes: format.number(Math.abs(minutes)) })}
            >
              {t(minutes > 0 ? 'timer.plus' : 'timer.minus', { minutes: format.number(Math.abs(minutes)) })}
            </Button>
          ))}
          <Button size="small" busy={isBusy} onPress={() => run(() => stopTimer(workshopId), t('timer.stopped'))}>
            {t('timer.stop')}
          </Button>
        </div>
      )}
      <RefusalBanner refusal={refusal} />
    </section>
  );
}
