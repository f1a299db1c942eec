import type { CommentView, GroupComments } from '@board/shared/commands';
import { type DocumentName, type GroupId, groupDocument, type WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import type { WorkshopDecided } from '@board/shared/workshop-file/parts-decided';
import * as Y from 'yjs';
import { assemble } from '../../client/src/files/export/assemble.ts';
import type { Browser } from '../../server/src/hall.fixture.ts';

/** A workshop in its facilitator's browser. */
export interface AtHome {
  facilitator: Browser;
  workshopId: WorkshopId;
}

/** The live view as of now. */
export async function viewOf({ facilitator, workshopId }: AtHome): Promise<LiveView> {
  return (await facilitator.hall.workshop(workshopId)).live.view();
}

/** Takes a workshop home as the facilitator's page does: documents and live view of the page, the rest asked of the server. */
export async function takenHome(here: AtHome, withNames: boolean, now = Date.now()): Promise<WorkshopFile> {
  const { facilitator, workshopId } = here;
  const view = await viewOf(here);
  const at = `/api/workshops/${workshopId}`;
  const groups = Object.keys(view.groups) as GroupId[];
  const documents = new Map<DocumentName, Y.Doc>();
  for (const name of ['board', 'catalogue', 'charter', ...groups.map(groupDocument)] as DocumentName[])
    documents.set(name, await copyOf(here, name));
  const comments = new Map<GroupId, readonly CommentView[]>();
  for (const id of groups) {
    const { comments: said } = await facilitator.must<GroupComments>('GET', `${at}/groups/${id}/comments`);
    comments.set(id, said ?? []);
  }
  const decided = await facilitator.must<WorkshopDecided>('GET', `${at}/decided`);
  return assemble({ view, documents, comments, decided, withNames, now }, async () => {});
}

async function copyOf({ facilitator, workshopId }: AtHome, name: DocumentName): Promise<Y.Doc> {
  const workshop = await facilitator.hall.workshop(workshopId);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await workshop.rooms.read(name, (one) => Y.encodeStateAsUpdate(one)));
  return doc;
}
