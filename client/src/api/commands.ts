import type {
  AddComment,
  ChangeComment,
  ChangeGroup,
  ChangeMe,
  ChangePerson,
  CodeFound,
  CreateDemonstration,
  CreateWorkshop,
  GroupComments,
  JoinCodeRenewed,
  JoinWorkshop,
  Me,
  PersonJoined,
  PersonListed,
  ProposeTogether,
  RenewJoinCode,
  RowsOnRecommendation,
  ServerFacts,
  SetStage,
  TogetherProposed,
  WorkshopCreated,
} from '@board/shared/commands';
import type {
  AdoptCharter,
  BallotCounted,
  CastBallot,
  CollectPaper,
  EnterByHand,
  HandEntered,
  LiftBlock,
  OpenVote,
  OwnBallot,
  PaperStamped,
  SetSlot,
  VoteOpened,
} from '@board/shared/commands-votes';
import type { CommentId, GroupId, PersonId, RecommendationId, TogetherId, VoteId, WorkshopId } from '@board/shared/ids';
import type { AdoptionRecord, VoteView } from '@board/shared/live-view';
import { sealedText } from '@board/shared/protocol/padding';
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

/** `withWords`: all comments and open amendments of the person go, too. */
export function removePerson(id: WorkshopId, person: PersonId, withWords: boolean): Answer<null> {
  return request({ method: 'DELETE', path: `${workshop(id)}/people/${person}${withWords ? '?words=out' : ''}` });
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
    ...sealedIfSecret(body),
  });
}

export function getOwnBallot(id: WorkshopId, vote: VoteId): Answer<OwnBallot> {
  return request({ method: 'GET', path: `${workshop(id)}/votes/${vote}/ballots/mine` });
}

export function closeVote(id: WorkshopId, vote: VoteId): Answer<VoteView> {
  return request({ method: 'POST', path: `${workshop(id)}/votes/${vote}/close`, body: {} });
}

export function getHandEntered(id: WorkshopId, vote: VoteId): Answer<HandEntered> {
  return request({ method: 'GET', path: `${workshop(id)}/votes/${vote}/hand` });
}

export function enterByHand(id: WorkshopId, vote: VoteId, body: EnterByHand): Answer<null> {
  return request({ method: 'PUT', path: `${workshop(id)}/votes/${vote}/hand`, body });
}

/** With a paper it is of a secret vote: then it goes without the session, and its length tells nothing either. */
function sealedIfSecret(body: CastBallot | LiftBlock): { nameless: true; text: string } | { body: object } {
  return body.paper === undefined ? { body } : { nameless: true, text: sealedText(body) };
}

/** With a paper the block is a secret one, and therefore lifted without the cookie. */
export function liftBlock(id: WorkshopId, vote: VoteId, body: LiftBlock): Answer<null> {
  return request({
    method: 'POST',
    path: `${workshop(id)}/votes/${vote}/lift`,
    ...sealedIfSecret(body),
  });
}

export function setSlot(id: WorkshopId, vote: VoteId, body: SetSlot): Answer<null> {
  return request({ method: 'PUT', path: `${workshop(id)}/votes/${vote}/slot`, body });
}

export function adoptCharter(id: WorkshopId, body: AdoptCharter): Answer<AdoptionRecord> {
  return request({ method: 'POST', path: `${workshop(id)}/charter/adopt`, body });
}

/** `version`: the one that is known already; its comments are not sent again. */
export function listComments(id: WorkshopId, group: GroupId, version: number | null): Answer<GroupComments> {
  const known = version === null ? '' : `?version=${version}`;
  return request({ method: 'GET', path: `${workshop(id)}/groups/${group}/comments${known}` });
}

export function addComment(id: WorkshopId, group: GroupId, body: AddComment): Answer<null> {
  return request({ method: 'POST', path: `${workshop(id)}/groups/${group}/comments`, body });
}

export function changeComment(id: WorkshopId, comment: CommentId, body: ChangeComment): Answer<null> {
  return request({ method: 'PATCH', path: `${workshop(id)}/comments/${comment}`, body });
}

export function removeComment(id: WorkshopId, comment: CommentId): Answer<null> {
  return request({ method: 'DELETE', path: `${workshop(id)}/comments/${comment}` });
}

export function getRowsOn(id: WorkshopId, recommendation: RecommendationId): Answer<RowsOnRecommendation> {
  return request({ method: 'GET', path: `${workshop(id)}/recommendations/${recommendation}/rows` });
}

export function proposeTogether(id: WorkshopId, body: ProposeTogether): Answer<TogetherProposed> {
  return request({ method: 'POST', path: `${workshop(id)}/together`, body });
}

export function agreeTogether(id: WorkshopId, together: TogetherId): Answer<null> {
  return request({ method: 'POST', path: `${workshop(id)}/together/${together}/agree`, body: {} });
}

export function endTogether(id: WorkshopId, together: TogetherId): Answer<null> {
  return request({ method: 'DELETE', path: `${workshop(id)}/together/${together}` });
}
