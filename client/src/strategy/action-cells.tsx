import { actionCells, cellKey, type StrategyAction } from '@board/shared/model/strategy';
import { useTranslation } from 'react-i18next';
import { Tag } from '../ui/tag.tsx';
import { timeframeWords } from './months.ts';
import { ActionButtons } from './part-buttons.tsx';
import type { RowPart } from './row-parts.ts';
import { SharedCell } from './shared-cell.tsx';
import styles from './table.module.css';
import { TableCell } from './table-cell.tsx';
import { useTable } from './table-context.ts';
import { specialKey } from './table-model.ts';

const firstColumn = 4;

/** The five cells of one action, side by side: the action, its indicator, resources, partners, timeframe. */
export function ActionCells({ part, action, place }: { part: RowPart; action: StrategyAction; place: number }) {
  const { t, i18n } = useTranslation('strategy');
  const { row, name, editingAt, othersAt } = part;
  const { mayWrite } = useTable();
  const timeKey = specialKey(row.id, 'timeframe', action.id);
  const when = timeframeWords(action.timeframe, i18n.language, t);
  return (
    <>
      {actionCells.map((cell, index) => {
        const address = { row: row.id, action: action.id, cell };
        const key = cellKey(address);
        return (
          <SharedCell
            key={cell}
            address={address}
            column={firstColumn + index}
            label={t('cell.in', { cell: t(`cell.${cell}`, { place }), row: name })}
            hint={t(`hint.${cell}`)}
            editing={editingAt(key)}
            others={othersAt(key)}
            place={{ gridColumn: firstColumn + index, gridRow: place }}
          >
            {cell === 'text' && <ActionMarks part={part} action={action} />}
          </SharedCell>
        );
      })}
      <TableCell
        cellKey={timeKey}
        column={8}
        opens="dialog"
        others={othersAt(timeKey)}
        place={{ gridColumn: 8, gridRow: place }}
      >
        {when || <span className={styles['hint']}>{mayWrite && t('hint.timeframe')}</span>}
      </TableCell>
    </>
  );
}

/** What is said of an action and what can be done with it. The buttons appear when the action's cell has the focus. */
function ActionMarks({ part: { row }, action }: { part: RowPart; action: StrategyAction }) {
  const { t } = useTranslation('strategy');
  const { mayWrite } = useTable();
  const { contribution } = action;
  return (
    <>
      {contribution && (
        <span className={styles['mark']}>
          <Tag tone="accent" icon="contribution">
            {t('action.given')}
          </Tag>
        </span>
      )}
      {mayWrite && (
        <span className={styles['controls']}>
          <ActionButtons row={row.id} action={action} />
        </span>
      )}
    </>
  );
}
