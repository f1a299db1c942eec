import type { RowId } from '@board/shared/ids';
import type { StrategyAction, Timeframe } from '@board/shared/model/strategy';
import { setTimeframe } from '@board/shared/model/strategy-edits';
import { goalposts } from '@board/shared/model/timeline';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import styles from '../dialogs.module.css';
import { monthWords } from '../months.ts';
import { useTable } from '../table-context.ts';
import { MonthChoice, type TimeUnit } from './month-choice.tsx';
import { usePickerFacts } from './picker-facts.tsx';
import pickers from './pickers.module.css';
import { choose, type Draft, isInQuarters, timeframeOf, withChosen } from './timeframe-draft.ts';

interface Props {
  row: RowId;
  action: StrategyAction;
  onClose: () => void;
}

/** When an action happens: from and until a month or quarter, a goalpost of the workshop, a term. Each may stay open. */
export function TimeframeDialog({ row, action, onClose }: Props) {
  const { t } = useTranslation('strategy');
  const { t: picker } = useTranslation('pickers');
  const { doc, origin } = useTable();
  const [chosen, setChosen] = useState<Partial<Draft>>({});
  // What this person has not touched is as the others have it at this moment, also when it is saved.
  const draft = withChosen(action.timeframe, chosen);
  const [unit, setUnit] = useState<TimeUnit>(isInQuarters(action.timeframe) ? 'quarters' : 'months');
  const read = timeframeOf(draft);
  const { isRead, isTold } = useReadFirst(action.timeframe);
  const save = (): void => {
    if (!read.ok) return;
    const hasChosen = Object.keys(chosen).length > 0;
    if (hasChosen && !isRead()) return;
    if (hasChosen) setTimeframe(doc, row, action.id, read.value, origin);
    onClose();
  };
  const change = (part: Partial<Draft>): void => setChosen(choose(draft, chosen, part));
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
      <SegmentedChoice<TimeUnit>
        label={picker('timeframe.unit')}
        labelHidden
        value={unit}
        onChange={setUnit}
        options={[
          { value: 'months', label: picker('timeframe.months') },
          { value: 'quarters', label: picker('timeframe.quarters') },
        ]}
      />
      <MonthChoice which="from" {...{ unit, draft }} onChange={change} />
      <MonthChoice which="to" {...{ unit, draft }} onChange={change} />
      <Goalposts onChoose={(month) => change({ toMonth: month.slice(5), toYear: month.slice(0, 4) })} />
      <TermChoice term={draft.term} onChange={(term) => change({ term })} />
      <p role="status" className={read.ok ? pickers['count'] : styles['problem']}>
        {read.ok ? (
          isTold ? (
            t('timeframe.justChanged')
          ) : (
            <Past timeframe={read.value} />
          )
        ) : (
          t(`timeframe.${read.problem}`)
        )}
      </p>
    </Dialog>
  );
}

/** Milliseconds in which nobody reads what somebody else has just set. */
const reading = 2000;

/** Whether this person can have read what is saved along with their own choice; if not, it is said, and the next press saves. */
function useReadFirst({ from, to, term }: Timeframe): { isRead: () => boolean; isTold: boolean } {
  const [isTold, setTold] = useState(false);
  const shown = `${from} ${to} ${term}`;
  const seen = useRef({ shown, at: Number.NEGATIVE_INFINITY });
  useEffect(() => {
    if (seen.current.shown !== shown) seen.current = { shown, at: performance.now() };
  }, [shown]);
  const isRead = (): boolean => {
    if (performance.now() - seen.current.at > reading) return true;
    seen.current.at = Number.NEGATIVE_INFINITY;
    setTold(true);
    return false;
  };
  return { isRead, isTold };
}

function TermChoice({ term, onChange }: { term: Timeframe['term']; onChange: (term: Timeframe['term']) => void }) {
  const { t } = useTranslation('strategy');
  return (
    <SegmentedChoice<Timeframe['term'] | 'any'>
      label={t('timeframe.term')}
      value={term || 'any'}
      onChange={(chosen) => onChange(chosen === 'any' ? '' : chosen)}
      options={[
        { value: 'any', label: t('timeframe.anyTerm') },
        { value: 'short', label: t('timeframe.short') },
        { value: 'medium', label: t('timeframe.medium') },
        { value: 'long', label: t('timeframe.long') },
      ]}
    />
  );
}

/** The workshop's goalposts, as far as the facilitator has set them: a press ends the action there. */
function Goalposts({ onChoose }: { onChoose: (month: string) => void }) {
  const { t, i18n } = useTranslation('pickers');
  const { timeline } = usePickerFacts();
  const set = goalposts.filter((name) => timeline[name] !== '');
  if (set.length === 0) return null;
  return (
    <fieldset aria-label={t('timeframe.goalposts')} className={pickers['goalposts']}>
      <span className={pickers['soft']}>{t('timeframe.goalposts')}</span>
      {set.map((name) => (
        <Button key={name} size="small" onPress={() => onChoose(timeline[name])}>
          {t(`timeframe.${name}`, { month: monthWords(timeline[name], i18n.language) })}
        </Button>
      ))}
    </fieldset>
  );
}

function Past({ timeframe }: { timeframe: Timeframe }) {
  const { t, i18n } = useTranslation('pickers');
  const { nextReview } = usePickerFacts().timeline;
  if (nextReview === '' || (timeframe.to || timeframe.from) <= nextReview) return null;
  return t('timeframe.past', { month: monthWords(nextReview, i18n.language) });
}
