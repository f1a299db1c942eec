import type { StepFacts } from '@board/shared/model/agenda';
import { limits } from '@board/shared/protocol/limits';
import { stages } from '@board/shared/stages';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changedIn } from '../../changed-in.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './agenda.module.css';

export interface StepDialogProps {
  facts: StepFacts;
  isNew: boolean;
  /** Somebody has removed the step while it was being changed. */
  isGone: boolean;
  /** The step as it stands here, and what of it was changed here. */
  onSave: (facts: StepFacts, changed: Partial<StepFacts>) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** One step of the agenda, written as a whole. */
export function StepDialog({ facts, isNew, isGone, onSave, onRemove, onClose }: StepDialogProps) {
  const { t } = useTranslation(['agenda', 'frame']);
  const [draft, setDraft] = useState(facts);
  const set = (change: Partial<StepFacts>) => setDraft({ ...draft, ...change });
  const { day, start, end, title, objective, facilitator, stage } = draft;
  const isBackwards = start !== '' && end !== '' && end < start;
  const isReady = title.trim() !== '' && !isBackwards;
  const save = (): void => {
    if (isReady) onSave(trimmed(draft), changedIn(trimmed(facts), trimmed(draft)));
  };
  return (
    <Dialog
      title={t(isNew ? 'add' : 'editTitle')}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" isDisabled={!isReady} onPress={save}>
            {isGone ? t('addAgain') : t('frame:words.save')}
          </Button>
          <Button onPress={onClose}>{t('frame:words.cancel')}</Button>
          {!isNew && !isGone && (
            <Button kind="danger" onPress={onRemove}>
              {t('remove')}
            </Button>
          )}
        </>
      }
    >
      {isGone && <Banner kind="warning">{t('gone')}</Banner>}
      <TextField
        label={t('field.title')}
        value={title}
        onChange={(text) => set({ title: text })}
        maxLength={limits.shortText}
      />
      <div className={styles['fields']}>
        <TextField type="date" label={t('field.day')} value={day} onChange={(text) => set({ day: text })} />
        <TextField type="time" label={t('field.start')} value={start} onChange={(text) => set({ start: text })} />
        <TextField
          type="time"
          label={t('field.end')}
          value={end}
          onChange={(text) => set({ end: text })}
          error={isBackwards ? t('field.backwards') : undefined}
        />
      </div>
      <TextArea
        label={t('field.objective')}
        hint={t('field.objectiveHint')}
        optional
        rows={2}
        value={objective}
        onChange={(text) => set({ objective: text })}
        maxLength={limits.objectiveText}
      />
      <TextField
        label={t('field.facilitator')}
        optional
        value={facilitator}
        onChange={(text) => set({ facilitator: text })}
        maxLength={limits.shortText}
      />
      <Select
        label={t('field.stage')}
        hint={t('field.stageHint')}
        value={stage}
        onChange={(value) => set({ stage: value })}
        options={stages.map((value) => ({ value, label: t(`frame:stage.${value}`) }))}
      />
    </Dialog>
  );
}

function trimmed({ title, objective, facilitator, ...rest }: StepFacts): StepFacts {
  return { ...rest, title: title.trim(), objective: objective.trim(), facilitator: facilitator.trim() };
}
