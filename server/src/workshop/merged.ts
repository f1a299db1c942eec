import type { RecommendationId } from '@board/shared/ids';
import { type Recommendation, readCatalogue } from '@board/shared/model/catalogue';
import type { RoomDirectory } from '../ports.ts';
import type { Readings } from './live-readings.ts';
import type { StrategyReading } from './strategy-reading.ts';

/** Two recommendations with one number may have been merged: rows of groups still name either, and count as one. */

/** The same readings, with every row about the recommendation that its own was merged into. The same object where none was. */
export function ledReadings(readings: Readings): Readings {
  const leads = leadsIn(readings.catalogue.values());
  if (leads.size === 0) return readings;
  const strategies = [...readings.strategies].map(([group, one]) => [group, led(one, leads)] as const);
  return { ...readings, strategies: new Map(strategies) };
}

/** The ids under which rows may be about a recommendation: its own, that of the one it was merged into, and those merged into that. */
export async function idsOf(
  rooms: Pick<RoomDirectory, 'read'>,
  id: RecommendationId,
): Promise<ReadonlySet<RecommendationId>> {
  const list = await rooms.read('catalogue', readCatalogue);
  const one = list.find((other) => other.id === id || other.aliases?.includes(id));
  return new Set([id, ...(one ? [one.id, ...(one.aliases ?? [])] : [])]);
}

type Leads = ReadonlyMap<RecommendationId, RecommendationId>;

function leadsIn(catalogue: Iterable<Recommendation>): Leads {
  const leads = new Map<RecommendationId, RecommendationId>();
  for (const { id, aliases } of catalogue) for (const alias of aliases ?? []) leads.set(alias, id);
  return leads;
}

function led(strategy: StrategyReading, leads: Leads): StrategyReading {
  const lead = (id: RecommendationId): RecommendationId => leads.get(id) ?? id;
  const about = <One extends { recommendation: RecommendationId | null }>(one: One): One =>
    one.recommendation === null ? one : { ...one, recommendation: lead(one.recommendation) };
  return {
    ...strategy,
    priorities: strategy.priorities.map(about),
    contributions: strategy.contributions.map(about),
    taken: [...new Set(strategy.taken.map(lead))],
    rows: new Map([...strategy.rows].map(([row, id]) => [row, id === null ? null : lead(id)])),
  };
}
