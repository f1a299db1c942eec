import type { CommentView, Me } from '@board/shared/commands';
import { type DocumentName, type GroupId, groupDocument, type WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import type * as Y from 'yjs';
import { listComments } from '../../api/commands.ts';
import { askDecided } from '../../api/take-up.ts';
import { assemble } from '../../files/export/assemble.ts';
import type { FileOrder } from '../../files/export/orders.ts';
import type { OpenDocument } from '../../sync/document-session.ts';
import { isKnown } from '../../sync/document-status.ts';
import { mayNow } from '../../sync/rights.ts';
import { type HeldDocument, holdDocument } from '../../sync/use-document.ts';

/** What somebody wants to take home, and who. */
export interface Wanted {
  workshopId: WorkshopId;
  view: LiveView;
  me: Me;
  /** The server is not reached: what is on this device is taken. */
  isAway: boolean;
  withNames: boolean;
  /** Milliseconds since 1970, by the server's clock. */
  now: number;
}

/** What was found. */
export interface Gathered {
  file: WorkshopFile;
  /** What belongs into the file, beside strategies, and is neither on this device nor came. */
  absent: readonly Absent[];
  /** Comments, or what was decided, could not be asked for. */
  lacksDecided: boolean;
}

/** A document of the whole workshop that is not at hand though there is something in it. */
export type Absent = 'catalogue' | 'charter';

/** Milliseconds that a document has to come; what has not come by then is taken as it is on this device. */
const patience = 20_000;
const patienceAway = 3_000;

/** Opens the documents that an order needs, waits for what the server has of them, and reads them. Null when `signal` stopped it. */
export async function gather(order: FileOrder, wanted: Wanted, signal: AbortSignal): Promise<Gathered | null> {
  const names = documentsFor(order, wanted);
  const held = names.map((name) => [name, holdDocument(wanted.workshopId, name)] as const);
  try {
    const found = await Promise.all(
      held.map(async ([name, one]) => [name, await arrived(one, wanted, signal)] as const),
    );
    const comments = isWhole(order) ? await commentsFor(wanted) : new Map<GroupId, CommentView[]>();
    const decided = isWhole(order) ? await askDecided(wanted.workshopId) : null;
    if (signal.aborted) return null;
    const documents = new Map(found.flatMap(([name, doc]): [DocumentName, Y.Doc][] => (doc ? [[name, doc]] : [])));
    const known = new Map(
      [...comments].flatMap(([id, list]): [GroupId, CommentView[]][] => (list ? [[id, list]] : [])),
    );
    const told = decided?.ok ? decided.value : null;
    const file = await assemble({ ...wanted, documents, comments: known, decided: told }, nextTask);
    const absent = absentOf(names, documents, wanted.view);
    return { file, absent, lacksDecided: known.size < comments.size || decided?.ok === false };
  } finally {
    for (const [, one] of held) one.release();
  }
}

/** A catalogue or charter that nothing is in is not missed. */
function absentOf(
  names: readonly DocumentName[],
  documents: ReadonlyMap<DocumentName, Y.Doc>,
  { workshop, charter }: LiveView,
): Absent[] {
  const hasDraft = charter.items.length > 0 || charter.preamble !== '' || charter.closing !== '';
  const isFilled = { catalogue: workshop.recommendations > 0, charter: charter.adopted === null && hasDraft };
  return (['catalogue', 'charter'] as const).filter(
    (name) => names.includes(name) && isFilled[name] && !documents.has(name),
  );
}

/** The groups whose strategy this person may read. */
export function readableGroups({ view, me }: Pick<Wanted, 'view' | 'me'>): GroupId[] {
  return (Object.keys(view.groups) as GroupId[]).filter(
    (id) => mayNow(me, { do: 'read', document: groupDocument(id) }, view).allowed,
  );
}

/** The documents that a file needs. */
export function documentsFor(order: FileOrder, wanted: Pick<Wanted, 'view' | 'me'>): DocumentName[] {
  const groups = readableGroups(wanted).map(groupDocument);
  switch (order.what) {
    case 'strategy':
      return ['board', 'catalogue', groupDocument(order.group)];
    case 'consolidated':
      return ['board', 'catalogue', ...groups];
    case 'charter':
      return ['board', 'charter'];
    case 'catalogue':
      return ['board', 'catalogue'];
    case 'everything':
      return ['board', 'catalogue', 'charter', ...groups];
  }
}

function isWhole(order: FileOrder): boolean {
  return order.what === 'everything' && order.takeUp;
}

/** The document with what the server has; what is on this device when the server does not come; null when that is nothing. */
function arrived(held: HeldDocument, { isAway }: Wanted, signal: AbortSignal): Promise<Y.Doc | null> {
  return new Promise((resolve) => {
    const stops: (() => void)[] = [];
    const finish = (doc: Y.Doc | null): void => {
      for (const stop of stops) stop();
      resolve(doc);
    };
    const look = (): void => {
      const { doc, status } = held.getSnapshot();
      if (doc && isKnown(status)) finish(doc);
    };
    const timer = setTimeout(() => finish(onDevice(held.getSnapshot())), isAway ? patienceAway : patience);
    const stop = (): void => finish(null);
    signal.addEventListener('abort', stop);
    stops.push(
      () => clearTimeout(timer),
      () => signal.removeEventListener('abort', stop),
      held.subscribe(look),
    );
    look();
  });
}

function onDevice({ doc }: OpenDocument): Y.Doc | null {
  return doc && doc.store.clients.size > 0 ? doc : null;
}

/** Null for a group whose comments could not be asked for. */
async function commentsFor({ workshopId, view, me }: Wanted): Promise<Map<GroupId, CommentView[] | null>> {
  const groups = readableGroups({ view, me }).filter(
    (group) => mayNow(me, { do: 'read-comments', group }, view).allowed,
  );
  const lists = await Promise.all(
    groups.map(async (group): Promise<[GroupId, CommentView[] | null]> => {
      const answer = await listComments(workshopId, group, null);
      return [group, answer.ok ? (answer.value.comments ?? []) : null];
    }),
  );
  return new Map(lists);
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
