import type { StrategyRow } from '@board/shared/model/strategy';
import { moveAction, moveRow, removeRow, setPriority } from '@board/shared/model/strategy-edits';
import type { TFunction } from 'i18next';
import { announce } from '../ui/announcements.ts';
import { shownCluster } from './clusters/use-sections.ts';
import type { TableContext } from './table-context.ts';
import { rowOfKey } from './table-model.ts';

export type RowChoice = 'priority' | 'sort' | 'up' | 'down' | 'remove';

/** What can be done with a whole row, for its menu. */
export function rowChoices(
  row: StrategyRow,
  isFirst: boolean,
  isLast: boolean,
  t: TFunction<'strategy'>,
): { id: RowChoice; label: string; isDisabled?: boolean; danger?: boolean }[] {
  return [
    { id: 'priority', label: t(row.priority ? 'row.unmark' : 'row.mark') },
    { id: 'sort', label: t('row.sort') },
    { id: 'up', label: t('row.up'), isDisabled: isFirst },
    { id: 'down', label: t('row.down'), isDisabled: isLast },
    { id: 'remove', label: t('row.remove'), danger: true },
  ];
}

/** Does what was chosen. */
export function doWithRow(table: TableContext, row: StrategyRow, choice: RowChoice, t: TFunction<'strategy'>): void {
  const { doc, origin } = table;
  switch (choice) {
    case 'priority':
      setPriority(doc, row.id, !row.priority, origin);
      return;
    case 'sort':
      table.sort([row.id]);
      return;
    case 'remove':
      if (removeRow(doc, row.id, origin)) announce(t('row.removed'));
      return;
    default:
      shiftRow(table, row, choice === 'up' ? -1 : 1, t);
  }
}

/**
 * Moves a row by one place of what is shown, one small write, and says where it is now. Across the border of a cluster it
 * goes into the next one.
 */
function shiftRow(table: TableContext, row: StrategyRow, step: 1 | -1, t: TFunction<'strategy'>): void {
  const { doc, origin } = table;
  const shown = table.shown();
  const at = shown.rows.findIndex((one) => one.id === row.id);
  const beside = shown.rows[at + step];
  if (at < 0 || !beside) return;
  const cluster = shownCluster(shown, beside.id);
  const isOver = cluster !== shownCluster(shown, row.id);
  const side = step < 0 === isOver ? 'after' : 'before';
  moveRow(doc, row.id, { side, beside: beside.id, ...(cluster === undefined ? {} : { cluster }) }, origin);
  const into = shown.sections?.find((section) => section.cluster?.id === cluster)?.cluster?.name;
  if (isOver) announce(t('clusters.movedInto', { name: into ?? t('clusters.none') }));
  else announce(t('row.moved', { place: at + step + 1 }));
}

/** Moves what a cell belongs to by one place: its action, or its row. */
export function shiftAt(
  table: TableContext,
  rows: readonly StrategyRow[],
  key: string,
  step: 1 | -1,
  t: TFunction<'strategy'>,
): void {
  const row = rows.find((one) => one.id === rowOfKey(key));
  if (!row || !table.mayWrite) return;
  const [, part] = key.split('.');
  const at = row.actions.findIndex((action) => action.id === part);
  const action = row.actions[at];
  if (!action) {
    shiftRow(table, row, step, t);
    return;
  }
  const to = at + step;
  if (to < 0 || to >= row.actions.length) return;
  moveAction(table.doc, row.id, action.id, row.actions[step < 0 ? at - 2 : at + 1]?.id ?? null, table.origin);
  announce(t('action.moved', { place: to + 1 }));
}
