import type { DocumentName, GroupId, RecommendationId, RowId } from '@board/shared/ids';
import { groupOf } from '@board/shared/ids';
import { type AgendaStep, readAgenda } from '@board/shared/model/agenda';
import { type BoardDetails, type BoardGroup, readDetails, readGroups } from '@board/shared/model/board';
import { type Recommendation, readCatalogue } from '@board/shared/model/catalogue';
import type { ItemSource } from '@board/shared/model/charter';
import { partnersOf } from '@board/shared/model/partners';
import { type Progress, progressOf } from '@board/shared/model/progress';
import { readStrategy, type StrategyAction, type StrategyRow } from '@board/shared/model/strategy';
import { readTimeline, type Timeline } from '@board/shared/model/timeline';
import { limits } from '@board/shared/protocol/limits';
import { goalOf } from '@board/shared/upr/sdg';
import type * as Y from 'yjs';
import type { RoomDirectory } from '../ports.ts';
import { type CharterReading, readCharter } from './charter-reading.ts';
import { shown } from './shown-text.ts';

/** What the live view needs from the board document. */
export interface BoardReading extends BoardDetails {
  groups: BoardGroup[];
  timeline: Timeline;
  agenda: AgendaStep[];
}

/** What the live view needs from one group's strategy: counts, and the rows that the group presents. */
export interface StrategyReading {
  progress: Progress;
  priorities: { rowId: RowId; recommendation: RecommendationId | null; actions: StrategyAction[] }[];
  contributions: { source: ItemSource; recommendation: RecommendationId | null; text: string }[];
  taken: RecommendationId[];
  partners: string[];
  /** SDG goals and targets that are named in any row. */
  targets: string[];
  /** What each row is about. */
  rows: ReadonlyMap<RowId, RecommendationId | null>;
}

/** What was last read from the documents. A document that was not read yet is missing. */
export interface Readings {
  board: BoardReading | null;
  catalogue: ReadonlyMap<RecommendationId, Recommendation>;
  charter: CharterReading | null;
  strategies: ReadonlyMap<GroupId, StrategyReading>;
}

export const nothingRead: Readings = { board: null, catalogue: new Map(), charter: null, strategies: new Map() };

/** Reads one document anew; the other readings stay the same objects. Rejects when the document cannot be loaded. */
export async function readAgain(
  rooms: Pick<RoomDirectory, 'read'>,
  document: DocumentName,
  before: Readings,
): Promise<Readings> {
  if (document === 'board') return { ...before, board: await rooms.read(document, readBoard) };
  if (document === 'charter') return { ...before, charter: await rooms.read(document, readCharter) };
  if (document === 'catalogue') {
    const list = await rooms.read(document, readCatalogue);
    return { ...before, catalogue: new Map(list.map((one) => [one.id, one])) };
  }
  const group = groupOf(document);
  if (group === null) return before;
  const reading = await rooms.read(document, readOneStrategy);
  return { ...before, strategies: new Map(before.strategies).set(group, reading) };
}

/** The board's plain values. */
export function readBoard(doc: Y.Doc): BoardReading {
  const groups = readGroups(doc).map((group) => ({ ...group, name: shown(group.name) }));
  const { title, ...details } = readDetails(doc);
  return { ...details, title: shown(title), groups, timeline: readTimeline(doc), agenda: readAgenda(doc) };
}

function readOneStrategy(doc: Y.Doc): StrategyReading {
  const rows = readStrategy(doc);
  return {
    progress: progressOf(rows),
    priorities: rows
      .filter((row) => row.priority)
      .slice(0, limits.shownRows)
      .map((row) => ({
        rowId: row.id,
        recommendation: row.recommendation,
        actions: row.actions
          .filter((action) => action.text !== '')
          .slice(0, limits.shownRows)
          .map((action) => ({ ...action, text: shown(action.text), indicator: shown(action.indicator) })),
      })),
    contributions: rows
      .flatMap((row) =>
        row.actions
          .filter((action) => action.contribution && action.text !== '')
          .map((action) => ({
            source: { rowId: row.id, actionId: action.id },
            recommendation: row.recommendation,
            text: shown(action.text),
          })),
      )
      .slice(0, limits.shownRows),
    taken: [...new Set(rows.flatMap((row) => row.recommendation ?? []))],
    partners: partnersOf(rows),
    targets: targetsOf(rows),
    rows: new Map(rows.map((row) => [row.id, row.recommendation])),
  };
}

/** What is no code of a goal or target is nobody's target. */
function targetsOf(rows: readonly StrategyRow[]): string[] {
  return [...new Set(rows.flatMap((row) => row.sdgTargets))].filter((code) => goalOf(code) !== null);
}
