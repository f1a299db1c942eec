import type { RowId } from '@board/shared/ids';
import type { StrategyAction, Timeframe } from '@board/shared/model/strategy';
import { setTimeframe } from '@board/shared/model/strategy-edits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import { Select } from '../../ui/select.tsx';
import styles from '../dialogs.module.css';
import { monthNames } from '../months.ts';
import { useTable } from '../table-context.ts';
import { type Draft, draftOf, timeframeOf } from './timeframe-draft.ts';

const yearsAhead = 10;

interface Props {
  row: RowId;
  action: StrategyAction;
  onClose: () => void;
}

/** When an action happens: from a month, until a month, and which term that is. Each may stay open. */
export function TimeframeDialog({ row, action, onClose }: Props) {
  const { t } = useTranslation('strategy');
  const { doc, origin } = useTable();
  const [draft, setDraft] = useState<Draft>(() => draftOf(action.timeframe));
  const read = timeframeOf(draft);
  const save = (): void => {
    if (!read.ok) return;
    setTimeframe(doc, row, action.id, read.value, origin);
    onClose();
  };
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  return (
    <Dialog
      title={t('timeframe.title')}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onPress={save} isDisabled={!read.ok}>
            {t('words.save', { ns: 'frame' })}
          </Button>
          <Button onPress={onClose}>{t('words.cancel', { ns: 'frame' })}</Button>
        </>
      }
    >
      <MonthChoice which="from" draft={draft} onChange={change} />
      <MonthChoice which="to" draft={draft} onChange={change} />
      <SegmentedChoice<Timeframe['term'] | 'any'>
        label={t('timeframe.term')}
        value={draft.term || 'any'}
        onChange={(term) => change({ term: term === 'any' ? '' : term })}
        options={[
          { value: 'any', label: t('timeframe.anyTerm') },
          { value: 'short', label: t('timeframe.short') },
          { value: 'medium', label: t('timeframe.medium') },
          { value: 'long', label: t('timeframe.long') },
        ]}
      />
      <p role="status" className={styles['problem']}>
        {!read.ok && t(`timeframe.${read.problem}`)}
      </p>
    </Dialog>
  );
}

function MonthChoice(props: { which: 'from' | 'to'; draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const { which, draft, onChange } = props;
  const { t, i18n } = useTranslation('strategy');
  const none = { value: '', label: t('timeframe.none') };
  const months = monthNames(i18n.language).map((label, index) => ({
    value: String(index + 1).padStart(2, '0'),
    label,
  }));
  const first = new Date().getFullYear() - 1;
  const years = Array.from({ length: yearsAhead + 2 }, (_, index) => String(first + index));
  const chosen = draft[`${which}Year`];
  if (chosen !== '' && !years.includes(chosen)) years.unshift(chosen);
  return (
    <fieldset className={styles['months']}>
      <legend>{t(`timeframe.${which}`)}</legend>
      <Select
        label={t(`timeframe.${which}Month`)}
        labelHidden
        options={[none, ...months]}
        value={draft[`${which}Month`]}
        onChange={(month) => onChange({ [`${which}Month`]: month })}
      />
      <Select
        label={t(`timeframe.${which}Year`)}
        labelHidden
        options={[none, ...years.map((value) => ({ value, label: value }))]}
        value={chosen}
        onChange={(year) => onChange({ [`${which}Year`]: year })}
      />
    </fieldset>
  );
}
