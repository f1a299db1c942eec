import { addSteps, isDay } from '@board/shared/model/agenda';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './agenda.module.css';
import { presetAgenda } from './preset.ts';

/** Stands where there is no agenda yet: three days from a day on, in words that can then be changed. */
export function PresetOffer({ doc }: { doc: Y.Doc | null }) {
  const { t } = useTranslation('agenda');
  const [day, setDay] = useState('');
  const take = (): void => {
    if (!doc || !isDay(day)) return;
    addSteps(
      doc,
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
        <Button kind="primary" isDisabled={!doc || !isDay(day)} onPress={take}>
          {t('preset.take')}
        </Button>
      </div>
    </EmptyState>
  );
}
