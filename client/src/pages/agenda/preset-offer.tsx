import { isDay, type StepFacts } from '@board/shared/model/agenda';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './agenda.module.css';
import { presetAgenda } from './preset.ts';

export interface PresetOfferProps {
  /** The board can be written. */
  isReady: boolean;
  onTake: (steps: StepFacts[]) => void;
}

/** Stands where there is no agenda yet: three days from a day on, in words that can then be changed. */
export function PresetOffer({ isReady, onTake }: PresetOfferProps) {
  const { t } = useTranslation('agenda');
  const [day, setDay] = useState('');
  const take = (): void => {
    if (!isReady || !isDay(day)) return;
    onTake(
      presetAgenda(day, (step) => ({
        title: t(`preset.step.${step}.title`),
        objective: t(`preset.step.${step}.objective`),
      })),
    );
    announce(t('preset.taken'));
  };
  return (
    <EmptyState title={t('empty.title')}>
      <p>{t('empty.text')}</p>
      <div className={styles['offer']}>
        <TextField type="date" label={t('preset.firstDay')} value={day} onChange={setDay} />
        <Button kind="primary" isDisabled={!isReady || !isDay(day)} onPress={take}>
          {t('preset.take')}
        </Button>
      </div>
    </EmptyState>
  );
}
