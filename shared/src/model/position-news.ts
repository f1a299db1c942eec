import type * as Y from 'yjs';
import type { RowId } from '../ids.ts';
import type { PositionOfState } from '../upr/positions.ts';
import type { Recommendation } from './catalogue.ts';
import { readMap } from './read.ts';
import type { StrategyRow } from './strategy.ts';

/** A recommendation's position that has changed since the group looked at it. */
export interface PositionNews {
  was: PositionOfState;
  now: PositionOfState;
}

/** What is new about the position of a row's recommendation; null when it has not changed, or the group has seen that it has. */
export function positionNews(
  row: Pick<StrategyRow, 'seenPosition'>,
  recommendation: Pick<Recommendation, 'was' | 'position'> | undefined,
): PositionNews | null {
  if (!recommendation) return null;
  const was = row.seenPosition ?? recommendation.was;
  return was === undefined || was === recommendation.position ? null : { was, now: recommendation.position };
}

/** Notes that somebody of the group has seen the positions as they are now. One transaction; rows that are gone are left out. */
export function seePositions(
  doc: Y.Doc,
  seen: Iterable<readonly [RowId, PositionOfState]>,
  origin: unknown = null,
): void {
  doc.transact(() => {
    for (const [id, position] of seen) {
      const entry = readMap(doc.getMap('rows').get(id));
      if (entry && entry.get('seenPosition') !== position) entry.set('seenPosition', position);
    }
  }, origin);
}
