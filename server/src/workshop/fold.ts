import type {
  CommentId,
  DeviceId,
  DocumentName,
  GroupId,
  PersonId,
  TogetherId,
  VoteId,
  WorkshopId,
} from '@board/shared/ids';
import type { AdoptionRecord } from '@board/shared/live-view';
import type { GroupRights, RightsState } from '@board/shared/policy';
import { assertNever } from '@board/shared/result';
import type { Stage } from '@board/shared/stages';
import type { PersonPart } from '@board/shared/workshop-file/parts-decided';
import type { Entry, SessionPerson } from '../ports.ts';
import {
  type AmendmentDecision,
  type Amendments,
  type AmendmentsDraft,
  copyOf,
  foldAmendment,
  isAboutAmendments,
  noAmendments,
} from './amendments-fold.ts';
import { type CommentDecision, type CommentState, foldComment, isAboutComments } from './comments-fold.ts';
import { type Copies, type CopyDecision, foldCopy, isAboutCopies } from './copies-fold.ts';
import type { Decision } from './decisions.ts';
import { type Device, type EndedSession, foldDevice } from './devices-fold.ts';
import { foldHall, type HallDecision, type HallState, isAboutHall, movedOn, quietHall } from './hall-fold.ts';
import { endSessions, foldPerson, type People } from './people-fold.ts';
import {
  foldPlenary,
  isAboutPlenary,
  nothingPresented,
  type PlenaryDecision,
  type PlenaryState,
} from './presentations-fold.ts';
import {
  firstScreen,
  foldScreen,
  followStage,
  isAboutScreen,
  type ScreenDecision,
  type ScreenState,
} from './screen-fold.ts';
import { noteSpent, type Spent } from './spent.ts';
import { foldTogether, isAboutTogether, type TogetherDecision, type TogetherState } from './together-fold.ts';
import { foldVote, isAboutVotes, type VoteDecision, type VoteState } from './votes-fold.ts';

/** Everything that has been decided in one workshop: a fold of its log. */
export interface WorkshopState {
  id: WorkshopId;
  createdAt: number;
  joinCode: string;
  /** Join codes that were revoked. */
  formerCodes: ReadonlySet<string>;
  facilitatorKeyHash: string;
  demonstration: boolean;
  stage: Stage;
  /** Step of the agenda, timer, messages. */
  hall: HallState;
  /** In the order in which they were made. */
  groups: ReadonlyMap<GroupId, GroupRights>;
  /** People who have joined and were not removed. */
  people: ReadonlyMap<PersonId, SessionPerson>;
  /** People who have to join again with the new code. They are nobody until then: on no roll, in no group's count. */
  lapsed: ReadonlyMap<PersonId, SessionPerson>;
  /** Token hash → person. */
  sessions: ReadonlyMap<string, PersonId>;
  /** Token hashes that open nothing any more, so that whoever comes with one can be told why. */
  ended: ReadonlyMap<string, EndedSession>;
  /** Devices that people have brought in beside the one with which they joined, those that were ended too. */
  devices: ReadonlyMap<DeviceId, Device>;
  /** The latest name of everybody who has ever joined: an open vote's result names them even after they were removed. */
  names: ReadonlyMap<PersonId, string>;
  /** What those who were not removed have decided. */
  spent: ReadonlyMap<PersonId, Spent>;
  /** Who took part on another server, from whose file the workshop was taken up. Nobody here. */
  peopleElsewhere: readonly PersonPart[];
  /** In the order in which they were opened. */
  votes: ReadonlyMap<VoteId, VoteState>;
  adopted: AdoptionRecord | null;
  /** Links that open the adopted charter, in the order in which they were made. */
  copies: Copies;
  /** In the order in which they were written. Stays the same object until a comment changes. */
  comments: ReadonlyMap<CommentId, CommentState>;
  together: ReadonlyMap<TogetherId, TogetherState>;
  amendments: Amendments;
  plenary: PlenaryState;
  screen: ScreenState;
  /** The live generation of each document. */
  documents: ReadonlyMap<DocumentName, number>;
}

/** What of it changes in its place. */
interface Drafted extends People {
  formerCodes: Set<string>;
  groups: Map<GroupId, GroupRights>;
  spent: Map<PersonId, Spent>;
  votes: Map<VoteId, VoteState>;
  comments: Map<CommentId, CommentState>;
  together: Map<TogetherId, TogetherState>;
  amendments: AmendmentsDraft;
  documents: Map<DocumentName, number>;
}

/** A workshop's state while entries are being folded into it; nobody else holds it yet. */
interface Draft extends Omit<WorkshopState, keyof Drafted>, Drafted {}

/** The state before the first entry. */
export const nothingDecided: WorkshopState = {
  id: '' as WorkshopId,
  createdAt: 0,
  joinCode: '',
  formerCodes: new Set(),
  facilitatorKeyHash: '',
  demonstration: false,
  stage: 'lobby',
  hall: quietHall,
  groups: new Map(),
  people: new Map(),
  lapsed: new Map(),
  sessions: new Map(),
  ended: new Map(),
  devices: new Map(),
  names: new Map(),
  spent: new Map(),
  peopleElsewhere: [],
  votes: new Map(),
  adopted: null,
  copies: new Map(),
  comments: new Map(),
  together: new Map(),
  amendments: noAmendments,
  plenary: nothingPresented,
  screen: firstScreen,
  documents: new Map(),
};

