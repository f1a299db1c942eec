import type { Recommendation } from '@board/shared/model/catalogue';
import { type CellAddress, cellKey, referenceCells, type StrategyRow } from '@board/shared/model/strategy';
import type { TFunction } from 'i18next';

/** A row's name for what is spoken: `recommendation 110.34`, or its place in the table. `place` counts from 1. */
export function rowName(
  row: StrategyRow,
  recommendation: Recommendation | undefined,
  place: number,
  t: TFunction<'strategy'>,
): string {
  if (recommendation) return t('row.named', { number: recommendation.number });
  return row.recommendation === null ? t('row.withoutNamed', { place }) : t('row.gone');
}

/** The name of a row's cell of references: with its place where two rows that were put together have several. */
export function referenceName(row: StrategyRow, address: CellAddress, t: TFunction<'strategy'>): string {
  const keys = referenceCells(row).map((cell) => cellKey(cell.address));
  const at = keys.indexOf(cellKey(address));
  // One that somebody is about to begin stands behind the others.
  const place = at < 0 ? keys.length + 1 : at + 1;
  return Math.max(keys.length, place) === 1 ? t('cell.mechanisms') : t('cell.mechanismsOf', { place });
}
