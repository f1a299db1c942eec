import type { StepId } from '@board/shared/ids';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';
import { Button } from '../../ui/button.tsx';
import { StepTimes } from '../../ui/hall/step-times.tsx';
import type { ShownStep } from '../../ui/hall/steps.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from './agenda.module.css';

export interface AgendaListProps {
  steps: readonly ShownStep[];
  /** The step that the hall is at. */
  now: StepId | null;
  /** Missing for those who only read. */
  onEdit?: (step: ShownStep) => void;
}

/** The steps by day, each with its time, what it is for and who leads it; the present one is marked. */
export function AgendaList({ steps, now, onEdit }: AgendaListProps) {
  const { t } = useTranslation('agenda');
  const format = useFormat();
  const days = [...new Set(steps.map(({ day }) => day))];
  return (
    <div className={styles['days']}>
      {days.map((day) => (
        <section key={day} className={styles['day']}>
          <h2>{day === '' ? t('noDay') : format.day(day)}</h2>
          <ol className={styles['steps']}>
            {steps
              .filter((step) => step.day === day)
              .map((step) => (
                <StepLine key={step.id} step={step} isNow={step.id === now} {...(onEdit ? { onEdit } : {})} />
              ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

interface StepLineProps {
  step: ShownStep;
  isNow: boolean;
  onEdit?: (step: ShownStep) => void;
}

function StepLine({ step, isNow, onEdit }: StepLineProps) {
  const { t } = useTranslation(['agenda', 'frame']);
  const title = step.title || t('untitled');
  return (
    <li className={styles['step']} aria-current={isNow ? 'step' : undefined}>
      <StepTimes step={step} />
      <div className={styles['words']}>
        <h3>
          <bdi>{title}</bdi>
        </h3>
        {step.objective !== '' && (
          <p>
            <bdi>{step.objective}</bdi>
          </p>
        )}
      </div>
      <div className={styles['side']}>
        {isNow && <Tag tone="accent">{t('now')}</Tag>}
        <Tag>{t(`frame:stage.${step.stage}`)}</Tag>
        {onEdit && (
          <Button kind="plain" size="small" onPress={() => onEdit(step)} aria-label={t('editOf', { step: title })}>
            {t('edit')}
          </Button>
        )}
      </div>
    </li>
  );
}
