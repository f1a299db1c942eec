import { type CellAddress, cellFragment, cellKey, type StrategyRow } from '@board/shared/model/strategy';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CellAids } from './pickers/cell-aids.tsx';
import { PlainField } from './plain-field.tsx';
import { tellCell } from './presence.ts';
import { useWhoSees } from './saving.tsx';
import { useTable } from './table-context.ts';

interface Props {
  row: StrategyRow;
  address: CellAddress;
  rowName: string;
  onClose: () => void;
}

/** One cell over the whole screen of a phone, as a plain text field: keyboards that guess words behave in it. */
export function CellSheet({ row, address, rowName, onClose }: Props) {
  const { t } = useTranslation('strategy');
  const { doc, origin, awareness } = useTable();
  const whoSees = useWhoSees();
  const key = cellKey(address);
  useEffect(() => {
    tellCell(awareness, key);
    return () => tellCell(awareness, null);
  }, [awareness, key]);
  const fragment = cellFragment(doc, address);
  if (!fragment) return null;
  const place =
    'action' in address
      ? row.actions.findIndex((action) => action.id === address.action) + 1
      : 'risk' in address
        ? row.risks.findIndex((risk) => risk.id === address.risk) + 1
        : 1;
  return (
    <Dialog
      title={t('cell.in', { cell: t(`cell.${address.cell}`, { place }), row: rowName })}
      width="sheet"
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {t('sheet.done')}
        </Button>
      }
    >
      <PlainField fragment={fragment} origin={origin} label={t(`cell.${address.cell}`, { place })} hint={whoSees} />
      <CellAids address={address} fragment={fragment} />
    </Dialog>
  );
}
