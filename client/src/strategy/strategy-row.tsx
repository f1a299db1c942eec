import { addAction } from '@board/shared/model/strategy-edits';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { ActionCells } from './action-cells.tsx';
import { usePresenceIn } from './presence.ts';
import { RecommendationCells } from './recommendation-cells.tsx';
import { RisksCell } from './risks-cell.tsx';
import { rowName } from './row-names.ts';
import type { RowPart, RowProps } from './row-parts.ts';
import styles from './table.module.css';
import { useTable } from './table-context.ts';

/** One recommendation of the strategy: what spans the row, its actions as sub-rows, its risks. */
export const StrategyRowBlock = memo(function StrategyRowBlock({ row, place, isFirst, isLast, editing }: RowProps) {
  const { t } = useTranslation('strategy');
  const { doc, origin, awareness, mayWrite, catalogue, open } = useTable();
  const others = usePresenceIn(awareness, row.id);
  const recommendation = row.recommendation ? catalogue?.byId.get(row.recommendation) : undefined;
  const part: RowPart = {
    row,
    name: rowName(row, recommendation, place, t),
    editingAt: (key) => (editing?.key === key ? editing.start : null),
    othersAt: (key) => others.get(key),
  };
  const lines = Math.max(1, row.actions.length);
  const add = (): void => {
    const action = addAction(doc, row.id, origin);
    if (action) open(`${row.id}.${action}.text`);
  };
  return (
    <tbody
      aria-label={part.name}
      className={styles['block']}
      data-priority={row.priority || undefined}
      style={{ gridTemplateRows: `${'auto '.repeat(mayWrite ? lines : lines - 1)} minmax(min-content, 1fr)` }}
    >
      <tr className={styles['line']}>
        <RecommendationCells part={part} recommendation={recommendation} {...{ isFirst, isLast, lines }} />
        {row.actions[0] && <ActionCells part={part} action={row.actions[0]} place={1} />}
        <RisksCell part={part} lines={lines} />
      </tr>
      {row.actions.slice(1).map((action, index) => (
        <tr key={action.id} className={styles['line']}>
          <ActionCells part={part} action={action} place={index + 2} />
        </tr>
      ))}
      {mayWrite && (
        <tr className={styles['line']}>
          <td aria-colindex={4} className={styles['adding']}>
            <Button kind="plain" size="small" icon="add" onPress={add}>
              {t('action.add')}
            </Button>
          </td>
          {[5, 6, 7, 8].map((column) => (
            <td key={column} aria-hidden className={styles['rest']} style={{ gridColumn: column }} />
          ))}
        </tr>
      )}
    </tbody>
  );
});
