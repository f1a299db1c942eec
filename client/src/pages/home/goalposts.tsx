import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { type Goalpost, goalposts, proposeTimeline, setTimeline } from '@board/shared/model/timeline';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changedIn } from '../../changed-in.ts';
import { monthOptions, yearsAround } from '../../strategy/pickers/month-choice.tsx';
import { useDocument } from '../../sync/use-document.ts';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { draftOfTimeline, type GoalpostsDraft, type MonthDraft, partOf, timelineOfDraft } from './goalposts-draft.ts';
import styles from './home.module.css';

/** The months that groups plan towards. What is usual is proposed on demand, to be checked: nothing is set until it is saved. */
export function Goalposts({ workshopId, view }: { workshopId: WorkshopId; view: LiveView }) {
  const { t } = useTranslation('home');
  const { doc } = useDocument(workshopId, 'board');
  const { timeline, cycle } = view.workshop;
  // Null: nothing is being changed. What is not touched here is shown, and stays, as others have saved it.
  const [changed, setChanged] = useState<Partial<GoalpostsDraft> | null>(null);
  const [said, setSaid] = useState<'proposed' | 'noProposal' | null>(null);
  const draft = { ...draftOfTimeline(timeline), ...changed };
  const whole = timelineOfDraft(draft);
  const propose = (): void => {
    if (!whole) return;
    const proposal = proposeTimeline(whole, cycle);
    setSaid(proposal.adoption === '' ? 'noProposal' : 'proposed');
    setChanged({ ...changed, ...partOf(draftOfTimeline(proposal), changedIn(whole, proposal)) });
  };
  const save = (): void => {
    if (!doc || !whole) return;
    setTimeline(doc, partOf(whole, changed ?? {}));
    setChanged(null);
    setSaid(null);
    announce(t('goalposts.saved'));
  };
  return (
    <section className={styles['part']} aria-labelledby="goalposts">
      <h2 id="goalposts">{t('goalposts.title')}</h2>
      <p className={styles['hint']}>{t('goalposts.hint')}</p>
      <div className={styles['goalposts']}>
        {goalposts.map((name) => (
          <MonthField
            key={name}
            name={name}
            value={draft[name]}
            onChange={(month) => setChanged({ ...changed, [name]: month })}
          />
        ))}
      </div>
      <p role="status" className={styles['hint']}>
        {whole ? said && t(`goalposts.${said}`) : t('goalposts.half')}
      </p>
      <div className={styles['buttons']}>
        <Button kind="primary" onPress={save} isDisabled={!doc || !whole || changed === null}>
          {t('goalposts.save')}
        </Button>
        <Button onPress={propose} isDisabled={!whole}>
          {t('goalposts.propose')}
        </Button>
      </div>
    </section>
  );
}

interface MonthFieldProps {
  name: Goalpost;
  value: MonthDraft;
  onChange: (value: MonthDraft) => void;
}

function MonthField({ name, value, onChange }: MonthFieldProps) {
  const { t, i18n } = useTranslation('home');
  const none = { value: '', label: t('goalposts.open') };
  const goalpost = t(`goalposts.${name}`);
  return (
    <fieldset className={styles['goalpost']}>
      <legend>{goalpost}</legend>
      <Select
        label={t('goalposts.month', { goalpost })}
        labelHidden
        options={[none, ...monthOptions(i18n.language)]}
        value={value.month}
        onChange={(month) => onChange({ ...value, month })}
      />
      <Select
        label={t('goalposts.year', { goalpost })}
        labelHidden
        options={[none, ...yearsAround(value.year)]}
        value={value.year}
        onChange={(year) => onChange({ ...value, year })}
      />
    </fieldset>
  );
}
