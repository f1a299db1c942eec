import type { StepId } from '@board/shared/ids';
import { addPreset, addStep, changeStep, hasStep, removeStep, type StepFacts } from '@board/shared/model/agenda';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { UndoButtons } from '../../strategy/undo-buttons.tsx';
import { useUndoKeys } from '../../strategy/use-page-keys.ts';
import type { OpenDocument } from '../../sync/document-session.ts';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { ShownStep } from '../../ui/hall/steps.ts';
import styles from './agenda.module.css';
import { AgendaList } from './agenda-list.tsx';
import { PresetOffer } from './preset-offer.tsx';
import { StepDialog } from './step-dialog.tsx';

interface Props extends Pick<OpenDocument, 'doc' | 'undo' | 'origin'> {
  steps: readonly ShownStep[];
  now: StepId | null;
}

/** What a facilitator does with the agenda: a preset, steps one by one, changes. */
export function AgendaTools({ doc, undo, origin, steps, now }: Props) {
  const { t } = useTranslation('agenda');
  // Null: nothing is being written; without an id: a new step.
  const [writing, setWriting] = useState<{ id: StepId | null; facts: StepFacts } | null>(null);
  const [leaving, setLeaving] = useState<StepId | null>(null);
  useUndoKeys(undo);
  /** Each change is a step of one's own history, however quickly the next one follows. */
  const carryOut = (change: (doc: Y.Doc) => void): void => {
    if (!doc) return;
    undo?.stopCapturing();
    change(doc);
    undo?.stopCapturing();
  };
  const isGone = writing?.id != null && !steps.some(({ id }) => id === writing.id);
  const save = (facts: StepFacts, changed: Partial<StepFacts>): void => {
    if (!writing || !doc) return;
    const { id } = writing;
    // Removed a moment ago: the dialog says so as soon as the agenda does.
    if (id !== null && !isGone && !hasStep(doc, id)) return;
    carryOut((board) =>
      id === null || isGone ? addStep(board, facts, origin) : changeStep(board, id, changed, origin),
    );
    setWriting(null);
  };
  return (
    <>
      {steps.length === 0 && (
        <PresetOffer isReady={doc !== null} onTake={(all) => carryOut((board) => addPreset(board, all, origin))} />
      )}
      <AgendaList steps={steps} now={now} onEdit={({ id, place: _, ...facts }) => setWriting({ id, facts })} />
      <div className={styles['tools']}>
        <Button icon="add" isDisabled={!doc} onPress={() => setWriting({ id: null, facts: newStep(steps.at(-1)) })}>
          {t('add')}
        </Button>
        <UndoButtons undo={undo} />
      </div>
      {writing && (
        <StepDialog
          facts={writing.facts}
          isNew={writing.id === null}
          isGone={isGone}
          onSave={save}
          onRemove={() => setLeaving(writing.id)}
          onClose={() => setWriting(null)}
        />
      )}
      {leaving && (
        <ConfirmDialog
          title={t('removeTitle', { step: writing?.facts.title || t('untitled') })}
          text={t('removeText')}
          confirm={t('remove')}
          onConfirm={() => {
            carryOut((board) => removeStep(board, leaving, origin));
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
