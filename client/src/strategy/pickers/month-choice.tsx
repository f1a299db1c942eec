import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/select.tsx';
import styles from '../dialogs.module.css';
import { monthNames } from '../months.ts';
import { type Draft, monthOfQuarter, quarterOfMonth } from './timeframe-draft.ts';

const yearsAhead = 10;

export type TimeUnit = 'months' | 'quarters';

interface Props {
  which: 'from' | 'to';
  unit: TimeUnit;
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}

/** One end of a timeframe: a month or a quarter, and a year. Either may stay open. */
export function MonthChoice({ which, unit, draft, onChange }: Props) {
  const { t, i18n } = useTranslation('strategy');
  const { t: picker } = useTranslation('pickers');
  const none = { value: '', label: t('timeframe.none') };
  const month = draft[`${which}Month`];
  const year = draft[`${which}Year`];
  const quarters = ['1', '2', '3', '4'].map((value) => ({
    value,
    label: picker('timeframe.quarter', { number: Number(value) }),
  }));
  return (
    <fieldset className={styles['months']}>
      <legend>{t(`timeframe.${which}`)}</legend>
      {unit === 'months' ? (
        <Select
          label={t(`timeframe.${which}Month`)}
          labelHidden
          options={[none, ...monthOptions(i18n.language)]}
          value={month}
          onChange={(chosen) => onChange({ [`${which}Month`]: chosen })}
        />
      ) : (
        <Select
          label={picker(`timeframe.${which}Quarter`)}
          labelHidden
          options={[none, ...quarters]}
          value={quarterOfMonth(month)}
          onChange={(chosen) => onChange({ [`${which}Month`]: monthOfQuarter(chosen, which) })}
        />
      )}
      <Select
        label={t(`timeframe.${which}Year`)}
        labelHidden
        options={[none, ...yearsAround(year)]}
        value={year}
        onChange={(chosen) => onChange({ [`${which}Year`]: chosen })}
      />
    </fieldset>
  );
}

/** Last year and the ten ahead, and the one that is chosen wherever it lies. */
export function yearsAround(chosen: string): { value: string; label: string }[] {
  const first = new Date().getFullYear() - 1;
  const years = Array.from({ length: yearsAhead + 2 }, (_, index) => String(first + index));
  if (chosen !== '' && !years.includes(chosen)) years.unshift(chosen);
  return years.map((value) => ({ value, label: value }));
}

/** The twelve months to choose from, by name in the reader's language. */
export function monthOptions(language: string): { value: string; label: string }[] {
  return monthNames(language).map((label, index) => ({ value: String(index + 1).padStart(2, '0'), label }));
}
