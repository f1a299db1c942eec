import type { PersonListed } from '@board/shared/commands';
import { organisationKey } from '@board/shared/consensus/organisations';
import type { GroupId, PersonId, WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useState } from 'react';
import { useLiveView } from '../../sync/use-live-view.ts';
import { usePeople } from '../home/use-people.ts';
import { lastVote, type RollPart, readRoll } from './kept-roll.ts';

/** How somebody who has joined takes part in a vote. */
export type Presence = 'phone' | 'hand' | 'absent';

/** How the roll begins: with everybody, as in the vote before, or with everybody on a phone though that vote, opened in another tab, was without some or with some by hand. */
export type RollBeginning =
  | { from: 'everybody' }
  | { from: 'last-vote'; absent: number; byHand: number }
  | { from: 'elsewhere'; absent: number; byHand: number; note: string };

/** The roll that the facilitator is about to open a vote with. */
export interface RollChoice {
  members: readonly PersonListed[];
  presenceOf(person: PersonId): Presence;
  setPresence(people: readonly PersonId[], presence: Presence): void;
  /** People of a group (null: of none) who are here without having joined. */
  withoutPhone(group: GroupId | null): number;
  setWithoutPhone(group: GroupId | null, people: number): void;
  note: string;
  setNote(note: string): void;
  /** All on the roll, those of them without a phone, those taken out, and their organisations. */
  counts: { all: number; byHand: number; absent: number; organisations: number };
  beginning: RollBeginning;
  /** Forgets all that was said: everybody who has joined is on the roll with a phone. */
  beginAnew(): void;
  /** People are taken out without a word why, or it is not known yet whether those who were taken out are still members. */
  isIncomplete: boolean;
  command: RollPart;
}

/**
 * Everybody who has joined is on the roll with a phone, until the facilitator says otherwise. What was said for the vote before
 * holds for this one at first, when it was opened in this tab and not long ago.
 */
export function useRollChoice(workshopId: WorkshopId, view: LiveView): RollChoice {
  const { people, isKnown } = usePeople(workshopId, view);
  const { serverNow } = useLiveView(workshopId);
  const [last] = useState(() => beginningOf(workshopId, view, serverNow()));
  const [isAnew, setAnew] = useState(false);
  const [presences, setPresences] = useState(() => presencesIn(last.roll));
  const [others, setOthers] = useState(() => seatsIn(last.roll, view));
  const [note, setNote] = useState(last.roll.absent?.note ?? '');
  const members = people.filter(({ role, mustJoinAgain }) => role === 'member' && !mustJoinAgain);
  const presenceOf = (person: PersonId): Presence => presences.get(person) ?? 'phone';
  const idsOf = (presence: Presence): PersonId[] =>
    members.flatMap(({ personId }) => (presenceOf(personId) === presence ? personId : []));
  const absent = idsOf('absent');
  const byHand = idsOf('hand');
  const withoutPhone = [...others].flatMap(([groupId, count]) => (count > 0 ? { groupId, people: count } : []));
  const seats = withoutPhone.reduce((sum, one) => sum + one.people, 0);
  const organisations = new Set(
    members
      .filter(({ personId }) => presenceOf(personId) !== 'absent')
      .map(({ organisation }) => organisationKey(organisation))
      .filter((key) => key !== ''),
  );
  return {
    members,
    presenceOf,
    setPresence: (ids, presence) =>
      setPresences((now) => new Map([...now, ...ids.map((id) => [id, presence] as const)])),
    withoutPhone: (group) => others.get(group) ?? 0,
    setWithoutPhone: (group, count) => setOthers((now) => new Map([...now, [group, count]])),
    note,
    setNote,
    counts: {
      // The list may come a moment later than the counts of the live view.
      all: (people.length === 0 ? view.people.joined : members.length) - absent.length + seats,
      byHand: byHand.length + seats,
      absent: absent.length,
      organisations: organisations.size,
    },
    beginning: isAnew ? { from: 'everybody' } : last.beginning,
    beginAnew: () => {
      setAnew(true);
      setPresences(new Map());
      setOthers(new Map());
      setNote('');
    },
    isIncomplete: (absent.length > 0 && note.trim() === '') || (!isKnown && presences.size > 0),
    command: {
      ...(absent.length > 0 ? { absent: { people: absent, note: note.trim() } } : {}),
      ...(byHand.length > 0 ? { byHand } : {}),
      ...(withoutPhone.length > 0 ? { withoutPhone } : {}),
    },
  };
}

/** Read once, when the dialog opens. */
function beginningOf(
  workshopId: WorkshopId,
  view: LiveView,
  now: number,
): { beginning: RollBeginning; roll: RollPart } {
  const last = lastVote(view, now);
  const kept = readRoll(workshopId);
  if (last === null) return { beginning: { from: 'everybody' }, roll: {} };
  const { absent, byHand, note } = last.roll;
  if (kept?.vote !== last.id)
    return {
      beginning: absent + byHand > 0 ? { from: 'elsewhere', absent, byHand, note } : { from: 'everybody' },
      roll: {},
    };
  return {
    beginning: absent + byHand > 0 ? { from: 'last-vote', absent, byHand } : { from: 'everybody' },
    roll: kept.roll,
  };
}

function presencesIn({ absent, byHand = [] }: RollPart): ReadonlyMap<PersonId, Presence> {
  return new Map<PersonId, Presence>([
    ...byHand.map((id) => [id, 'hand'] as const),
    ...(absent?.people ?? []).map((id) => [id, 'absent'] as const),
  ]);
}

/** Without groups that are gone meanwhile. */
function seatsIn({ withoutPhone = [] }: RollPart, { groups }: LiveView): ReadonlyMap<GroupId | null, number> {
  const here = withoutPhone.filter(({ groupId }) => groupId === null || groupId in groups);
  return new Map(here.map(({ groupId, people }) => [groupId, people] as const));
}
