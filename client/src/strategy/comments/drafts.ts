import type { RowId } from '@board/shared/ids';
import type { StrategyRow } from '@board/shared/model/strategy';

/** Under which row's id the draft of a comment on a row is kept: that of a row put together with it, where one was begun there. */
export function draftFor(drafts: ReadonlyMap<string, string>, begunAt: RowId, row: StrategyRow): RowId {
  const ids = [begunAt, row.id, ...(row.joined?.map(({ id }) => id) ?? [])];
  return ids.find((id) => drafts.get(id)) ?? begunAt;
}
