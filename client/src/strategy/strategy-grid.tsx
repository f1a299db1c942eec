import type { FocusEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { tellCell } from './presence.ts';
import { StrategyRowBlock } from './strategy-row.tsx';
import styles from './table.module.css';
import { useTable } from './table-context.ts';
import type { StrategyViewProps } from './table-parts.ts';
import { tableKeys } from './use-table-keys.ts';

const columns = [
  'number',
  'recommendation',
  'references',
  'action',
  'indicator',
  'resources',
  'partners',
  'timeframe',
  'risks',
] as const;

/** A table whose cells are moved through with the arrow keys is a grid to a screen reader. */
const asGrid = { role: 'grid', tabIndex: -1 };

/** The strategy as a grid of rows with fixed column widths, so that no key typed moves a column. */
export function StrategyGrid({ rows, editing, label }: StrategyViewProps) {
  const { t } = useTranslation('strategy');
  const { awareness, undo, open } = useTable();
  const keys = tableKeys({ rows, open, undo: () => undo?.undo(), redo: () => undo?.redo() });
  const onFocus = (event: FocusEvent): void => {
    const cell = event.target.closest<HTMLElement>('[data-cell]');
    tellCell(awareness, cell?.dataset['cell'] ?? null);
  };
  const onBlur = (event: FocusEvent<HTMLElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) tellCell(awareness, null);
  };
  return (
    <div className={styles['scroll']}>
      <a className={styles['skip']} href="#after-table">
        {t('table.skip')}
      </a>
      <table
        {...asGrid}
        {...keys}
        aria-label={label}
        aria-description={t('table.help')}
        aria-colcount={columns.length}
        className={styles['grid']}
        onFocus={onFocus}
        onBlur={onBlur}
      >
        <thead className={styles['head']}>
          <tr className={styles['line']}>
            {columns.map((column, index) => (
              <th key={column} scope="col" aria-colindex={index + 1} className={styles['header']}>
                {t(`table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row, index) => (
          <StrategyRowBlock
            key={row.id}
            row={row}
            place={index + 1}
            isFirst={index === 0}
            isLast={index === rows.length - 1}
            editing={editing?.key.startsWith(row.id) ? editing : null}
          />
        ))}
      </table>
      <div id="after-table" tabIndex={-1} />
    </div>
  );
}
