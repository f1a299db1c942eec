import type { StepId } from '@board/shared/ids';
import { addStep, changeStep, removeStep, type StepFacts } from '@board/shared/model/agenda';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { ShownStep } from '../../ui/hall/steps.ts';
import { AgendaList } from './agenda-list.tsx';
import { PresetOffer } from './preset-offer.tsx';
import { StepDialog } from './step-dialog.tsx';

interface Props {
  /** Null while the board is being opened. */
  doc: Y.Doc | null;
  steps: readonly ShownStep[];
  now: StepId | null;
}

/** What a facilitator does with the agenda: a preset, steps one by one, changes. */
export function AgendaTools({ doc, steps, now }: Props) {
  const { t } = useTranslation('agenda');
  // Null: nothing is being written; without an id: a new step.
  const [writing, setWriting] = useState<{ id: StepId | null; facts: StepFacts } | null>(null);
  const [leaving, setLeaving] = useState<StepId | null>(null);
  const save = (facts: StepFacts): void => {
    if (!doc || !writing) return;
    if (writing.id === null) addStep(doc, facts);
    else changeStep(doc, writing.id, facts);
    setWriting(null);
  };
  return (
    <>
      {steps.length === 0 && <PresetOffer doc={doc} />}
      <AgendaList steps={steps} now={now} onEdit={({ id, place: _, ...facts }) => setWriting({ id, facts })} />
      <div>
        <Button icon="add" isDisabled={!doc} onPress={() => setWriting({ id: null, facts: newStep(steps.at(-1)) })}>
          {t('add')}
        </Button>
      </div>
      {writing && (
        <StepDialog
          facts={writing.facts}
          isNew={writing.id === null}
          onSave={save}
          onRemove={() => setLeaving(writing.id)}
          onClose={() => setWriting(null)}
        />
      )}
      {leaving && doc && (
        <ConfirmDialog
          title={t('removeTitle', { step: writing?.facts.title || t('untitled') })}
          text={t('removeText')}
          confirm={t('remove')}
          onConfirm={() => {
            removeStep(doc, leaving);
            setLeaving(null);
            setWriting(null);
            announce(t('removed'));
          }}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}

/** A new step begins where the last one ends. */
function newStep(last: ShownStep | undefined): StepFacts {
  const { day = '', end = '', stage = 'group-work' } = last ?? {};
  return { day, start: end, end: '', title: '', objective: '', facilitator: '', stage };
}
