import type { StrategyRow } from '@board/shared/model/strategy';
import { addAction, addRisk } from '@board/shared/model/strategy-edits';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { ActionCells } from './action-cells.tsx';
import type { EditorStart } from './fragment-editor.tsx';
import { usePresenceIn } from './presence.ts';
import { RecommendationCells } from './recommendation-cells.tsx';
import { RisksCell } from './risks-cell.tsx';
import { rowName } from './row-names.ts';
import styles from './table.module.css';
import { useTable } from './table-context.ts';

export interface RowProps {
  row: StrategyRow;
  /** Counted from 1. */
  place: number;
  isFirst: boolean;
  isLast: boolean;
  /** The cell of this row that is open. */
  editing: { key: string; start: EditorStart } | null;
}

/** What the parts of a row need to know of it. */
export interface RowPart {
  row: StrategyRow;
  name: string;
  /** Where the editor begins, if that cell is open. */
  editingAt: (key: string) => EditorStart | null;
  othersAt: (key: string) => ReturnType<ReturnType<typeof usePresenceIn>['get']>;
}

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
  return (
    <tbody
      aria-label={part.name}
      className={styles['block']}
      data-priority={row.priority || undefined}
      style={{ gridTemplateRows: `repeat(${lines}, auto) minmax(min-content, 1fr)` }}
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
          <td aria-colindex={4} className={styles['adding']} data-for="actions">
            <Button
              kind="plain"
              size="small"
              icon="add"
              onPress={() => {
                const action = addAction(doc, row.id, origin);
                if (action) open(`${row.id}.${action}.text`);
              }}
            >
              {t('action.add')}
            </Button>
            <Button
              kind="plain"
              size="small"
              icon="add"
              onPress={() => {
                const risk = addRisk(doc, row.id, origin);
                if (risk) open(`${row.id}.${risk}.risk`);
              }}
            >
              {t('risk.add')}
            </Button>
          </td>
        </tr>
      )}
    </tbody>
  );
});
