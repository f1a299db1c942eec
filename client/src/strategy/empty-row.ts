import type { RecommendationId, RowId } from '@board/shared/ids';
import type { StrategyRow } from '@board/shared/model/strategy';

/** A row in which nothing stands yet but what it is about. */
export function emptyRow(id: RowId, order: string, recommendation: RecommendationId | null): StrategyRow {
  return {
    id,
    order,
    recommendation,
    cluster: null,
    mechanisms: '',
    sdgTargets: [],
    priority: false,
    actions: [],
    risks: [],
  };
}
