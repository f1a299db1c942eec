import type { WorkshopId } from '@board/shared/ids';
import type { TimerView } from '@board/shared/live-stage';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';
import { VisuallyHidden } from '../visually-hidden.tsx';
import { timerFace, timerMoment } from './timer-time.ts';
import styles from './timer-words.module.css';
import { useTimer } from './use-timer.ts';

/** How long the hall still has, and until when: calm, by the server's clock. Nothing while no timer runs. */
export function TimerWords({ workshopId }: { workshopId: WorkshopId }) {
  const { timer, now } = useTimer(workshopId);
  const format = useFormat();
  const { t } = useTranslation();
  const left = useTimeLeft(timer, now);
  return (
    <>
      <VisuallyHidden>
        <span role="status">
          <SpokenTimer timer={timer} now={now} />
        </span>
      </VisuallyHidden>
      {timer && left !== null && (
        <p className={styles['timer']} role="timer" data-over={timer.endsAt <= now || undefined}>
          <span className={styles['left']}>{left}</span>{' '}
          <span className={styles['until']}>
            {t(timer.endsAt <= now ? 'timer.since' : 'timer.until', { time: format.time(timer.endsAt) })}
          </span>
        </p>
      )}
    </>
  );
}

/** What is left in words: `25 min`, `4:05`, "Time is up". Null: there is nothing to show. */
function useTimeLeft(timer: TimerView | null, now: number): string | null {
  const { t, i18n } = useTranslation();
  const face = timerFace(timer, now);
  if (face === null) return null;
  switch (face.state) {
    case 'over':
      return t('timer.over');
    case 'minutes':
      return face.hours > 0 ? t('timer.hours', { ...face }) : t('timer.minutes', { count: face.minutes });
    case 'seconds': {
      const seconds = new Intl.NumberFormat(i18n.language, { minimumIntegerDigits: 2 }).format(face.seconds);
      return t('timer.clock', { minutes: face.minutes, seconds });
    }
  }
}

/** Changes at a few moments only: a screen reader says what has changed in a place like this. */
function SpokenTimer({ timer, now }: { timer: TimerView | null; now: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (timer === null || timerFace(timer, now) === null) return null;
  const moment = timerMoment(timer, now);
  return moment === 'set' ? t('timer.said.set', { time: format.time(timer.endsAt) }) : t(`timer.said.${moment}`);
}