/** The state after some entries. Pure: the given state stays as it is. Updates of documents change nothing here. */
export function fold(state: WorkshopState, entries: readonly Entry[]): WorkshopState {
  if (!entries.some((entry) => entry.body.kind !== 'update')) return state;
  const has = (isAbout: (decision: Decision) => boolean): boolean =>
    entries.some(({ body }) => body.kind === 'decision' && isAbout(body.decision));
  const draft: Draft = {
    ...state,
    groups: new Map(state.groups),
    formerCodes: new Set(state.formerCodes),
    people: new Map(state.people),
    lapsed: new Map(state.lapsed),
    sessions: new Map(state.sessions),
    ended: new Map(state.ended),
    devices: new Map(state.devices),
    names: new Map(state.names),
    spent: new Map(state.spent),
    votes: new Map(state.votes),
    // Thousands of them: copied only when one of them changes, and then written to by nobody else.
    comments: has(isAboutComments) ? new Map(state.comments) : (state.comments as Draft['comments']),
    amendments: has(isAboutAmendments) ? copyOf(state.amendments) : (state.amendments as Draft['amendments']),
    together: new Map(state.together),
    documents: new Map(state.documents),
  };
  for (const { body, at, author } of entries) {
    if (body.kind === 'decision') noteSpent(draft.spent, body.decision, author);
    if (body.kind === 'document') draft.documents.set(body.document, body.generation);
    else if (body.kind !== 'decision') continue;
    else if (isAboutComments(body.decision)) foldComment(draft.comments, body.decision, author, at);
    else if (isAboutTogether(body.decision)) foldTogether(draft.together, body.decision, author);
    else if (isAboutAmendments(body.decision)) {
      foldAmendment(draft.amendments, body.decision, author, at);
      if (isShowing(body.decision)) draft.screen = followStage(draft.screen);
    } else if (isAboutVotes(body.decision)) {
      foldVote(draft.votes, body.decision, draft.names);
      if (body.decision.type === 'vote-opened') draft.screen = followStage(draft.screen);
    } else if (isAboutScreen(body.decision)) draft.screen = foldScreen(draft.screen, body.decision);
    else if (isAboutPlenary(body.decision)) {
      draft.plenary = foldPlenary(draft.plenary, body.decision, author);
      if (body.decision.type === 'presentation-begun') draft.screen = followStage(draft.screen);
    } else if (isAboutHall(body.decision)) draft.hall = foldHall(draft.hall, body.decision, at);
    else if (isAboutCopies(body.decision)) draft.copies = foldCopy(draft.copies, body.decision, at);
    else foldDecision(draft, body.decision, at);
  }
  return draft;
}

/** The hall is asked to look at an amendment. */
function isShowing(decision: AmendmentDecision): boolean {
  return decision.type === 'amendment-shown' && decision.amendmentId !== null;
}

/** What rights depend on, for policy.ts. */
export function rightsOf(state: WorkshopState): RightsState {
  const { stage, adopted, groups } = state;
  return { stage, workshopClosed: stage === 'closed', charterAdopted: adopted !== null, groups };
}

const firstRights: GroupRights = { open: null, keptClosed: false, presented: false };

/** Decisions that are folded here. */
type OwnDecision = Exclude<
  Decision,
  | CommentDecision
  | TogetherDecision
  | VoteDecision
  | AmendmentDecision
  | PlenaryDecision
  | ScreenDecision
  | HallDecision
  | CopyDecision
>;

function foldDecision(draft: Draft, decision: OwnDecision, at: number): void {
  switch (decision.type) {
    case 'workshop-created':
      draft.id = decision.workshopId;
      draft.createdAt = at;
      draft.joinCode = decision.joinCode;
      draft.facilitatorKeyHash = decision.facilitatorKeyHash;
      draft.demonstration = decision.demonstration;
      for (const group of decision.groups) draft.groups.set(group, firstRights);
      return;
    case 'group-added':
      draft.groups.set(decision.groupId, firstRights);
      return;
    case 'group-changed':
      draft.groups.set(decision.groupId, {
        open: decision.open,
        keptClosed: decision.keptClosed,
        presented: decision.presented,
      });
      return;
    case 'stage-set':
      draft.hall = movedOn(draft.hall, decision.step ?? null, at);
      draft.stage = decision.stage;
      draft.screen = followStage(draft.screen);
      return;
    case 'charter-adopted':
      draft.adopted = decision.record;
      return;
    case 'join-code-renewed':
      draft.formerCodes.add(draft.joinCode);
      draft.formerCodes.delete(decision.joinCode);
      draft.joinCode = decision.joinCode;
      if (decision.endSessions) endSessions(draft);
      return;
    case 'people-elsewhere':
      draft.peopleElsewhere = decision.people;
      return;
    case 'device-added':
    case 'device-ended':
      foldDevice(draft, decision, at);
      return;
    case 'person-joined':
    case 'person-changed':
    case 'role-changed':
    case 'person-removed':
      foldPerson(draft, decision);
      return;
    default:
      assertNever(decision);
  }
}
