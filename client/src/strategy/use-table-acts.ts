import type { RowId } from '@board/shared/ids';
import { addAction, addRisk } from '@board/shared/model/strategy-edits';
import { type MouseEvent, useState } from 'react';
import { focusCell } from './cell-focus.ts';
import type { GridAct } from './grid-button.tsx';
import { useTable } from './table-context.ts';
import { specialKey } from './table-model.ts';
import { useMerge } from './twin-note.tsx';

interface TableActs {
  /** Does what a pressed button of the grid stands for; false when the press was on no such button. */
  onClick: (event: MouseEvent<HTMLElement>) => boolean;
  /** Does it for a row, without a button. */
  act: (what: Exclude<GridAct, 'menu'>, row: RowId) => void;
  /** The row whose menu is open, and the button that it hangs from. */
  menu: { row: RowId; button: HTMLElement } | null;
  closeMenu: () => void;
}

/** One listener for the buttons of all rows. */
export function useTableActs(toggleFold: (row: RowId) => void): TableActs {
  const { doc, origin, open } = useTable();
  const merge = useMerge();
  const [menu, setMenu] = useState<TableActs['menu']>(null);
  const act: TableActs['act'] = (what, row) => {
    switch (what) {
      case 'merge':
        merge(row);
        return;
      case 'fold':
        toggleFold(row);
        focusCell(specialKey(row, 'number'));
        return;
      case 'add-action': {
        const action = addAction(doc, row, origin);
        if (action) open(`${row}.${action}.text`);
        return;
      }
      case 'add-risk': {
        const risk = addRisk(doc, row, origin);
        if (risk) open(`${row}.${risk}.risk`);
        return;
      }
    }
  };
  const onClick = (event: MouseEvent<HTMLElement>): boolean => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act]') : null;
    const row = button?.closest<HTMLElement>('[data-row]')?.dataset['row'];
    if (!button || row === undefined) return false;
    const what = button.dataset['act'] as GridAct;
    if (what === 'menu') setMenu({ row: row as RowId, button });
    else act(what, row as RowId);
    return true;
  };
  return { onClick, act, menu, closeMenu: () => setMenu(null) };
}
