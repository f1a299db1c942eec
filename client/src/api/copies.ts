import type { CharterCopy, CopyLink, CopyLinks, MakeCopy } from '@board/shared/commands-charter';
import type { CopyId, WorkshopId } from '@board/shared/ids';
import type { Result } from '@board/shared/result';
import { type Refusal, request } from './request.ts';

/** Links to the adopted charter, as described in shared/src/commands-charter.ts. Apart from commands.ts, which every phone loads. */
type Answer<Value> = Promise<Result<Value, Refusal>>;

const copiesOf = (id: WorkshopId) => `/api/workshops/${id}/charter/copies`;

export function makeCopy(id: WorkshopId, body: MakeCopy): Answer<CopyLink> {
  return request({ method: 'POST', path: copiesOf(id), body });
}

export function listCopies(id: WorkshopId): Answer<CopyLinks> {
  return request({ method: 'GET', path: copiesOf(id) });
}

export function revokeCopy(id: WorkshopId, copy: CopyId): Answer<null> {
  return request({ method: 'DELETE', path: `${copiesOf(id)}/${copy}` });
}

/** Without the session: who opens a link need not be known. */
export function readCopy(id: WorkshopId, key: string): Answer<CharterCopy> {
  return request({ method: 'POST', path: `/api/workshops/${id}/charter/copy`, body: { key }, nameless: true });
}
