import type { GroupId, RecommendationId } from '@board/shared/ids';
import type { Recommendation } from '@board/shared/model/catalogue';
import type { GroupRights } from '@board/shared/policy';
import { limits } from '@board/shared/protocol/limits';
import { type CoverageView, coverageSteps, type Share } from '@board/shared/screen-view';
import { positionsOfState } from '@board/shared/upr/positions';
import { goalOf } from '@board/shared/upr/sdg';
import { shown } from './shown-text.ts';
import type { StrategyReading } from './strategy-reading.ts';

const goals = 17;

/** What the coverage is computed from. */
export interface CoverageSources {
  catalogue: ReadonlyMap<RecommendationId, Recommendation>;
  /** The groups that have taken a recommendation; also those that keep their strategy closed, since that is no secret. */
  taken: Readonly<Record<RecommendationId, readonly GroupId[]>>;
  groups: ReadonlyMap<GroupId, GroupRights>;
  strategies: ReadonlyMap<GroupId, StrategyReading>;
  isOpen(group: GroupId): boolean;
}

/** How far the strategies cover the catalogue. What was taken and is not in the catalogue any more does not count. */
export function coverageView({ catalogue, taken, groups, strategies, isOpen }: CoverageSources): CoverageView {
  const all: Share = { total: 0, taken: 0 };
  const byGroups = Array<number>(coverageSteps).fill(0);
  const positions = Object.fromEntries(
    positionsOfState.map((position) => [position, { total: 0, taken: 0 }]),
  ) as CoverageView['positions'];
  const themes = new Map<string, Share>();
  for (const one of catalogue.values()) {
    const count = taken[one.id]?.length ?? 0;
    byGroups[Math.min(count, coverageSteps - 1)]! += 1;
    for (const share of [all, positions[one.position], ...sharesOf(themes, one.themes)]) {
      share.total += 1;
      if (count > 0) share.taken += 1;
    }
  }
  return {
    ...all,
    byGroups,
    positions,
    themes: largest(themes),
    themeCount: themes.size,
    goals: goalsOf([...groups.keys()].filter(isOpen), strategies),
    closedGroups: [...groups.keys()].filter((group) => !isOpen(group)).length,
  };
}

function sharesOf(themes: Map<string, Share>, names: readonly string[]): Share[] {
  return [...new Set(names)].map((name) => {
    const known = themes.get(name) ?? { total: 0, taken: 0 };
    themes.set(name, known);
    return known;
  });
}

/** In an order that nobody's typing changes: it depends on the catalogue only. */
function largest(themes: ReadonlyMap<string, Share>): CoverageView['themes'] {
  return [...themes]
    .sort(([a, one], [b, other]) => other.total - one.total || (a < b ? -1 : 1))
    .slice(0, limits.shownThemes)
    .map(([name, share]) => ({ name: shown(name, limits.shownLine), ...share }));
}

function goalsOf(groups: readonly GroupId[], strategies: CoverageSources['strategies']): number[] {
  const counts = Array<number>(goals).fill(0);
  for (const group of groups) {
    const own = new Set(strategies.get(group)?.targets.map(goalOf));
    for (const goal of own) if (goal !== null) counts[goal - 1]! += 1;
  }
  return counts;
}
