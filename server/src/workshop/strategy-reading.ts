import type { RecommendationId, RowId } from '@board/shared/ids';
import type { ItemSource } from '@board/shared/model/charter';
import { partnersOf } from '@board/shared/model/partners';
import { type Progress, progressOf } from '@board/shared/model/progress';
import { Reach } from '@board/shared/model/reach';
import { readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import type { PresentedAction } from '@board/shared/presentation';
import { limits } from '@board/shared/protocol/limits';
import { goalOf } from '@board/shared/upr/sdg';
import type * as Y from 'yjs';
import { ShownTexts } from './shown-text.ts';

/** UTF-16 units that an action takes in the live view beside its texts. */
const actionItself = 150;

/** What the live view needs from one group's strategy: counts, and the rows that the group presents. */
export interface StrategyReading {
  progress: Progress;
  priorities: { rowId: RowId; recommendation: RecommendationId | null; actions: PresentedAction[] }[];
  contributions: { source: ItemSource; recommendation: RecommendationId | null; text: string }[];
  taken: RecommendationId[];
  partners: string[];
  /** SDG goals and targets that are named in any row. */
  targets: string[];
  /** What each row is about, of the rows that are read. */
  rows: ReadonlyMap<RowId, RecommendationId | null>;
  /** False when there is more in the strategy than is read. */
  isWhole: boolean;
}

/** Reads a strategy as far as it is read for the hall: its writers choose how large it is, and it is read at every change. */
export function readForHall(doc: Y.Doc): StrategyReading {
  const { readRows, readParts, readText, readCellText } = limits;
  const reach = new Reach({ rows: readRows, parts: readParts, text: readText, cellText: readCellText });
  const rows = readStrategy(doc, reach);
  return {
    progress: progressOf(rows),
    priorities: prioritiesIn(rows, new ShownTexts(limits.shownGroupText)),
    contributions: contributionsIn(rows, new ShownTexts(limits.shownGroupText)),
    taken: [...new Set(rows.flatMap((row) => row.recommendation ?? []))],
    partners: partnersOf(rows),
    targets: targetsOf(rows),
    rows: new Map(rows.map((row) => [row.id, row.recommendation])),
    isWhole: reach.isWhole,
  };
}

function prioritiesIn(rows: readonly StrategyRow[], texts: ShownTexts): StrategyReading['priorities'] {
  return rows
    .filter((row) => row.priority)
    .slice(0, limits.shownRows)
    .map((row) => ({
      rowId: row.id,
      recommendation: row.recommendation,
      actions: texts
        .first(row.actions.filter((action) => action.text !== '').slice(0, limits.shownRows), actionItself)
        .map(({ id, text, indicator, resources, partners, timeframe }) => ({
          ...{ id, timeframe },
          text: texts.shown(text),
          indicator: texts.shown(indicator),
          resources: texts.shown(resources),
          partners: texts.shown(partners),
        })),
    }));
}

function contributionsIn(rows: readonly StrategyRow[], texts: ShownTexts): StrategyReading['contributions'] {
  const given = rows.flatMap((row) =>
    row.actions
      .filter((action) => action.contribution && action.text !== '')
      .map((action) => ({ source: { rowId: row.id, actionId: action.id }, row, text: action.text })),
  );
  return given
    .slice(0, limits.shownRows)
    .map(({ source, row, text }) => ({ source, recommendation: row.recommendation, text: texts.shown(text) }));
}

/** What is no code of a goal or target is nobody's target. */
function targetsOf(rows: readonly StrategyRow[]): string[] {
  return [...new Set(rows.flatMap((row) => row.sdgTargets))].filter((code) => goalOf(code) !== null);
}
