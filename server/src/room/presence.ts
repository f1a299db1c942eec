import type { AwarenessEntry } from '@board/shared/protocol/frames';
import { limits } from '@board/shared/protocol/limits';
import type { Member } from '../ports.ts';
import type { ClientIds } from './client-ids.ts';

/** Client ids whose last clock is remembered after they have gone, so that an echo of them is known as one. */
const mostRemembered = 5000;

/** Who is in the room and where, as Yjs awareness states with the identity that the server knows. */
export interface Presence {
  /** Takes in what a connection says of itself. `changed` goes to everybody, `answer` back to the sender; false: it spoke for another person, or for more than one person can be. */
  receive(member: Member, entries: readonly AwarenessEntry[]): Received | false;
  /** Takes a connection's client ids out and returns what to tell the others. */
  leave(ids: readonly number[]): AwarenessEntry[];
  present(): AwarenessEntry[];
}

interface Received {
  changed: AwarenessEntry[];
  answer: AwarenessEntry[];
}

export function presence(ids: ClientIds): Presence {
  const states = new Map<number, AwarenessEntry>();
  const speakers = new Map<number, string>();
  const clocks = new Map<number, number>();

  const remember = (clientId: number, clock: number): void => {
    clocks.delete(clientId);
    clocks.set(clientId, clock);
    if (clocks.size <= mostRemembered) return;
    for (const old of clocks.keys()) {
      if (states.has(old)) continue;
      clocks.delete(old);
      break;
    }
  };

  const remove = (clientId: number): boolean => {
    speakers.delete(clientId);
    return states.delete(clientId);
  };

  const isOneTooMany = ({ person }: Member): boolean => {
    let count = 0;
    for (const speaker of speakers.values()) if (speaker === person.id) count += 1;
    return count >= limits.awarenessPerPerson;
  };

  const take = (member: Member, entry: AwarenessEntry): AwarenessEntry | null => {
    if (entry.state !== null && JSON.stringify(entry.state).length > limits.awarenessBytes) return null;
    const stamped = { ...entry, state: entry.state && { ...entry.state, user: userOf(member) } };
    if (stamped.state) {
      states.set(entry.clientId, stamped);
      speakers.set(entry.clientId, member.person.id);
    } else remove(entry.clientId);
    remember(entry.clientId, entry.clock);
    return stamped;
  };

  return {
    receive(member, entries) {
      const received: Received = { changed: [], answer: [] };
      for (const entry of entries) {
        const clock = clocks.get(entry.clientId);
        // y-websocket repeats what it hears of others: entries that say nothing new are no claim to be somebody.
        const isEcho = clock === undefined ? entry.state === null : entry.clock <= clock;
        // The others may remember this clock from before a lost connection and would not look at it again. Told that it is
        // gone, a client counts one up and says everything anew.
        if (entry.state && !states.has(entry.clientId)) {
          received.answer.push({ ...entry, clock: Math.max(entry.clock, clock ?? 0), state: null });
        }
        if (isEcho) continue;
        if (entry.state && !states.has(entry.clientId) && isOneTooMany(member)) return false;
        if (!ids.announce(entry.clientId, member)) return false;
        const stamped = take(member, entry);
        if (stamped) received.changed.push(stamped);
      }
      return received;
    },
    leave(left) {
      return left
        .filter((clientId) => remove(clientId))
        .map((clientId) => ({ clientId, clock: clocks.get(clientId) ?? 0, state: null }));
    },
    present: () => [...states.values()],
  };
}

function userOf({ person }: Member): { id: string; name: string; colour: number } {
  return { id: person.id, name: person.name, colour: person.colour };
}
