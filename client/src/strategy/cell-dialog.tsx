import type { StrategyRow } from '@board/shared/model/strategy';
import { useTranslation } from 'react-i18next';
import { CellSheet } from './cell-sheet.tsx';
import { SdgDialog } from './pickers/sdg-dialog.tsx';
import { TimeframeDialog } from './pickers/timeframe-dialog.tsx';
import { rowName } from './row-names.ts';
import { useTable } from './table-context.ts';
import { placeOf } from './table-model.ts';
import type { OpenCell } from './table-parts.ts';

interface Props {
  rows: readonly StrategyRow[];
  editing: OpenCell;
  /** On a phone: texts too are written in a sheet over the whole screen. */
  isSheet: boolean;
}

/** What opens over the table for a cell that is no shared text, or on a phone for any. */
export function CellDialog({ rows, editing: { key }, isSheet }: Props) {
  const { t } = useTranslation('strategy');
  const { leave, catalogue } = useTable();
  const at = rows.findIndex((one) => key.startsWith(`${one.id}.`));
  const row = rows[at];
  const place = row && placeOf(row, key);
  if (!row || !place) return null;
  const recommendation = row.recommendation ? catalogue?.byId.get(row.recommendation) : undefined;
  const name = rowName(row, recommendation, at + 1, t);
  const onClose = (): void => leave(key, 'escape');
  if (place.kind === 'timeframe') {
    const action = row.actions.find((one) => one.id === place.action);
    return action ? <TimeframeDialog row={row.id} action={action} onClose={onClose} /> : null;
  }
  if (place.kind === 'special') return place.cell === 'sdg' ? <SdgDialog row={row} onClose={onClose} /> : null;
  return isSheet ? <CellSheet row={row} address={place.address} rowName={name} onClose={onClose} /> : null;
}
