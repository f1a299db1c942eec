import type { ErrorCode } from './errors.ts';
import { type DocumentName, type GroupId, groupDocument, groupOf, type PersonId } from './ids.ts';
import { isTableOpen, opensAt, type Stage } from './stages.ts';

export type Role = 'facilitator' | 'member' | 'observer' | 'screen';

/** Who asks. Known from the session, never from what a browser says. */
export interface Person {
  id: PersonId;
  role: Role;
  groupId: GroupId | null;
}

/** What a group has decided about its strategy, and what the facilitator has decided for it. */
export interface GroupRights {
  /** The facilitator may open or close a strategy to writing, whatever the stage says; null: as the stage says. */
  open: boolean | null;
  /** The group keeps its strategy to itself until it has presented. */
  keptClosed: boolean;
  presented: boolean;
}

/** The decisions that rights depend on. */
export interface RightsState {
  stage: Stage;
  workshopClosed: boolean;
  charterAdopted: boolean;
  groups: ReadonlyMap<GroupId, GroupRights>;
}

export type Action =
  | { do: 'read'; document: DocumentName }
  | { do: 'write'; document: DocumentName }
  /** Stage, votes, groups, people: everything the facilitator decides. */
  | { do: 'facilitate' }
  /** Ask the hall to vote. */
  | { do: 'open-vote' }
  /** Read what a facilitator tells one group, or everybody (null). */
  | { do: 'read-message'; to: GroupId | null }
  /** Keep the group's strategy closed to others, or show it. */
  | { do: 'keep-closed'; group: GroupId }
  /** Read what is said about a group's strategy. */
  | { do: 'read-comments'; group: GroupId }
  /** Say something about it. */
  | { do: 'comment'; group: GroupId }
  /** Put other words in the place of what `author` has said. */
  | { do: 'edit-comment'; group: GroupId; author: PersonId | null }
  /** Take out what `author` has said. */
  | { do: 'remove-comment'; group: GroupId; author: PersonId | null }
  /** Resolve or reopen the thread that `author` has begun. */
  | { do: 'resolve-thread'; group: GroupId; author: PersonId | null }
  /** Propose, agree or end, in a group's name, that it works on a recommendation together with another group. */
  | { do: 'work-together'; group: GroupId }
  /** Propose other words for the charter. */
  | { do: 'amend' }
  /** Take back what `author` has proposed. */
  | { do: 'withdraw-amendment'; author: PersonId | null }
  /** Say who presents for a group. */
  | { do: 'name-rapporteur'; group: GroupId }
  /** Step through a group's presentation; `rapporteur` is whom the group or a facilitator has named. */
  | { do: 'present'; group: GroupId; rapporteur: PersonId | null }
  /** Say something to a group that presents. */
  | { do: 'give-feedback'; group: GroupId }
  /** Choose one's own group. */
  | { do: 'choose-group' }
  /** Take part in votes: be on the roll. */
  | { do: 'vote' };

export type Decision = { allowed: true } | { allowed: false; why: ErrorCode };

const yes: Decision = { allowed: true };
const no = (why: ErrorCode): Decision => ({ allowed: false, why });

/** The one table of rights. The socket, the HTTP commands and the greyed-out buttons all ask it. */
export function can(person: Person, action: Action, state: RightsState): Decision {
  switch (action.do) {
    case 'read':
      return mayRead(person, action.document, state);
    case 'write':
      return mayWrite(person, action.document, state);
    case 'facilitate':
      return person.role === 'facilitator' ? yes : no('facilitator-only');
    case 'open-vote':
      return mayOpenVote(person, state);
    case 'read-message':
      return action.to === null || belongsTo(person, action.to) ? yes : no('not-your-group');
    case 'keep-closed':
      if (!state.groups.has(action.group)) return no('unknown-group');
      if (person.role === 'screen' || person.role === 'observer') return no(roleRefusal(person.role));
      return person.role === 'facilitator' || person.groupId === action.group ? yes : no('not-your-group');
    case 'read-comments':
      return mayReadComments(person, action.group, state);
    case 'comment':
      return mayComment(person, action.group, state);
    case 'edit-comment':
      return ifOwn(mayComment(person, action.group, state), person.id === action.author);
    case 'remove-comment':
      return mayRemoveComment(person, action.author, state);
    case 'resolve-thread': {
      const mayResolve = belongsTo(person, action.group) || person.id === action.author;
      return ifOwn(mayComment(person, action.group, state), mayResolve);
    }
    case 'work-together':
      return mayWorkTogether(person, action.group, state);
    case 'amend':
      return mayAmend(person, state);
    case 'withdraw-amendment':
      if (state.workshopClosed) return no('workshop-closed');
      return person.id === action.author ? yes : no('not-your-amendment');
    case 'name-rapporteur':
      return mayStandFor(person, belongsTo(person, action.group), 'not-your-group', state);
    case 'present': {
      const isNamed =
        person.role === 'facilitator' || (person.groupId === action.group && person.id === action.rapporteur);
      return mayStandFor(person, isNamed, 'not-rapporteur', state);
    }
    case 'give-feedback':
      return mayGiveFeedback(person, action.group, state);
    case 'choose-group':
      return person.role === 'member' || person.role === 'facilitator' ? yes : no(roleRefusal(person.role));
    case 'vote':
      return person.role === 'member'
        ? yes
        : no(person.role === 'facilitator' ? 'not-on-roll' : roleRefusal(person.role));
  }
}

