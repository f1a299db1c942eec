import type { PersonId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import type { Member } from '../ports.ts';

/** Who may write and speak under which Yjs client id in one room. An id belongs to the person who used it first, for good. */
export interface ClientIds {
  /** False when the id is another person's, or the document's own, or when the connection speaks for too many. Of one person's connections the youngest speaks. */
  claim(client: number, member: Member): boolean;
  /** Makes a claim last: something written under the id is on its way to the disk. */
  keep(client: number, person: PersonId): void;
  /** Forgets a connection and returns the ids that it spoke for. */
  release(connection: number): number[];
  /** Who has written under which id. */
  writers(): ReadonlyMap<number, PersonId>;
}

/** `known`: who has written so far. `reserved`: ids of what the document was created with; nobody writes under them. */
export function clientIds(known: ReadonlyMap<number, PersonId>, reserved: ReadonlySet<number>): ClientIds {
  const owners = new Map(known);
  const speakers = new Map<number, { connection: number; person: PersonId }>();
  const held = new Map<number, Set<number>>();
  const counts = new Map<PersonId, number>();
  const count = (person: PersonId): void => void counts.set(person, (counts.get(person) ?? 0) + 1);
  for (const person of known.values()) count(person);
  return {
    claim(client, { connection, person }) {
      const owner = owners.get(client);
      if (reserved.has(client) || (owner !== undefined && owner !== person.id)) return false;
      const isFull =
        (counts.get(person.id) ?? 0) >= limits.clientIdsPerPerson || owners.size >= limits.clientIdsPerDocument;
      if (owner === undefined && isFull) return false;
      const speaker = speakers.get(client);
      if (speaker && speaker.person !== person.id) return false;
      if (speaker && speaker.connection >= connection) return true;
      const own = held.get(connection) ?? new Set();
      if (own.size >= limits.clientIdsPerConnection) return false;
      if (speaker) held.get(speaker.connection)?.delete(client);
      speakers.set(client, { connection, person: person.id });
      held.set(connection, own.add(client));
      return true;
    },
    keep(client, person) {
      if (owners.has(client)) return;
      owners.set(client, person);
      count(person);
    },
    release(connection) {
      const own = [...(held.get(connection) ?? [])];
      held.delete(connection);
      for (const client of own) speakers.delete(client);
      return own;
    },
    writers: () => owners,
  };
}
