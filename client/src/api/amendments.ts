import type {
  AmendmentAuthors,
  DeclineAmendment,
  ProposeAmendment,
  ShowAmendment,
  TakeAmendment,
} from '@board/shared/commands-charter';
import type { AmendmentId, WorkshopId } from '@board/shared/ids';
import type { Result } from '@board/shared/result';
import { type Refusal, request } from './request.ts';

/** One function per command of shared/src/commands-charter.ts, where each is described. See commands.ts. */
type Answer<Value> = Promise<Result<Value, Refusal>>;

const all = (workshop: WorkshopId) => `/api/workshops/${workshop}/amendments`;

export function listAuthors(workshop: WorkshopId): Answer<AmendmentAuthors> {
  return request({ method: 'GET', path: all(workshop) });
}

export function proposeAmendment(workshop: WorkshopId, body: ProposeAmendment): Answer<null> {
  return request({ method: 'POST', path: all(workshop), body });
}

export function withdrawAmendment(workshop: WorkshopId, id: AmendmentId): Answer<null> {
  return request({ method: 'DELETE', path: `${all(workshop)}/${id}` });
}

export function takeAmendment(workshop: WorkshopId, id: AmendmentId, body: TakeAmendment): Answer<null> {
  return request({ method: 'POST', path: `${all(workshop)}/${id}/take`, body });
}

export function declineAmendment(workshop: WorkshopId, id: AmendmentId, body: DeclineAmendment): Answer<null> {
  return request({ method: 'POST', path: `${all(workshop)}/${id}/decline`, body });
}

export function putBackAmendment(workshop: WorkshopId, id: AmendmentId): Answer<null> {
  return request({ method: 'POST', path: `${all(workshop)}/${id}/put-back`, body: {} });
}

export function showAmendment(workshop: WorkshopId, body: ShowAmendment): Answer<null> {
  return request({ method: 'PUT', path: `${all(workshop)}/shown`, body });
}
