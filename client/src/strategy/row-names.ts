import type { Recommendation } from '@board/shared/model/catalogue';
import type { StrategyRow } from '@board/shared/model/strategy';
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
