import type { RowId } from '@board/shared/ids';
import type { StrategyRow } from '@board/shared/model/strategy';
import { useMemo } from 'react';
import { Menu as AriaMenu } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import styles from '../ui/menu.module.css';
import { Menu, MenuItems } from '../ui/menu.tsx';
import popover from '../ui/popover.module.css';
import { doWithRow, type RowChoice, rowChoices } from './row-menu-choices.ts';
import { rowName } from './row-names.ts';
import { useTable } from './table-context.ts';

interface Props {
  row: StrategyRow;
  name: string;
  isFirst: boolean;
  isLast: boolean;
}

/** What can be done with a whole row: a button with its menu, for a card. */
export function RowMenu({ row, name, isFirst, isLast }: Props) {
  const { t } = useTranslation('strategy');
  const table = useTable();
  return (
    <Menu
      kind="plain"
      size="small"
      label={t('row.menu')}
      ariaLabel={t('row.menuOf', { row: name })}
      onChoose={(choice) => doWithRow(table, row, choice, t)}
      items={rowChoices(row, isFirst, isLast, t)}
    />
  );
}

interface GridMenuProps {
  rows: readonly StrategyRow[];
  row: RowId;
  /** What the menu hangs from. */
  button: HTMLElement;
  /** The rows of the chosen cells, or this one. */
  chosen: (row: RowId) => readonly RowId[];
  isFolded: boolean;
  /** What else the grid can do with a row. */
  onAct: (act: 'fold' | 'add-action' | 'add-risk', row: RowId) => void;
  onClose: () => void;
}

/** The one menu of the grid, below the button that was pressed: two hundred of them would cost more than the table. */
export function GridRowMenu({ rows, row: id, button, chosen, isFolded, onAct, onClose }: GridMenuProps) {
  const { t } = useTranslation('strategy');
  const table = useTable();
  const trigger = useMemo(() => ({ current: button }), [button]);
  const at = rows.findIndex((one) => one.id === id);
  const row = rows[at];
  if (!row) return null;
  const recommendation = row.recommendation ? table.catalogue?.byId.get(row.recommendation) : undefined;
  const choices = gridChoices(isFolded, row, at === 0, at === rows.length - 1, t);
  return (
    <Popover
      className={popover['popover'] ?? ''}
      triggerRef={trigger}
      placement="bottom start"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <AriaMenu
        className={styles['menu'] ?? ''}
        aria-label={t('row.menuOf', { row: rowName(row, recommendation, at + 1, t) })}
        autoFocus="first"
        onAction={(key) => {
          if (key === 'fold' || key === 'add-action' || key === 'add-risk') onAct(key, id);
          else if (key === 'sort') table.sort(chosen(id));
          else doWithRow(table, row, key as RowChoice, t);
        }}
        onClose={onClose}
      >
        <MenuItems items={choices} />
      </AriaMenu>
    </Popover>
  );
}

/** What a card offers, folding, and adding: the buttons for it below the actions and risks are not on Tab’s way. */
function gridChoices(isFolded: boolean, ...[row, isFirst, isLast, t]: Parameters<typeof rowChoices>) {
  const [priority, ...others] = rowChoices(row, isFirst, isLast, t);
  const adding = [
    { id: 'add-action', label: t('action.add'), isDisabled: false, danger: false },
    { id: 'add-risk', label: t('risk.add'), isDisabled: false, danger: false },
  ];
  const fold = { id: 'fold', label: t(isFolded ? 'row.show' : 'row.fold'), isDisabled: false, danger: false };
  return [...(priority ? [priority] : []), ...(isFolded ? [] : adding), fold, ...others];
}
