import type { Me } from '@board/shared/commands';
import type { RowId, WorkshopId } from '@board/shared/ids';
import type { GroupView } from '@board/shared/live-view';
import { type FeedbackKind, feedbackKinds, type PresentationView } from '@board/shared/presentation';
import { limits } from '@board/shared/protocol/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcements.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import styles from './presenting.module.css';
import { presentedPriorities } from './steps.ts';
import { useSaying } from './use-saying.ts';

export interface SayFormProps {
  workshopId: WorkshopId;
  me: Me;
  presentation: PresentationView;
  group: GroupView;
  text: string;
  onText: (text: string) => void;
}

const whole = 'whole';

/** A question, a suggestion or support for the group that presents. Says whether one's name stands beside it. */
export function SayForm({ workshopId, me, presentation, group, text, onText }: SayFormProps) {
  const { t } = useTranslation(['presenting', 'frame']);
  const saying = useSaying(workshopId, me.personId, presentation);
  const [kind, setKind] = useState<FeedbackKind>('question');
  const [about, setAbout] = useState<string>(whole);
  const isNameless = presentation.feedback === 'nameless';
  const rows = group.priorities.slice(0, presentedPriorities);
  const row = rows.find(({ rowId }) => rowId === about)?.rowId ?? null;
  const send = async (): Promise<void> => {
    const words = text.trim();
    if (words === '' || saying.isBusy) return;
    if (!(await saying.send({ kind, text: words, row }))) return;
    onText('');
    announce(t(isNameless ? 'say.sentNameless' : 'say.sent'));
  };
  const options = [
    { value: whole, label: t('say.whole') },
    ...rows.map(({ rowId, number }, place) => ({
      value: rowId as RowId as string,
      label: [t('sees.priority', { number: place + 1 }), number].filter(Boolean).join(' · '),
    })),
  ];
  return (
    <form
      className={styles['part']}
      aria-labelledby="say"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2 id="say">{t('say.title')}</h2>
      <SegmentedChoice
        labelHidden
        label={t('say.kind')}
        value={kind}
        onChange={setKind}
        options={feedbackKinds.map((value) => ({ value, label: t(`frame:heard.${value}`) }))}
      />
      <TextArea
        label={t('say.words')}
        hint={isNameless ? t('say.nameless') : t('say.named', { name: me.name })}
        rows={3}
        maxLength={limits.feedbackText}
        value={text}
        onChange={onText}
      />
      <Select compact label={t('say.about')} options={options} value={row ?? whole} onChange={setAbout} />
      <RefusalBanner refusal={saying.refusal ? { code: saying.refusal } : null} />
      <div className={styles['send']}>
        <Button type="submit" kind="primary" size="large" busy={saying.isBusy} isDisabled={text.trim() === ''}>
          {t(isNameless ? 'say.sendNameless' : 'say.send')}
        </Button>
        {saying.left !== null && <span className={styles['soft']}>{t('say.left', { count: saying.left })}</span>}
      </div>
    </form>
  );
}
