import type { PersonListed } from '@board/shared/commands';
import type { OpenVote } from '@board/shared/commands-votes';
import { organisationKey } from '@board/shared/consensus/organisations';
import type { GroupId, PersonId, WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useState } from 'react';
import { usePeople } from '../home/use-people.ts';

/** How somebody who has joined takes part in a vote. */
export type Presence = 'phone' | 'hand' | 'absent';

/** The part of the command that says who is on the roll. */
type RollPart = Pick<OpenVote, 'absent' | 'byHand' | 'withoutPhone'>;

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
  /** People are taken out without a word why. */
  lacksNote: boolean;
  command: RollPart;
}

/** Everybody who has joined is on the roll with a phone, until the facilitator says otherwise. */
export function useRollChoice(workshopId: WorkshopId, view: LiveView): RollChoice {
  const { people } = usePeople(workshopId, view);
  const [presences, setPresences] = useState<ReadonlyMap<PersonId, Presence>>(new Map());
  const [others, setOthers] = useState<ReadonlyMap<GroupId | null, number>>(new Map());
  const [note, setNote] = useState('');
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
    lacksNote: absent.length > 0 && note.trim() === '',
    command: {
      ...(absent.length > 0 ? { absent: { people: absent, note: note.trim() } } : {}),
      ...(byHand.length > 0 ? { byHand } : {}),
      ...(withoutPhone.length > 0 ? { withoutPhone } : {}),
    },
  };
}
