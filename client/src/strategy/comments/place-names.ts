import type { StrategyRow } from '@board/shared/model/strategy';
import type { TFunction } from 'i18next';
import { referenceName } from '../row-names.ts';
import { lanesOf, placeOf } from '../table-model.ts';

/** What a cell is called; null when it is not in its row (any more), or stands for the row as a whole. */
export function cellName(row: StrategyRow, key: string, t: TFunction<'strategy'>): string | null {
  const found = placeOf(row, key);
  if (!found) return null;
  if (found.kind === 'special') return found.cell === 'sdg' ? t('cell.sdg') : null;
  const actionPlace = (id: string) => row.actions.findIndex((action) => action.id === id) + 1;
  if (found.kind === 'timeframe') return t('cell.timeframe', { place: actionPlace(found.action) });
  const { address } = found;
  if ('risk' in address) {
    return t(`cell.${address.cell}`, { place: row.risks.findIndex((risk) => risk.id === address.risk) + 1 });
  }
  if (!('action' in address)) return referenceName(row, address, t);
  return t(`cell.${address.cell}`, { place: actionPlace(address.action) });
}

/** The cells of a row that can be talked about, with their names. */
export function cellsOf(row: StrategyRow, t: TFunction<'strategy'>): { key: string; name: string }[] {
  return lanesOf(row)
    .flat()
    .flatMap((key) => {
      const name = cellName(row, key, t);
      return name === null ? [] : [{ key, name }];
    });
}
