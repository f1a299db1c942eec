import type { PersonId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import type { Member } from '../ports.ts';

/** Who may write and speak under which Yjs client id in one room. An id belongs for good to the person who wrote under it first. */
export interface ClientIds {
  /** For somebody who writes. False when the id is another person's, or the document's own, or when the connection speaks for too many. Of one person's connections the youngest speaks. */
  claim(client: number, member: Member): boolean;
  /** The same for somebody who only says to be there. Who may not write keeps an id from nobody who may. */
  announce(client: number, member: Member): boolean;
  /** Makes a claim last: something written under the id is on its way to the disk. */
  keep(client: number, person: PersonId): void;
  /** Forgets a connection and returns the ids that it spoke for. */
  release(connection: number): number[];
  /** Who has written under which id. */
  writers(): ReadonlyMap<number, PersonId>;
}

interface Speaker {
  connection: number;
  person: PersonId;
  mayWrite: boolean;
}

/** `known`: who has written so far. `reserved`: ids of what the document was created with; nobody writes under them. */
export function clientIds(known: ReadonlyMap<number, PersonId>, reserved: ReadonlySet<number>): ClientIds {
  const owners = new Map(known);
  const away = new AwayIds();
  const speakers = new Map<number, Speaker>();
  const held = new Map<number, Set<number>>();
  const counts = new Map<PersonId, number>();
  const count = (person: PersonId): void => void counts.set(person, (counts.get(person) ?? 0) + 1);
  for (const person of known.values()) count(person);
  const take = (client: number, { connection, person }: Member, mayWrite: boolean): boolean => {
    const owner = owners.get(client) ?? away.personOf(client);
    if (reserved.has(client) || (owner !== undefined && owner !== person.id)) return false;
    const isFull =
      (counts.get(person.id) ?? 0) >= limits.clientIdsPerPerson || owners.size >= limits.clientIdsPerDocument;
    if (!owners.has(client) && isFull) return false;
    const speaker = speakers.get(client);
    if (speaker && speaker.person !== person.id && (speaker.mayWrite || !mayWrite)) return false;
    if (speaker?.person === person.id && speaker.connection >= connection) return true;
    const own = held.get(connection) ?? new Set();
    if (own.size >= limits.clientIdsPerConnection) return false;
    if (speaker) held.get(speaker.connection)?.delete(client);
    speakers.set(client, { connection, person: person.id, mayWrite });
    held.set(connection, own.add(client));
    return true;
  };
  return {
    claim: (client, member) => take(client, member, true),
    announce(client, member) {
      // Asked once and not at every move of a cursor: a socket whose right to write changes comes anew.
      if (speakers.get(client)?.connection === member.connection) return true;
      return take(client, member, member.mayWrite().allowed);
    },
    keep(client, person) {
      if (owners.has(client)) return;
      owners.set(client, person);
      count(person);
    },
    release(connection) {
      const own = [...(held.get(connection) ?? [])];
      held.delete(connection);
      for (const client of own) {
        const speaker = speakers.get(client);
        if (speaker?.mayWrite && !owners.has(client)) away.keep(client, speaker.person);
        speakers.delete(client);
      }
      return own;
    },
    writers: () => owners,
  };
}

/**
 * Ids that people have announced and not yet written under, while they are away: what they type meanwhile comes under them.
 * Of each person as many as there may be sockets of one, so that crowds of invented ids push out nobody else's.
 */
class AwayIds {
  readonly #people = new Map<number, PersonId>();
  readonly #ids = new Map<PersonId, Set<number>>();

  personOf(client: number): PersonId | undefined {
    return this.#people.get(client);
  }

  keep(client: number, person: PersonId): void {
    const ids = this.#ids.get(person) ?? new Set();
    ids.delete(client);
    this.#ids.set(person, ids.add(client));
    this.#people.set(client, person);
    if (ids.size <= limits.socketsPerPerson) return;
    const [oldest] = ids;
    if (oldest === undefined) return;
    ids.delete(oldest);
    this.#people.delete(oldest);
  }
}
