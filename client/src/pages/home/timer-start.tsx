import type { SetTimer } from '@board/shared/commands-stage';
import { limits } from '@board/shared/protocol/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './timer-control.module.css';
import { momentOf } from './until-time.ts';

/** Lengths that are started with one press, in minutes. */
const usual = [5, 10, 20, 45] as const;

export interface TimerStartProps {
  /** When the step of the agenda ends, `11:30`; '' where that is not set. */
  stepEnd: string;
  isBusy: boolean;
  /** The time on the server. */
  now: () => number;
  onStart: (command: SetTimer) => void;
}

/** A timer is begun: with one press, by its minutes, or until a time of the day. */
export function TimerStart({ stepEnd, isBusy, now, onStart }: TimerStartProps) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const [minutes, setMinutes] = useState('');
  const [until, setUntil] = useState('');
  const seconds = Math.round(Number(minutes.replace(',', '.')) * 60);
  const isLength = seconds >= 1 && seconds <= limits.timerSeconds;
  const [isPast, setPast] = useState(false);
  const startUntil = (clock: string): void => {
    const moment = momentOf(clock, now());
    setPast(moment === null);
    if (moment !== null) onStart({ until: moment });
  };
  return (
    <>
      <div className={styles['buttons']}>
        {stepEnd !== '' && momentOf(stepEnd, now()) !== null && (
          <Button size="small" busy={isBusy} onPress={() => startUntil(stepEnd)}>
            {t('timer.untilStep', { time: format.clock(stepEnd) })}
          </Button>
        )}
        {usual.map((length) => (
          <Button key={length} size="small" busy={isBusy} onPress={() => onStart({ seconds: length * 60 })}>
            {t('timer.minutes', { count: length })}
          </Button>
        ))}
      </div>
      <div className={styles['fields']}>
        <form
          className={styles['field']}
          onSubmit={(event) => {
            event.preventDefault();
            if (isLength) onStart({ seconds });
          }}
        >
          <TextField
            label={t('timer.length')}
            value={minutes}
            onChange={setMinutes}
            inputMode="decimal"
            maxLength={6}
          />
          <Button type="submit" busy={isBusy} isDisabled={!isLength}>
            {t('timer.start')}
          </Button>
        </form>
        <form
          className={styles['field']}
          onSubmit={(event) => {
            event.preventDefault();
            startUntil(until);
          }}
        >
          <TextField
            type="time"
            label={t('timer.untilLabel')}
            value={until}
            onChange={(time) => {
              setUntil(time);
              setPast(false);
            }}
            error={isPast ? t('timer.past') : undefined}
          />
          <Button type="submit" busy={isBusy} isDisabled={until === ''}>
            {t('timer.start')}
          </Button>
        </form>
      </div>
    </>
  );
}