function mayOpenVote(person: Person, state: RightsState): Decision {
  if (person.role !== 'facilitator') return no('facilitator-only');
  if (state.workshopClosed) return no('workshop-closed');
  return opensAt(state.stage, 'votes') ? yes : no('stage-closes-votes');
}

function mayRead(person: Person, document: DocumentName, state: RightsState): Decision {
  const group = groupOf(document);
  if (group === null) return yes;
  const rights = state.groups.get(group);
  if (!rights) return no('unknown-document');
  return belongsTo(person, group) || !rights.keptClosed || rights.presented ? yes : no('group-keeps-closed');
}

/** The group and the facilitators always; observers where they read the strategy; everybody else once the group has presented. */
function mayReadComments(person: Person, group: GroupId, state: RightsState): Decision {
  if (person.role === 'screen') return no(roleRefusal(person.role));
  const readable = mayRead(person, groupDocument(group), state);
  if (!readable.allowed) return readable;
  return person.role === 'observer' || belongsTo(person, group) || isOpenToPlenary(group, state)
    ? yes
    : no('comments-not-open');
}

function mayComment(person: Person, group: GroupId, state: RightsState): Decision {
  if (person.role === 'observer') return no(roleRefusal(person.role));
  const readable = mayReadComments(person, group, state);
  if (!readable.allowed) return readable;
  return state.workshopClosed ? no('workshop-closed') : yes;
}

/** One's own words may be taken back also by somebody who reads them no more. */
function mayRemoveComment(person: Person, author: PersonId | null, state: RightsState): Decision {
  if (state.workshopClosed) return no('workshop-closed');
  return ifOwn(yes, person.role === 'facilitator' || person.id === author);
}

function mayWorkTogether(person: Person, group: GroupId, state: RightsState): Decision {
  const writable = mayWrite(person, groupDocument(group), state);
  if (!writable.allowed) return writable;
  return person.groupId === group ? yes : no('not-your-group');
}

/** Members, since facilitators write the charter itself. */
function mayAmend(person: Person, state: RightsState): Decision {
  if (person.role === 'screen' || person.role === 'observer') return no(roleRefusal(person.role));
  if (person.role === 'facilitator') return no('not-allowed');
  if (state.workshopClosed) return no('workshop-closed');
  if (state.charterAdopted) return no('charter-adopted');
  return opensAt(state.stage, 'amendments') ? yes : no('amendments-not-open');
}

/** What members and facilitators may do in the plenary of an open workshop, where `isTheirs` holds. */
function mayStandFor(person: Person, isTheirs: boolean, why: ErrorCode, state: RightsState): Decision {
  if (person.role === 'screen' || person.role === 'observer') return no(roleRefusal(person.role));
  if (state.workshopClosed) return no('workshop-closed');
  return isTheirs ? yes : no(why);
}

function mayGiveFeedback(person: Person, group: GroupId, state: RightsState): Decision {
  const isOther = person.role === 'facilitator' || person.groupId !== group;
  const decision = mayStandFor(person, isOther, 'own-presentation', state);
  if (!decision.allowed) return decision;
  return opensAt(state.stage, 'feedback') ? yes : no('stage-closes-feedback');
}

function ifOwn(decision: Decision, isOwn: boolean): Decision {
  return decision.allowed && !isOwn ? no('not-your-comment') : decision;
}

function belongsTo(person: Person, group: GroupId): boolean {
  return person.role === 'facilitator' || (person.role === 'member' && person.groupId === group);
}

function isOpenToPlenary(group: GroupId, state: RightsState): boolean {
  const rights = state.groups.get(group);
  return rights?.presented === true && !rights.keptClosed;
}

function mayWrite(person: Person, document: DocumentName, state: RightsState): Decision {
  const readable = mayRead(person, document, state);
  if (!readable.allowed) return readable;
  if (person.role === 'screen' || person.role === 'observer') return no(roleRefusal(person.role));
  if (state.workshopClosed) return no('workshop-closed');
  if (document === 'charter' && state.charterAdopted) return no('charter-adopted');
  const group = groupOf(document);
  if (group === null) return person.role === 'facilitator' ? yes : no('facilitator-only');
  if (person.role !== 'facilitator' && person.groupId !== group) return no('not-your-group');
  const open = state.groups.get(group)?.open ?? null;
  if (isTableOpen(open, state.stage)) return yes;
  return no(open === false ? 'strategy-closed' : 'stage-closes-tables');
}

function roleRefusal(role: Role): ErrorCode {
  return role === 'screen' ? 'screen-only-watches' : 'observer-only-reads';
}
