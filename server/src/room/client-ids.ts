import type { PersonId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import type { Member } from '../ports.ts';

/** Who may write and speak under which Yjs client id in one room. An id belongs for good to the person who wrote under it first. */
export interface ClientIds {
  /** For somebody who writes. False when the id is another person's, or the document's own, or when the connection speaks for too many. Of one person's connections the youngest speaks. */
  claim(client: number, member: Member): boolean;
  /** The same for somebody who only says to be there, under fewer ids: it takes no id from anybody, and who may not write keeps none from a write. */
  announce(client: number, member: Member): Announcement;
  /** How many of these nobody has written under yet. */
  countNew(clients: Iterable<number>): number;
  /** False when as many have been written under as may be, by this person or by all, to have so many more. */
  hasRoomFor(more: number, person: PersonId): boolean;
  /** Makes a claim last: something written under the id is on its way to the disk. */
  keep(client: number, person: PersonId): void;
  /** Forgets a connection and returns the ids that it spoke for. */
  release(connection: number): number[];
  /** Who has written under which id. */
  writers(): ReadonlyMap<number, PersonId>;
}

/** `others`: the id is somebody else's, and whoever says it may be honest: not to be shown, and no reason to close. `foreign`: no honest page says so. */
export type Announcement = 'own' | 'others' | 'foreign';

/** Whose an id is, and whether that person has it as somebody who may write: only such an id is kept from writes of others. */
interface Holder {
  person: PersonId;
  mayWrite: boolean;
}

interface Speaker extends Holder {
  connection: number;
}

/** `known`: who has written so far. `reserved`: ids of what the document was created with; nobody writes under them. */
export function clientIds(known: ReadonlyMap<number, PersonId>, reserved: ReadonlySet<number>): ClientIds {
  const owners = new Map(known);
  const away = new AwayIds();
  const speakers = new Map<number, Speaker>();
  const held = new Map<number, Set<number>>();
  const announced = new Map<number, number>();
  const { countNew, hasRoomFor, keep } = keeping(owners);
  const holderOf = (client: number): Holder | undefined => {
    const owner = owners.get(client);
    return owner === undefined ? (speakers.get(client) ?? away.holderOf(client)) : { person: owner, mayWrite: true };
  };
  const take = (client: number, { connection, person }: Member, mayWrite: boolean): boolean => {
    const speaker = speakers.get(client);
    if (speaker?.person === person.id && speaker.connection >= connection) return true;
    const own = held.get(connection) ?? new Set();
    if (own.size >= limits.clientIdsPerConnection) return false;
    if (speaker) held.get(speaker.connection)?.delete(client);
    // Whoever is pushed out by a write did nothing, and may go on saying to be there.
    if (speaker && speaker.person !== person.id) away.keep(client, speaker);
    speakers.set(client, { connection, person: person.id, mayWrite });
    held.set(connection, own.add(client));
    return true;
  };
  return {
    claim(client, member) {
      const holder = holderOf(client);
      const isOthers = holder !== undefined && holder.person !== member.person.id && holder.mayWrite;
      if (reserved.has(client) || isOthers || !hasRoomFor(countNew([client]), member.person.id)) return false;
      return take(client, member, true);
    },
    announce(client, member) {
      // Asked once and not at every move of a cursor: a socket whose right to write changes comes anew.
      const { connection, person } = member;
      if (speakers.get(client)?.connection === connection) return 'own';
      const before = announced.get(connection) ?? 0;
      if (reserved.has(client) || before >= limits.clientIdsAnnounced) return 'foreign';
      const mayWrite = member.mayWrite().allowed;
      const holder = holderOf(client);
      const wasPushedOut = away.holderOf(client)?.person === person.id;
      if (holder && holder.person !== person.id)
        return mayWrite && holder.mayWrite && !wasPushedOut ? 'foreign' : 'others';
      if (!take(client, member, mayWrite)) return 'foreign';
      // An older page of the same person that repeats a younger one's does not become its speaker.
      if (speakers.get(client)?.connection === connection) announced.set(connection, before + 1);
      return 'own';
    },
    countNew,
    hasRoomFor,
    keep,
    release(connection) {
      const own = [...(held.get(connection) ?? [])];
      held.delete(connection);
      announced.delete(connection);
      for (const client of own) {
        const speaker = speakers.get(client);
        if (speaker && !owners.has(client)) away.keep(client, speaker);
        speakers.delete(client);
      }
      return own;
    },
    writers: () => owners,
  };
}

/** What is kept for good in `owners`, and how much of it there may be. */
function keeping(owners: Map<number, PersonId>): Pick<ClientIds, 'countNew' | 'hasRoomFor' | 'keep'> {
  const counts = new Map<PersonId, number>();
  const count = (person: PersonId): void => void counts.set(person, (counts.get(person) ?? 0) + 1);
  for (const person of owners.values()) count(person);
  return {
    countNew: (clients) => [...clients].filter((client) => !owners.has(client)).length,
    hasRoomFor(more, person) {
      const own = (counts.get(person) ?? 0) + more;
      return more === 0 || (own <= limits.clientIdsPerPerson && owners.size + more <= limits.clientIdsPerDocument);
    },
    keep(client, person) {
      if (owners.has(client)) return;
      owners.set(client, person);
      count(person);
    },
  };
}

/**
 * Ids that people have announced and not yet written under, while they are away: what they type meanwhile comes under them.
 * And those that somebody else's write took from one who was there.
 * Of each person as many as there may be sockets of one, so that crowds of invented ids push out nobody else's.
 */
class AwayIds {
  readonly #holders = new Map<number, Holder>();
  readonly #ids = new Map<PersonId, Set<number>>();

  holderOf(client: number): Holder | undefined {
    return this.#holders.get(client);
  }

  keep(client: number, { person, mayWrite }: Holder): void {
    const before = this.#holders.get(client);
    if (before) this.#ids.get(before.person)?.delete(client);
    const ids = this.#ids.get(person) ?? new Set();
    this.#ids.set(person, ids.add(client));
    this.#holders.set(client, { person, mayWrite });
    if (ids.size <= limits.socketsPerPerson) return;
    const [oldest] = ids;
    if (oldest === undefined) return;
    ids.delete(oldest);
    this.#holders.delete(oldest);
  }
}
