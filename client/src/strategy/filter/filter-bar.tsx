import type { Recommendation } from '@board/shared/model/catalogue';
import type { Cluster } from '@board/shared/model/clusters';
import type { StrategyRow } from '@board/shared/model/strategy';
import { goalOf } from '@board/shared/upr/sdg';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { useTable } from '../table-context.ts';
import styles from './filter.module.css';
import { anyRow, gaps, isFiltering, noCluster, type RowFilter } from './row-filter.ts';

interface Props {
  rows: readonly StrategyRow[];
  clusters: readonly Cluster[];
  /** How many rows are shown now. */
  shown: number;
  /** How many of them do not fit, and stay all the same. */
  kept: number;
  filter: RowFilter;
  onChange: (filter: RowFilter) => void;
}

/** Chooses which rows are shown: only what some row has is offered. Opened, it stands at the top, so that what it shows is in view with it. */
export function FilterBar({ rows, clusters, shown, kept, filter, onChange }: Props) {
  const { t } = useTranslation('strategy');
  const { t: word } = useTranslation();
  const { catalogue, nameOfState } = useTable();
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // Some browsers answer with a promise, which is nothing to clean up with.
    place.current?.scrollIntoView({ block: 'start' });
  }, []);
  const offers = useMemo(() => {
    const taken = rows.flatMap(({ recommendation }) => (recommendation && catalogue?.byId.get(recommendation)) || []);
    return offersOf(rows, taken);
  }, [rows, catalogue]);
  const choice = (
    name: Exclude<keyof RowFilter, 'text'>,
    values: readonly string[],
    label: (value: string) => string,
  ) =>
    (values.length > 0 || filter[name] !== '') && (
      <Select
        label={t(`filter.${name}`)}
        options={[
          { value: '', label: t('filter.any') },
          ...withChosen(values, filter[name]).map((value) => ({ value, label: label(value) })),
        ]}
        value={filter[name]}
        onChange={(value) => onChange({ ...filter, [name]: value })}
      />
    );
  const nameOfCluster = (id: string): string => {
    if (id === noCluster) return t('clusters.none');
    const cluster = clusters.find((one) => one.id === id);
    return cluster ? cluster.name || t('clusters.nameless') : t('filter.clusterGone');
  };
  const byName = [...offers.states].sort((a, b) => nameOfState(a).localeCompare(nameOfState(b)));
  return (
    <search ref={place} className={styles['bar']} aria-label={t('filter.title')}>
      <SearchField label={t('filter.text')} value={filter.text} onChange={(text) => onChange({ ...filter, text })} />
      {choice('state', byName, nameOfState)}
      {choice('theme', offers.themes, String)}
      {choice('position', offers.positions, (value) => word(`position.${value as Recommendation['position']}`))}
      {choice('cluster', clusters.length > 0 ? [...clusters.map(({ id }) => id), noCluster] : [], nameOfCluster)}
      {choice('goal', offers.goals, (value) => t('filter.goalNamed', { goal: Number(value) }))}
      {choice('missing', gaps, (value) => t(`filter.gap.${value as (typeof gaps)[number]}`))}
      <p className={styles['count']} role="status">
        {t('filter.shown', { shown, count: rows.length })}
        {kept > 0 && ` · ${t('filter.kept', { count: kept })}`}
      </p>
      {isFiltering(filter) && (
        <Button size="small" onPress={() => onChange(anyRow)}>
          {t('filter.all')}
        </Button>
      )}
    </search>
  );
}

/** What is chosen stays in its list, and is seen to filter, also when no row has it any more. */
function withChosen(values: readonly string[], chosen: string): readonly string[] {
  return chosen === '' || values.includes(chosen) ? values : [...values, chosen];
}

function offersOf(rows: readonly StrategyRow[], taken: readonly Recommendation[]) {
  const goals = new Set(rows.flatMap(({ sdgTargets }) => sdgTargets.map(goalOf)).filter((goal) => goal !== null));
  return {
    states: new Set(taken.flatMap(({ states }) => states)),
    themes: [...new Set(taken.flatMap(({ themes }) => themes))].sort(),
    positions: [...new Set(taken.map(({ position }) => position))],
    goals: [...goals].sort((a, b) => a - b).map(String),
  };
}
