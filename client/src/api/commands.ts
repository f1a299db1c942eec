import type {
  BallotCounted,
  CastBallot,
  ChangeGroup,
  ChangeMe,
  ChangePerson,
  CodeFound,
  CollectPaper,
  CreateDemonstration,
  CreateWorkshop,
  JoinCodeRenewed,
  JoinWorkshop,
  Me,
  OpenVote,
  PaperStamped,
  PersonJoined,
  PersonListed,
  RenewJoinCode,
  ServerFacts,
  SetStage,
  VoteOpened,
  WorkshopCreated,
} from '@board/shared/commands';
import type { GroupId, PersonId, VoteId, WorkshopId } from '@board/shared/ids';
import type { AdoptionRecord, VoteView } from '@board/shared/live-view';
import type { Result } from '@board/shared/result';
import { type Refusal, request } from './request.ts';

/**
 * One function per command of shared/src/commands.ts, where each is described. None throws; a refusal carries a code of
 * the table of errors, or `offline`.
 */
type Answer<Value> = Promise<Result<Value, Refusal>>;

const workshop = (id: WorkshopId) => `/api/workshops/${id}`;

export function getServerFacts(): Answer<ServerFacts> {
  return request({ method: 'GET', path: '/api/server' });
}

export function createWorkshop(body: CreateWorkshop): Answer<WorkshopCreated> {
  return request({ method: 'POST', path: '/api/workshops', body });
}

export function createDemonstration(body: CreateDemonstration): Answer<WorkshopCreated> {
  return request({ method: 'POST', path: '/api/demonstrations', body });
}

export function findCode(code: string): Answer<CodeFound> {
  return request({ method: 'GET', path: `/api/codes/${encodeURIComponent(code)}` });
}

export function joinWorkshop(id: WorkshopId, body: JoinWorkshop): Answer<PersonJoined> {
  return request({ method: 'POST', path: `${workshop(id)}/people`, body });
}

export function getMe(id: WorkshopId): Answer<Me> {
  return request({ method: 'GET', path: `${workshop(id)}/me` });
}

export function changeMe(id: WorkshopId, body: ChangeMe): Answer<Me> {
  return request({ method: 'PATCH', path: `${workshop(id)}/me`, body });
}

export function listPeople(id: WorkshopId): Answer<PersonListed[]> {
  return request({ method: 'GET', path: `${workshop(id)}/people` });
}

export function changePerson(id: WorkshopId, person: PersonId, body: ChangePerson): Answer<null> {
  return request({ method: 'PATCH', path: `${workshop(id)}/people/${person}`, body });
}

export function removePerson(id: WorkshopId, person: PersonId): Answer<null> {
  return request({ method: 'DELETE', path: `${workshop(id)}/people/${person}` });
}

export function renewJoinCode(id: WorkshopId, body: RenewJoinCode): Answer<JoinCodeRenewed> {
  return request({ method: 'POST', path: `${workshop(id)}/join-code`, body });
}

export function addGroup(id: WorkshopId, body: { name: string }): Answer<{ id: GroupId }> {
  return request({ method: 'POST', path: `${workshop(id)}/groups`, body });
}

export function changeGroup(id: WorkshopId, group: GroupId, body: ChangeGroup): Answer<null> {
  return request({ method: 'PATCH', path: `${workshop(id)}/groups/${group}`, body });
}

export function setStage(id: WorkshopId, body: SetStage): Answer<null> {
  return request({ method: 'PUT', path: `${workshop(id)}/stage`, body });
}

export function openVote(id: WorkshopId, body: OpenVote): Answer<VoteOpened> {
  return request({ method: 'POST', path: `${workshop(id)}/votes`, body });
}

export function collectPaper(id: WorkshopId, vote: VoteId, body: CollectPaper): Answer<PaperStamped> {
  return request({ method: 'POST', path: `${workshop(id)}/votes/${vote}/papers`, body });
}

/** A ballot with a paper is secret and therefore sent without the cookie: the server must not know who. */
export function castBallot(id: WorkshopId, vote: VoteId, body: CastBallot): Answer<BallotCounted> {
  return request({
    method: 'POST',
    path: `${workshop(id)}/votes/${vote}/ballots`,
    body,
    nameless: body.paper !== undefined,
  });
}

export function closeVote(id: WorkshopId, vote: VoteId): Answer<VoteView> {
  return request({ method: 'POST', path: `${workshop(id)}/votes/${vote}/close`, body: {} });
}

export function adoptCharter(id: WorkshopId): Answer<AdoptionRecord> {
  return request({ method: 'POST', path: `${workshop(id)}/charter/adopt`, body: {} });
}
