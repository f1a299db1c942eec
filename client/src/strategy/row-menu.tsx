import { readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import { moveRow, removeRow, setPriority } from '@board/shared/model/strategy-edits';
import { useTranslation } from 'react-i18next';
import { announce } from '../ui/announcements.ts';
import { Menu } from '../ui/menu.tsx';
import { useTable } from './table-context.ts';

interface Props {
  row: StrategyRow;
  name: string;
  isFirst: boolean;
  isLast: boolean;
}

/** What can be done with a whole row. */
export function RowMenu({ row, name, isFirst, isLast }: Props) {
  const { t } = useTranslation('strategy');
  const { doc, origin } = useTable();
  const choose = (choice: 'priority' | 'up' | 'down' | 'remove'): void => {
    switch (choice) {
      case 'priority':
        setPriority(doc, row.id, !row.priority, origin);
        return;
      case 'remove':
        if (removeRow(doc, row.id, origin)) announce(t('row.removed'));
        return;
      default: {
        const others = readStrategy(doc);
        const at = others.findIndex((one) => one.id === row.id);
        moveRow(doc, row.id, others[choice === 'up' ? at - 2 : at + 1]?.id ?? null, origin);
      }
    }
  };
  return (
    <Menu
      kind="plain"
      size="small"
      label={t('row.menu')}
      ariaLabel={t('row.menuOf', { row: name })}
      onChoose={choose}
      items={[
        { id: 'priority', label: t(row.priority ? 'row.unmark' : 'row.mark') },
        { id: 'up', label: t('row.up'), isDisabled: isFirst },
        { id: 'down', label: t('row.down'), isDisabled: isLast },
        { id: 'remove', label: t('row.remove'), danger: true },
      ]}
    />
  );
}
