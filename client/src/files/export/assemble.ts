import type { CommentView } from '@board/shared/commands';
import { type DocumentName, type GroupId, groupDocument } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { type BoardDetails, readDetails } from '@board/shared/model/board';
import { readTimeline } from '@board/shared/model/timeline';
import { limits } from '@board/shared/protocol/limits';
import {
  type CharterPart,
  type CommentPart,
  fileFormat,
  fileVersion,
  type GroupPart,
  type StepPart,
  type WorkshopFile,
} from '@board/shared/workshop-file/parts';
import type { WorkshopDecided } from '@board/shared/workshop-file/parts-decided';
import {
  readCharterPart,
  readRecommendations,
  readSteps,
  readStrategyPart,
} from '@board/shared/workshop-file/read-parts';
import type * as Y from 'yjs';
import { votesWithoutBallots } from './votes-in-file.ts';
import { withoutNames } from './without-names.ts';

/** What a workshop's file is read from. A document that is missing is not on this device, or may not be read. */
export interface Sources {
  view: LiveView;
  documents: ReadonlyMap<DocumentName, Y.Doc>;
  /** By group; groups whose comments are not at hand are missing. */
  comments: ReadonlyMap<GroupId, readonly CommentView[]>;
  /** What only the server can tell; null where it has not. */
  decided: WorkshopDecided | null;
  withNames: boolean;
  /** Milliseconds since 1970. */
  now: number;
}

/** A workshop as plain values, as far as its documents are at hand. `breath` is waited for between two of them, so that the page stays alive. */
export async function assemble(sources: Sources, breath: () => Promise<void>): Promise<WorkshopFile> {
  const { view, documents, decided, withNames, now } = sources;
  const board = documents.get('board');
  const catalogue = documents.get('catalogue');
  const groups: GroupPart[] = [];
  for (const [id, { name, open, keptClosed, presented }] of inPlace(view)) {
    const doc = documents.get(groupDocument(id));
    groups.push({ id, name, open, keptClosed, presented, strategy: doc ? readStrategyPart(doc) : null });
    await breath();
  }
  const file: WorkshopFile = {
    format: fileFormat,
    version: fileVersion,
    writtenAt: new Date(now).toISOString(),
    withNames,
    workshop: {
      ...detailsOf(view, board),
      stage: view.stage,
      timeline: board ? readTimeline(board) : view.workshop.timeline,
    },
    agenda: board ? readSteps(board) : stepsIn(view),
    groups,
    recommendations: catalogue ? readRecommendations(catalogue) : [],
    charter: charterOf(documents.get('charter')),
    adopted: view.charter.adopted,
    votes: votesWithoutBallots(view, now),
    comments: commentsOf(sources),
    together: decided?.together ?? togetherIn(view),
    ...(decided && { decided: decided.decided }),
  };
  return withNames ? file : withoutNames(file);
}

function inPlace(view: LiveView): [GroupId, LiveView['groups'][GroupId]][] {
  return (Object.entries(view.groups) as [GroupId, LiveView['groups'][GroupId]][]).sort(
    ([, a], [, b]) => a.place - b.place,
  );
}

/** Without the board: what the live view has of it. */
function detailsOf({ workshop }: LiveView, board: Y.Doc | undefined): BoardDetails {
  const { title, country, cycle } = workshop;
  return board ? readDetails(board) : { title, country, cycle, dates: '', place: '', organisers: '' };
}

function stepsIn(view: LiveView): StepPart[] {
  return Object.entries(view.agenda).map(([id, step]) => {
    const { day, start, end, title, objective, facilitator, stage } = step;
    return { id: id as StepPart['id'], day, start, end, title, objective, facilitator, stage };
  });
}

const emptyCharter: CharterPart = { preamble: [], items: [], closing: [] };

function charterOf(doc: Y.Doc | undefined): CharterPart {
  return doc ? readCharterPart(doc) : emptyCharter;
}

/** Without the server it is not known what two groups had agreed on before one of the rows was removed. */
function togetherIn({ together }: LiveView): WorkshopFile['together'] {
  return Object.entries(together).map(([id, { rows, state }]) => ({
    id: id as WorkshopFile['together'][number]['id'],
    rows,
    agreed: state !== 'asked',
  }));
}

/** Without threads in which nothing stands, and without replies that were taken out where a file cannot have them all: there may be any number of them. */
function commentsOf({ comments }: Sources): CommentPart[] {
  const all = [...comments.values()].flat();
  const threads = new Set(all.flatMap(({ thread, removedBy }) => (removedBy === null ? [thread] : [])));
  const isCrowded = all.filter(({ thread }) => threads.has(thread)).length > 2 * limits.comments;
  return [...comments].flatMap(([groupId, list]) =>
    list
      .filter(({ thread }) => threads.has(thread))
      .filter(({ id, thread, removedBy }) => !isCrowded || removedBy === null || id === thread)
      .map(({ author: _, heard = null, resolved, ...comment }) => ({
        ...comment,
        groupId,
        heard,
        resolved,
      })),
  );
}
