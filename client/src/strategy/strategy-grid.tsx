import { type FocusEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { columns, GridHead } from './grid-head.tsx';
import { tellCell } from './presence.ts';
import { GridRowMenu } from './row-menu.tsx';
import { rowName } from './row-names.ts';
import { StrategyRowBlock } from './strategy-row.tsx';
import styles from './table.module.css';
import { useTable } from './table-context.ts';
import type { StrategyViewProps } from './table-parts.ts';
import { useGrowing } from './use-growing.ts';
import { useTableActs } from './use-table-acts.ts';
import { tableKeys } from './use-table-keys.ts';

/** A table whose cells are moved through with the arrow keys is a grid to a screen reader. */
const asGrid = { role: 'grid', tabIndex: -1 };

/** The strategy as a grid of rows with fixed column widths, so that no key typed moves a column. */
export function StrategyGrid({ rows, editing, label }: StrategyViewProps) {
  const { t } = useTranslation('strategy');
  const { awareness, undo, open, catalogue } = useTable();
  const [focused, setFocused] = useState<string | null>(null);
  const drawn = useGrowing(rows.length);
  const acts = useTableActs();
  const keys = tableKeys({ rows, open, undo: () => undo?.undo(), redo: () => undo?.redo() });
  const lines = useMemo(() => firstLines(rows), [rows]);
  const onFocus = (event: FocusEvent): void => {
    const cell = event.target.closest<HTMLElement>('[data-cell]')?.dataset['cell'] ?? null;
    setFocused(cell);
    tellCell(awareness, cell);
  };
  const onBlur = (event: FocusEvent<HTMLElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) tellCell(awareness, null);
  };
  const menuAt = acts.menu ? rows.findIndex((row) => row.id === acts.menu?.row) : -1;
  const menuRow = rows[menuAt];
  return (
    <div className={styles['scroll']}>
      <a className={styles['skip']} href="#after-table">
        {t('table.skip')}
      </a>
      <table
        {...asGrid}
        onKeyDown={keys.onKeyDown}
        onClick={(event) => {
          if (!acts.onClick(event)) keys.onClick(event);
        }}
        aria-label={label}
        aria-description={t('table.help')}
        aria-colcount={columns.length}
        aria-rowcount={lines.at(-1)}
        aria-busy={drawn < rows.length || undefined}
        className={styles['grid']}
        onFocus={onFocus}
        onBlur={onBlur}
      >
        <GridHead />
        {rows.slice(0, drawn).map((row, index) => (
          <StrategyRowBlock
            key={row.id}
            row={row}
            place={index + 1}
            line={lines[index] ?? 2}
            focused={focused?.startsWith(row.id) ? focused : null}
            editing={editing?.key.startsWith(row.id) ? editing : null}
          />
        ))}
      </table>
      {acts.menu && menuRow && (
        <GridRowMenu
          row={menuRow}
          name={rowName(
            menuRow,
            menuRow.recommendation ? catalogue?.byId.get(menuRow.recommendation) : undefined,
            menuAt + 1,
            t,
          )}
          isFirst={menuAt === 0}
          isLast={menuAt === rows.length - 1}
          button={acts.menu.button}
          onClose={acts.closeMenu}
        />
      )}
      <div id="after-table" tabIndex={-1} />
    </div>
  );
}

/** The line of the grid on which each row begins, the head being line 1; the last entry is the number of lines. */
function firstLines(rows: StrategyViewProps['rows']): number[] {
  const lines = [2];
  for (const row of rows) lines.push((lines.at(-1) ?? 2) + Math.max(1, row.actions.length));
  lines[lines.length - 1] = (lines.at(-1) ?? 2) - 1;
  return rows.length > 0 ? lines : [1];
}
