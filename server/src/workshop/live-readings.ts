import type { DocumentName, GroupId, RecommendationId } from '@board/shared/ids';
import { groupOf } from '@board/shared/ids';
import { type AgendaStep, readAgenda } from '@board/shared/model/agenda';
import { type BoardDetails, type BoardGroup, readDetails, readGroups } from '@board/shared/model/board';
import { type Recommendation, readCatalogue } from '@board/shared/model/catalogue';
import { readTimeline, type Timeline } from '@board/shared/model/timeline';
import { limits } from '@board/shared/protocol/limits';
import type * as Y from 'yjs';
import { type CharterReading, readCharter } from './charter-reading.ts';
import { shown } from './shown-text.ts';
import { readForHall, type StrategyReading } from './strategy-reading.ts';

/** What the live view needs from the board document. */
export interface BoardReading extends BoardDetails {
  groups: BoardGroup[];
  timeline: Timeline;
  agenda: AgendaStep[];
}

/** What was last read from the documents. A document that was not read yet is missing. */
export interface Readings {
  board: BoardReading | null;
  catalogue: ReadonlyMap<RecommendationId, Recommendation>;
  charter: CharterReading | null;
  strategies: ReadonlyMap<GroupId, StrategyReading>;
}

export const nothingRead: Readings = { board: null, catalogue: new Map(), charter: null, strategies: new Map() };

/** Puts what was read from a document among the other readings, which stay the same objects. */
export type TakeReading = (before: Readings) => Readings;

/** How a document is read for the live view; null for one that it needs nothing from. */
export function readingOf(document: DocumentName): ((doc: Y.Doc) => TakeReading) | null {
  if (document === 'board') {
    return (doc) => {
      const board = readBoard(doc);
      return (before) => ({ ...before, board });
    };
  }
  if (document === 'charter') {
    return (doc) => {
      const charter = readCharter(doc);
      return (before) => ({ ...before, charter });
    };
  }
  if (document === 'catalogue') {
    return (doc) => {
      const catalogue = new Map(readCatalogue(doc, limits.recommendations).map((one) => [one.id, one]));
      return (before) => ({ ...before, catalogue });
    };
  }
  const group = groupOf(document);
  if (group === null) return null;
  return (doc) => {
    const reading = readForHall(doc);
    return (before) => ({ ...before, strategies: new Map(before.strategies).set(group, reading) });
  };
}

/** The board's plain values. */
export function readBoard(doc: Y.Doc): BoardReading {
  const groups = readGroups(doc).map((group) => ({ ...group, name: shown(group.name) }));
  const { title, ...details } = readDetails(doc);
  return { ...details, title: shown(title), groups, timeline: readTimeline(doc), agenda: readAgenda(doc) };
}
