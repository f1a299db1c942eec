import type { DocumentName, GroupId, PersonId, VoteId, WorkshopId } from '@board/shared/ids';
import type { AdoptionRecord, Stage, VoteResult, VoteView } from '@board/shared/live-view';
import type { GroupRights, RightsState } from '@board/shared/policy';
import { assertNever } from '@board/shared/result';
import type { Entry, SessionPerson } from '../ports.ts';
import type { Decision } from './decisions.ts';

/** A vote as the log knows it. Ballots are elsewhere (ballot-box.ts). */
export interface VoteState {
  vote: Omit<VoteView, 'turnout' | 'result' | 'stale'>;
  roll: ReadonlySet<PersonId>;
  /** Null while the vote is open. */
  closed: { turnout: number; result: VoteResult } | null;
}

/** Everything that has been decided in one workshop: a fold of its log. */
export interface WorkshopState {
  id: WorkshopId;
  createdAt: number;
  joinCode: string;
  facilitatorKeyHash: string;
  demonstration: boolean;
  stage: Stage;
  /** In the order in which they were made. */
  groups: ReadonlyMap<GroupId, GroupRights>;
  /** People who have joined and were not removed. */
  people: ReadonlyMap<PersonId, SessionPerson>;
  /** Token hash → person. A removed person's sessions are gone. */
  sessions: ReadonlyMap<string, PersonId>;
  /** The latest name of everybody who has ever joined: an open vote's result names them even after they were removed. */
  names: ReadonlyMap<PersonId, string>;
  /** In the order in which they were opened. */
  votes: ReadonlyMap<VoteId, VoteState>;
  adopted: AdoptionRecord | null;
  /** The live generation of each document. */
  documents: ReadonlyMap<DocumentName, number>;
}

/** Size of the set of people's colours. */
const colours = 8;

/** A workshop's state while entries are being folded into it; nobody else holds it yet. */
interface Draft extends WorkshopState {
  groups: Map<GroupId, GroupRights>;
  people: Map<PersonId, SessionPerson>;
  sessions: Map<string, PersonId>;
  names: Map<PersonId, string>;
  votes: Map<VoteId, VoteState>;
  documents: Map<DocumentName, number>;
}

/** The state before the first entry. */
export const nothingDecided: WorkshopState = {
  id: '' as WorkshopId,
  createdAt: 0,
  joinCode: '',
  facilitatorKeyHash: '',
  demonstration: false,
  stage: 'lobby',
  groups: new Map(),
  people: new Map(),
  sessions: new Map(),
  names: new Map(),
  votes: new Map(),
  adopted: null,
  documents: new Map(),
};

/** The state after some entries. Pure: the given state stays as it is. Updates of documents change nothing here. */
export function fold(state: WorkshopState, entries: readonly Entry[]): WorkshopState {
  if (!entries.some((entry) => entry.body.kind !== 'update')) return state;
  const draft: Draft = {
    ...state,
    groups: new Map(state.groups),
    people: new Map(state.people),
    sessions: new Map(state.sessions),
    names: new Map(state.names),
    votes: new Map(state.votes),
    documents: new Map(state.documents),
  };
  for (const { body, at } of entries) {
    if (body.kind === 'document') draft.documents.set(body.document, body.generation);
    else if (body.kind === 'decision') foldDecision(draft, body.decision, at);
  }
  return draft;
}

/** What rights depend on, for policy.ts. */
export function rightsOf(state: WorkshopState): RightsState {
  return { workshopClosed: state.stage === 'closed', charterAdopted: state.adopted !== null, groups: state.groups };
}

const firstRights: GroupRights = { open: true, keptClosed: false, presented: false };

function foldDecision(draft: Draft, decision: Decision, at: number): void {
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
      draft.stage = decision.stage;
      return;
    case 'vote-opened':
      draft.votes.set(decision.vote.id, { vote: decision.vote, roll: new Set(decision.roll), closed: null });
      return;
    case 'vote-closed': {
      const open = draft.votes.get(decision.voteId);
      if (open)
        draft.votes.set(decision.voteId, { ...open, closed: { turnout: decision.turnout, result: decision.result } });
      return;
    }
    case 'charter-adopted':
      draft.adopted = decision.record;
      return;
    case 'person-joined':
    case 'person-changed':
    case 'person-removed':
      foldPerson(draft, decision);
      return;
    default:
      assertNever(decision);
  }
}

function foldPerson(draft: Draft, decision: Extract<Decision, { personId: PersonId }>): void {
  const id = decision.personId;
  const known = draft.people.get(id);
  if (decision.type === 'person-removed') {
    draft.people.delete(id);
    for (const [hash, person] of draft.sessions) if (person === id) draft.sessions.delete(hash);
    return;
  }
  if (decision.type === 'person-changed') {
    if (!known) return;
    const { name, organisation, groupId } = decision;
    draft.people.set(id, { ...known, name, organisation, groupId });
    draft.names.set(id, name);
    return;
  }
  const { name, organisation, role, groupId, tokenHash } = decision;
  const colour = known?.colour ?? draft.names.size % colours;
  draft.names.set(id, name);
  draft.people.set(id, { id, name, organisation, role, groupId, colour });
  draft.sessions.set(tokenHash, id);
}
