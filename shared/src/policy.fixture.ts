import { type GroupId, newId, type PersonId } from './ids.ts';
import { type Action, can, type GroupRights, type Person, type RightsState, type Role } from './policy.ts';

export const mine = newId<GroupId>();
export const theirs = newId<GroupId>();
const anOpenGroup: GroupRights = { open: null, keptClosed: false, presented: false };

/** Somebody with a role, in a group or in none. */
export function person(role: Role, groupId: GroupId | null = null): Person {
  return { id: newId<PersonId>(), role, groupId };
}

/** A workshop at work with two groups, both open, but for what is given. */
export function state(
  change: Partial<RightsState> = {},
  theirRights: Partial<GroupRights> = {},
  myRights: Partial<GroupRights> = {},
): RightsState {
  const groups = new Map([
    [mine, { ...anOpenGroup, ...myRights }],
    [theirs, { ...anOpenGroup, ...theirRights }],
  ]);
  return { stage: 'group-work', workshopClosed: false, charterAdopted: false, groups, ...change };
}

/** `yes`, or why not. */
export function answer(who: Person, action: Action, at: RightsState = state()): string {
  const decision = can(who, action, at);
  return decision.allowed ? 'yes' : decision.why;
}
