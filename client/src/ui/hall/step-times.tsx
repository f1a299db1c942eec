import type { StepView } from '@board/shared/live-stage';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';
import styles from './step-times.module.css';

/** When a step is planned and who leads it, as far as that is set. `withDay`: where the page does not say the day. */
export function StepTimes({ step, withDay = false }: { step: StepView; withDay?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { day, start, end, facilitator } = step;
  const time =
    start && end
      ? t('hall.span', { start: format.clock(start), end: format.clock(end) })
      : start && format.clock(start);
  const parts = [withDay && day && format.day(day), time].filter((part) => part !== '' && part !== false);
  if (parts.length === 0 && facilitator === '') return null;
  return (
    <p className={styles['times']}>
      {parts.length > 0 && <span>{parts.join(', ')}</span>}
      {facilitator !== '' && <bdi>{facilitator}</bdi>}
    </p>
  );
}
