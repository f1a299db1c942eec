import type { PersonId } from '@board/shared/ids';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import type { AwarenessEntry } from '@board/shared/protocol/frames';
import { limits } from '@board/shared/protocol/limits';
import type { Member } from '../ports.ts';
import type { ClientIds } from './client-ids.ts';
import { stampedState } from './presence-state.ts';

/** Client ids whose last clock is remembered after they have gone, so that an echo of them is known as one. */
const mostRemembered = 5000;

/** Who is in the room and where, as Yjs awareness states with the identity that the server knows. */
export interface Presence {
  /** Takes in what a connection says of itself. `changed` goes to everybody, `answer` back to the sender; or why the sender is closed. */
  receive(member: Member, entries: readonly AwarenessEntry[]): Received | CloseReason;
  /** Takes a connection's client ids out and returns what to tell the others. */
  leave(ids: readonly number[]): AwarenessEntry[];
  present(): AwarenessEntry[];
}

interface Received {
  changed: AwarenessEntry[];
  answer: AwarenessEntry[];
  /** True when everybody has been told all of it already, or may once have been. */
  isEcho: boolean;
}

export function presence(ids: ClientIds): Presence {
  return new RoomPresence(ids);
}

class RoomPresence implements Presence {
  readonly #ids: ClientIds;
  readonly #shown = new ShownStates();
  readonly #clocks = new Clocks((clientId) => this.#shown.has(clientId));

  constructor(ids: ClientIds) {
    this.#ids = ids;
  }

  receive(member: Member, entries: readonly AwarenessEntry[]): Received | CloseReason {
    const received: Received = { changed: [], answer: [], isEcho: entries.length > 0 };
    for (const entry of entries) {
      const { clientId } = entry;
      const last = this.#clocks.of(clientId);
      // y-websocket repeats what it hears of others: entries that say nothing new are no claim to be somebody, and not even read.
      const isEcho = last === null ? entry.state === null : entry.clock <= last;
      if (isEcho) {
        if (last === null && entry.clock > this.#clocks.forgotten) received.isEcho = false;
        if (entry.state && !this.#shown.has(clientId))
          received.answer.push({ clientId, clock: last ?? 0, state: null });
        continue;
      }
      const announcement = this.#ids.announce(clientId, member);
      // What may once have been told here may still be on its way back, however long ago it was forgotten.
      if (announcement !== 'own' && entry.clock <= this.#clocks.forgotten) continue;
      if (announcement === 'foreign') return 'foreign-client-id';
      received.isEcho = false;
      if (announcement === 'others') continue;
      const problem = this.#take(member, entry, received);
      if (problem) return problem;
    }
    return received;
  }

  leave(left: readonly number[]): AwarenessEntry[] {
    return left
      .filter((clientId) => this.#shown.remove(clientId))
      .map((clientId) => ({ clientId, clock: this.#clocks.of(clientId) ?? 0, state: null }));
  }

  present(): AwarenessEntry[] {
    return this.#shown.entries();
  }

  #take(member: Member, entry: AwarenessEntry, { changed, answer }: Received): CloseReason | null {
    const { clientId, clock } = entry;
    if (entry.state === null) {
      this.#clocks.note(clientId, clock);
      if (this.#shown.remove(clientId)) changed.push(entry);
      return null;
    }
    const state = stampedState(entry, member);
    if (state === null) return 'malformed-frame';
    const isNew = !this.#shown.has(clientId);
    // Nothing is answered to what is not shown: whoever is told to be gone says everything anew.
    if (state === 'too-large' || !this.#shown.put(member.person.id, { clientId, clock, state })) return null;
    this.#clocks.note(clientId, clock);
    changed.push({ clientId, clock, state });
    // The others may remember this clock from before a lost connection and would not look at it again. Told that it is
    // gone, a client counts one up and says everything anew.
    if (isNew) answer.push({ clientId, clock, state: null });
    return null;
  }
}

/** Bytes that an entry takes in a frame beside its state: client id, clock, length. */
const entryBytes = 20;

/** The states that are shown, within what one person and the room may have of them. */
class ShownStates {
  readonly #states = new Map<number, { entry: AwarenessEntry; person: PersonId; bytes: number }>();
  readonly #people = new Map<PersonId, { states: number; bytes: number }>();
  #bytes = 0;

  has(clientId: number): boolean {
    return this.#states.has(clientId);
  }

  entries(): AwarenessEntry[] {
    return [...this.#states.values()].map(({ entry }) => entry);
  }

  /** False, and nothing changes, when it is too much. */
  put(person: PersonId, entry: AwarenessEntry): boolean {
    const before = this.#states.get(entry.clientId);
    const bytes = (entry.state?.byteLength ?? 0) + entryBytes;
    const more = bytes - (before?.bytes ?? 0);
    const own = before?.person === person ? before : null;
    const { states, bytes: personBytes } = this.#people.get(person) ?? { states: 0, bytes: 0 };
    if (!own && states >= limits.awarenessPerPerson) return false;
    if (!before && this.#states.size >= limits.awarenessPerRoom) return false;
    if (personBytes + bytes - (own?.bytes ?? 0) > limits.awarenessBytesPerPerson) return false;
    if (this.#bytes + more > limits.awarenessBytesPerRoom) return false;
    this.remove(entry.clientId);
    this.#states.set(entry.clientId, { entry, person, bytes });
    this.#count(person, 1, bytes);
    return true;
  }

  remove(clientId: number): boolean {
    const state = this.#states.get(clientId);
    if (!state) return false;
    this.#states.delete(clientId);
    this.#count(state.person, -1, -state.bytes);
    return true;
  }

  #count(person: PersonId, states: number, bytes: number): void {
    const before = this.#people.get(person) ?? { states: 0, bytes: 0 };
    const now = { states: before.states + states, bytes: before.bytes + bytes };
    if (now.states === 0) this.#people.delete(person);
    else this.#people.set(person, now);
    this.#bytes += bytes;
  }
}

/** The last clock of each client id. */
class Clocks {
  readonly #isKept: (clientId: number) => boolean;
  readonly #clocks = new Map<number, number>();
  /** No client id that was forgotten had a higher one. */
  forgotten = -1;

  constructor(isKept: (clientId: number) => boolean) {
    this.#isKept = isKept;
  }

  of(clientId: number): number | null {
    return this.#clocks.get(clientId) ?? null;
  }

  note(clientId: number, clock: number): void {
    this.#clocks.delete(clientId);
    this.#clocks.set(clientId, clock);
    if (this.#clocks.size <= mostRemembered) return;
    for (const [old, last] of this.#clocks) {
      if (this.#isKept(old)) continue;
      this.#clocks.delete(old);
      this.forgotten = Math.max(this.forgotten, last);
      break;
    }
  }
}
