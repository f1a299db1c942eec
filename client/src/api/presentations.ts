import type {
  BeginPresentation,
  ChangePresentation,
  CollectSlips,
  EndPresentation,
  FeedbackHandedOver,
  GiveFeedback,
  GroupFeedback,
  GroupMember,
  MarkFeedback,
  NameRapporteur,
  PresentationBegun,
  SlipsStamped,
  TurnPresentation,
} from '@board/shared/commands-present';
import type { FeedbackId, GroupId, PresentationId, WorkshopId } from '@board/shared/ids';
import type { Result } from '@board/shared/result';
import { type Refusal, request } from './request.ts';

/** One function per command of shared/src/commands-present.ts, where each is described. None throws. */
type Answer<Value> = Promise<Result<Value, Refusal>>;

const workshop = (id: WorkshopId) => `/api/workshops/${id}`;
const presentation = (id: WorkshopId, one: PresentationId) => `${workshop(id)}/presentations/${one}`;

export function beginPresentation(id: WorkshopId, body: BeginPresentation): Answer<PresentationBegun> {
  return request({ method: 'POST', path: `${workshop(id)}/presentations`, body });
}

export function changePresentation(id: WorkshopId, one: PresentationId, body: ChangePresentation): Answer<null> {
  return request({ method: 'PATCH', path: presentation(id, one), body });
}

export function endPresentation(id: WorkshopId, one: PresentationId, body: EndPresentation): Answer<null> {
  return request({ method: 'POST', path: `${presentation(id, one)}/end`, body });
}

export function turnPresentation(id: WorkshopId, one: PresentationId, body: TurnPresentation): Answer<null> {
  return request({ method: 'PUT', path: `${presentation(id, one)}/view`, body });
}

export function nameRapporteur(id: WorkshopId, group: GroupId, body: NameRapporteur): Answer<null> {
  return request({ method: 'PUT', path: `${workshop(id)}/groups/${group}/rapporteur`, body });
}

export function listMembers(id: WorkshopId, group: GroupId): Answer<GroupMember[]> {
  return request({ method: 'GET', path: `${workshop(id)}/groups/${group}/members` });
}

export function collectSlips(id: WorkshopId, one: PresentationId, body: CollectSlips): Answer<SlipsStamped> {
  return request({ method: 'POST', path: `${presentation(id, one)}/slips`, body });
}

/** Feedback on a slip is nameless and therefore sent without the cookie: the server must not know who. */
export function giveFeedback(id: WorkshopId, one: PresentationId, body: GiveFeedback): Answer<null> {
  return request({ method: 'POST', path: `${presentation(id, one)}/feedback`, body, nameless: 'paper' in body });
}

export function markFeedback(id: WorkshopId, one: FeedbackId, body: MarkFeedback): Answer<null> {
  return request({ method: 'PATCH', path: `${workshop(id)}/feedback/${one}`, body });
}

/** `version`: the one that is known already; its feedback is not sent again. */
export function listFeedback(id: WorkshopId, group: GroupId, version: number | null): Answer<GroupFeedback> {
  const known = version === null ? '' : `?version=${version}`;
  return request({ method: 'GET', path: `${workshop(id)}/groups/${group}/feedback${known}` });
}

export function handOverFeedback(id: WorkshopId, group: GroupId): Answer<FeedbackHandedOver> {
  return request({ method: 'POST', path: `${workshop(id)}/groups/${group}/feedback/hand-over`, body: {} });
}
