import { type DocumentName, parseDocumentName } from '@board/shared/ids';
import { can } from '@board/shared/policy';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { fail, ok, type Result } from '@board/shared/result';
import type { Member, Seat, SessionPerson, WorkshopGate } from '../ports.ts';
import { closeReasonFor } from './admission.ts';
import type { Audiences, RightsHolder } from './audiences.ts';
import type { Host, Link, Message } from './link.ts';

/** What a sync socket asked for. */
export interface SyncRequest {
  document: string;
  /** The generation that the client holds, if it says so. */
  generation: string | null;
  /** Whose words the client brings, if it says so: what one person left in a browser is not written in another's name. */
  person: string | null;
}

export interface Visitor {
  link: Link;
  gate: WorkshopGate;
  person: SessionPerson;
  /** The session that it came with. */
  token: string;
  /** Unique per connection, rising. */
  connection: number;
}

/** Seats an admitted person's socket in a document's room, and closes it when the person's rights change. */
export async function openSync(visitor: Visitor, request: SyncRequest, audiences: Audiences): Promise<void> {
  const { link, gate, person } = visitor;
  const checked = checkRequest(gate, person, request);
  if (!checked.ok) {
    link.close(checked.problem);
    return;
  }
  const guest = new SyncGuest(visitor, checked.value, audiences);
  const joined = await gate.rooms.join(checked.value, guest);
  if (joined.ok) guest.sit(joined.value);
  else link.close(joined.problem);
  link.seat(guest);
}

function checkRequest(
  gate: WorkshopGate,
  person: SessionPerson,
  { document: name, generation, person: expected }: SyncRequest,
): Result<DocumentName, CloseReason> {
  if (expected !== null && expected !== person.id) return fail('other-person');
  const document = parseDocumentName(name);
  if (!document) return fail('unknown-document');
  const readable = can(person, { do: 'read', document }, gate.rights());
  if (!readable.allowed) return fail(closeReasonFor(readable.why));
  const live = gate.generation(document);
  if (live === null) return fail('unknown-document');
  // Who does not say which generation it holds may hold the first: a plain y-websocket client knows of no other.
  return (generation ?? '1') === String(live) ? ok(document) : fail('generation-moved');
}

/**
 * One socket in one document. The person is asked for anew each time: name, group and role may change while the socket is
 * open. A class and not a set of functions, since a hall has thousands of these.
 */
class SyncGuest implements Host, Member, RightsHolder {
  readonly connection: number;
  readonly #link: Link;
  readonly #gate: WorkshopGate;
  readonly #admitted: SessionPerson;
  readonly #token: string;
  readonly #document: DocumentName;
  readonly #audiences: Audiences;
  readonly #rights: number;
  #seat: Seat | null = null;

  constructor({ link, gate, person, token, connection }: Visitor, document: DocumentName, audiences: Audiences) {
    this.#link = link;
    this.#gate = gate;
    this.#admitted = person;
    this.#token = token;
    this.#document = document;
    this.#audiences = audiences;
    this.connection = connection;
    this.#rights = this.#rightsOf(person);
    audiences.enter(gate, this);
  }

  get person(): SessionPerson {
    return this.#gate.personById(this.#admitted.id) ?? this.#admitted;
  }

  sit(seat: Seat): void {
    this.#seat = seat;
  }

  hear(message: Message): boolean {
    if (!message.isText) return this.#seat?.receive(message.bytes) ?? false;
    this.#link.close('malformed-frame');
    return false;
  }

  ended(): void {
    this.#audiences.leave(this.#gate, this);
    this.#seat?.leave();
  }

  mayWrite(): ReturnType<Member['mayWrite']> {
    const now = this.#gate.personById(this.#admitted.id);
    return now
      ? can(now, { do: 'write', document: this.#document }, this.#gate.rights())
      : { allowed: false, why: this.#gate.whyGone(this.#admitted.id) };
  }

  send(frames: readonly Uint8Array[]): void {
    this.#link.sendAll(frames);
  }

  close(reason: CloseReason): void {
    this.#link.close(reason);
  }

  /** Closes the socket when its person may no longer read, or may write now or no longer: it comes back through the same gate. */
  rightsMoved(): void {
    const now = this.#gate.personByToken(this.#token);
    if (!now) this.#link.close(this.#gate.whyOut(this.#token));
    else if (this.#rightsOf(now) !== this.#rights) this.#link.close('rights-changed');
  }

  #rightsOf(who: SessionPerson): number {
    const state = this.#gate.rights();
    const may = (action: 'read' | 'write'): number =>
      can(who, { do: action, document: this.#document }, state).allowed ? 1 : 0;
    return may('read') + 2 * may('write');
  }
}
