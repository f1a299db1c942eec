import { type DocumentName, parseDocumentName } from '@board/shared/ids';
import { can } from '@board/shared/policy';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { fail, ok, type Result } from '@board/shared/result';
import type { Member, SessionPerson, WorkshopGate } from '../ports.ts';
import { closeReasonFor } from './admission.ts';
import type { Link } from './link.ts';

/** What a sync socket asked for. */
export interface SyncRequest {
  document: string;
  /** The generation that the client holds, if it says so. */
  generation: string | null;
  /** Whose words the client brings, if it says so: what one person left in a browser is not written in another's name. */
  person: string | null;
}

/** Seats an admitted person's socket in a document's room, and closes it when the person's rights change. */
export async function openSync(
  link: Link,
  gate: WorkshopGate,
  person: SessionPerson,
  request: SyncRequest,
  connection: number,
): Promise<void> {
  const checked = checkRequest(gate, person, request);
  if (!checked.ok) {
    link.close(checked.problem);
    return;
  }
  const document = checked.value;
  link.onEnd(watchRights(link, gate, person, document));
  const joined = await gate.rooms.join(document, memberOf(link, gate, person, document, connection));
  if (!joined.ok) {
    link.close(joined.problem);
    return;
  }
  const seat = joined.value;
  link.onEnd(() => seat.leave());
  link.onMessage((message) => {
    if (message.isText) link.close('malformed-frame');
    else seat.receive(message.bytes);
  });
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

/** The person is asked for anew each time: name, group and role may change while the socket is open. */
function memberOf(
  link: Link,
  gate: WorkshopGate,
  person: SessionPerson,
  document: DocumentName,
  connection: number,
): Member {
  return {
    connection,
    get person() {
      const { id, name, colour } = gate.personById(person.id) ?? person;
      return { id, name, colour };
    },
    mayWrite() {
      const now = gate.personById(person.id);
      return now
        ? can(now, { do: 'write', document }, gate.rights())
        : { allowed: false, why: gate.whyGone(person.id) };
    },
    send: (frames) => link.sendAll(frames),
    close: (reason) => link.close(reason),
  };
}

/** Closes the socket when its person may no longer read, or may write now or no longer: it comes back through the same gate. */
function watchRights(link: Link, gate: WorkshopGate, person: SessionPerson, document: DocumentName): () => void {
  const rightsOf = (who: SessionPerson): string => {
    const state = gate.rights();
    return (['read', 'write'] as const).map((action) => can(who, { do: action, document }, state).allowed).join();
  };
  const before = rightsOf(person);
  return gate.onRightsChange(() => {
    const now = gate.personById(person.id);
    if (!now) link.close(gate.whyGone(person.id));
    else if (rightsOf(now) !== before) link.close('rights-changed');
  });
}
