import type { GroupId, RecommendationId } from '@board/shared/ids';
import { keyed } from '@board/shared/keyed';
import type { LiveView } from '@board/shared/live-view';
import type { Recommendation } from '@board/shared/model/catalogue';
import { foldName } from '@board/shared/model/partners';
import { limits } from '@board/shared/protocol/limits';
import { compareOverlaps, type OverlapChoice, type OverlapView, overlapKey } from '@board/shared/screen-view';
import { shown } from './shown-text.ts';
import type { StrategyReading } from './strategy-reading.ts';

/** What the overlaps are computed from. */
export interface OverlapSources {
  catalogue: ReadonlyMap<RecommendationId, Recommendation>;
  /** Also of groups that keep their strategy closed: which recommendations are taken is no secret. */
  taken: Readonly<Record<RecommendationId, readonly GroupId[]>>;
  /** Strategies that everybody may read, in the groups' order. */
  open: readonly (readonly [GroupId, StrategyReading])[];
  decided: ReadonlyMap<string, OverlapChoice>;
}

type Found = Omit<OverlapView, 'decided'>;

/** Recommendations, SDG targets and partners that several groups have, and how many there are. Of more than a hall talks about, what is not decided yet and what most groups share, and some that are decided. */
export function overlapViews(sources: OverlapSources): Pick<LiveView, 'overlaps' | 'overlapCount'> {
  const { open, decided } = sources;
  const found = [
    ...recommendations(sources),
    ...shared('target', open, ({ targets }) => targets.map((code) => [code, code])),
    ...shared('partner', open, ({ partners }) => partners.map((name) => [foldName(name), name])),
  ];
  const views = found
    .filter(({ groups }) => groups.length > 1)
    .map((one) => ({ ...one, decided: decided.get(overlapKey(one)) ?? null }))
    .sort(compareOverlaps);
  const shown = [
    ...views.filter((one) => one.decided === null).slice(0, limits.shownOverlaps),
    ...views.filter((one) => one.decided !== null).slice(0, limits.shownDecided),
  ];
  return { overlaps: keyed(shown.map((one) => [overlapKey(one), one])), overlapCount: views.length };
}

function recommendations({ catalogue, taken }: OverlapSources): Found[] {
  return Object.entries(taken).flatMap(([id, groups]): Found[] => {
    const one = groups.length > 1 ? catalogue.get(id as RecommendationId) : undefined;
    if (!one) return [];
    const text = Object.entries(one.text).map(
      ([language, words]) => [language, shown(words, limits.shownLine)] as const,
    );
    return [{ kind: 'recommendation', of: id, name: one.number, text: keyed(text), groups: [...groups] }];
  });
}

function shared(
  kind: 'target' | 'partner',
  open: OverlapSources['open'],
  pairsOf: (strategy: StrategyReading) => (readonly [of: string, name: string])[],
): Found[] {
  const found = new Map<string, Found>();
  for (const [group, strategy] of open) {
    for (const [of, name] of pairsOf(strategy)) {
      const known = found.get(of) ?? { kind, of, name, text: {}, groups: [] };
      if (!known.groups.includes(group)) known.groups.push(group);
      found.set(of, known);
    }
  }
  return [...found.values()];
}
