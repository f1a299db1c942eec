import type { ClusterId, RecommendationId } from '@board/shared/ids';
import type { Recommendation } from '@board/shared/model/catalogue';
import { compareNumbers } from '@board/shared/upr/numbers';
import { positionsOfState } from '@board/shared/upr/positions';
import { goalOf } from '@board/shared/upr/sdg';
import type { GroupPart, RowPart, WorkshopFile } from '@board/shared/workshop-file/parts';
import type { Arrangement } from './orders.ts';
import type { Words } from './words.ts';

/** A strategy as a document shows it: sections with their rows. */
export interface StrategyContent {
  sections: ContentSection[];
  /** Groups whose strategy could not be read by whoever takes it home. */
  missing: string[];
}

/** A part of a strategy under one heading; '' where it needs none. */
export interface ContentSection {
  title: string;
  /** The cluster that the rows are in; null where the section is something else, '' for rows in none. */
  cluster: ClusterId | '' | null;
  rows: ContentRow[];
  /** The group, where the section is one group's. */
  group: GroupPart | null;
}

/** A row with what it points to. */
export interface ContentRow {
  row: RowPart;
  group: GroupPart;
  recommendation: Recommendation | null;
  /** '' for a row in no cluster. */
  cluster: string;
}

/** One group's strategy, by its clusters where it has any: rows in none come last. */
export function contentOfGroup(file: WorkshopFile, group: GroupPart, words: Words): StrategyContent {
  if (!group.strategy) return { sections: [], missing: [group.name] };
  const rows = rowsOf(file, group);
  const { clusters } = group.strategy;
  const known = new Set(clusters.map(({ id }) => id));
  const used = clusters.filter(({ id }) => rows.some(({ row }) => row.cluster === id));
  if (used.length === 0) return { sections: [{ title: '', cluster: null, rows, group }], missing: [] };
  const sections = used.map(
    ({ id, name }): ContentSection => ({
      title: name || words.t('strategy:clusters.nameless'),
      cluster: id,
      rows: rows.filter(({ row }) => row.cluster === id),
      group,
    }),
  );
  const others = rows.filter(({ row }) => row.cluster === null || !known.has(row.cluster));
  if (others.length > 0) sections.push({ title: words.t('strategy:clusters.none'), cluster: '', rows: others, group });
  return { sections, missing: [] };
}

/** All groups' strategies, put together in one of four ways. By goal a row stands at each of its goals. */
export function consolidated(file: WorkshopFile, by: Arrangement, words: Words): StrategyContent {
  const missing = file.groups.filter(({ strategy }) => !strategy).map(({ name }) => name);
  return { sections: sectionsBy(file, by, words).filter(({ rows }) => rows.length > 0), missing };
}

function sectionsBy(file: WorkshopFile, by: Arrangement, words: Words): ContentSection[] {
  const present = file.groups.filter(({ strategy }) => strategy !== null);
  if (by === 'group')
    return present.map((group) => ({ title: group.name, cluster: null, rows: rowsOf(file, group), group }));
  const all = present.flatMap((group) => rowsOf(file, group)).sort(byNumber);
  const section = (title: string, rows: ContentRow[]): ContentSection => ({ title, cluster: null, rows, group: null });
  if (by === 'recommendation') {
    const without = all.filter(({ recommendation }) => recommendation === null);
    const withOne = all.filter(({ recommendation }) => recommendation !== null);
    return [section('', withOne), section(words.t('strategy:row.without'), without)];
  }
  if (by === 'position') {
    return [
      ...positionsOfState.toSorted(asPrinted).map((position) =>
        section(
          words.t(`frame:position.${position}`),
          all.filter(({ recommendation }) => recommendation?.position === position),
        ),
      ),
      section(
        words.t('strategy:row.without'),
        all.filter(({ recommendation }) => recommendation === null),
      ),
    ];
  }
  const goals = Array.from({ length: 17 }, (_, index) => index + 1);
  return [
    ...goals.map((goal) =>
      section(
        goalTitle(goal, words),
        all.filter(({ row }) => row.sdgTargets.some((code) => goalOf(code) === goal)),
      ),
    ),
    section(
      words.t('takehome:doc.noGoal'),
      all.filter(({ row }) => !row.sdgTargets.some((code) => goalOf(code) !== null)),
    ),
  ];
}

/** SDG 5: its title. */
function goalTitle(goal: number, words: Words): string {
  return `${words.t('strategy:filter.goalNamed', { goal })}: ${words.titleOfTarget(String(goal)).words}`;
}

/** Supported before noted before pending. */
function asPrinted(a: string, b: string): number {
  const order = ['supported', 'noted', 'pending'];
  return order.indexOf(a) - order.indexOf(b);
}

function rowsOf(file: WorkshopFile, group: GroupPart): ContentRow[] {
  const recommendations = byId(file);
  const clusters = new Map(group.strategy?.clusters.map(({ id, name }) => [id, name]));
  return (group.strategy?.rows ?? []).map((row) => ({
    row,
    group,
    recommendation: (row.recommendation && recommendations.get(row.recommendation)) || null,
    cluster: (row.cluster && clusters.get(row.cluster)) || '',
  }));
}

const known = new WeakMap<WorkshopFile, Map<RecommendationId, Recommendation>>();

function byId(file: WorkshopFile): Map<RecommendationId, Recommendation> {
  const pairs = file.recommendations.flatMap((one) => [one.id, ...(one.aliases ?? [])].map((id) => [id, one] as const));
  const map = known.get(file) ?? new Map(pairs);
  known.set(file, map);
  return map;
}

/** Stable: rows on the same recommendation stay in the groups' order. */
function byNumber(a: ContentRow, b: ContentRow): number {
  return compareNumbers(a.recommendation?.number ?? '', b.recommendation?.number ?? '');
}
