import type { CSSProperties, ReactNode } from 'react';
import { hueOf } from '../ui/group-mark.tsx';
import type { PersonHere } from './presence.ts';
import { PresenceMarks } from './presence-marks.tsx';
import styles from './table.module.css';

/** Names a cell's element in the page. */
export function cellElementId(key: string): string {
  return `cell-${key}`;
}

export interface TableCellProps {
  cellKey: string;
  /** Counted from 1. */
  column: number;
  mayWrite: boolean;
  /** What Enter, F2 and a press open. */
  opens: 'editor' | 'dialog' | 'nothing';
  isOpen?: boolean;
  /** Who else is here. */
  others?: readonly PersonHere[] | undefined;
  /** `group` with a label where several of these stand in one cell of the grid. */
  group?: string;
  rowSpan?: number;
  place?: CSSProperties;
  look?: 'number' | 'recommendation';
  children: ReactNode;
}

/**
 * A cell that can be reached with the arrow keys. The table listens for keys and presses, see `use-table-keys.ts`; four
 * thousand of these stand in a page, so there is no hook in it, and Tab comes to one of them only, see `grid/tab-stop.ts`.
 */
export function TableCell(props: TableCellProps) {
  const { cellKey, column, mayWrite, opens, isOpen = false, others, group, rowSpan, place, look, children } = props;
  const first = others?.[0];
  const Element = group ? 'div' : 'td';
  return (
    <Element
      id={cellElementId(cellKey)}
      className={styles['cell']}
      data-cell={cellKey}
      data-look={look}
      data-opens={mayWrite ? opens : 'nothing'}
      data-open={isOpen || undefined}
      data-others={first ? true : undefined}
      role={group ? 'group' : 'gridcell'}
      tabIndex={-1}
      style={first ? { ...place, ...hueOf(first.colour) } : place}
      aria-label={group}
      aria-colindex={group ? undefined : column}
      aria-readonly={group ? undefined : !mayWrite || opens === 'nothing'}
      aria-rowspan={rowSpan}
    >
      {others && first && <PresenceMarks people={others} />}
      {children}
    </Element>
  );
}
