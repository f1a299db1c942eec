import type { PersonId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import type { Member } from '../ports.ts';

interface Holder {
  connection: number;
  person: PersonId;
}

/** Which connection speaks for which Yjs client id in one room. An id belongs to one person at a time. */
export interface ClientIds {
  /** False when another person who is connected speaks for this id, or when the connection speaks for too many. Of one person's connections the youngest holds it. */
  claim(client: number, member: Member): boolean;
  /** Forgets a connection and returns the ids that it held. */
  release(connection: number): number[];
}

export function clientIds(): ClientIds {
  const holders = new Map<number, Holder>();
  const held = new Map<number, Set<number>>();
  return {
    claim(client, { connection, person }) {
      const holder = holders.get(client);
      if (holder && holder.person !== person.id) return false;
      if (holder && holder.connection >= connection) return true;
      const own = held.get(connection) ?? new Set();
      if (own.size >= limits.clientIdsPerConnection) return false;
      if (holder) held.get(holder.connection)?.delete(client);
      holders.set(client, { connection, person: person.id });
      held.set(connection, own.add(client));
      return true;
    },
    release(connection) {
      const own = [...(held.get(connection) ?? [])];
      held.delete(connection);
      for (const client of own) holders.delete(client);
      return own;
    },
  };
}
