import type { DocumentName } from '@board/shared/ids';
import { can } from '@board/shared/policy';
import { decodeFrame, encodeFrame } from '@board/shared/protocol/codec';
import type { Member, SessionPerson, WorkshopGate } from '../ports.ts';
import { Refusal } from './refusal.ts';

/** Connections of our own count downwards from here, so that they are never taken for a socket. */
let lastConnection = 0;

/**
 * Carries out one person's edit through the room's own door, as if it came from that person's browser: checked, logged
 * under that person's name, by that person's rights of the moment, and told to all others. Resolves when it is durable;
 * throws what the room refuses.
 */
export async function writeFor(
  person: SessionPerson,
  gate: WorkshopGate,
  document: DocumentName,
  update: Uint8Array,
): Promise<void> {
  lastConnection -= 1;
  const connection = lastConnection;
  const heard = Promise.withResolvers<void>();
  const member: Member = {
    connection,
    person,
    mayWrite: () => {
      const now = gate.personById(person.id);
      const right: ReturnType<Member['mayWrite']> = now
        ? can(now, { do: 'write', document }, gate.rights())
        : { allowed: false, why: gate.whyGone(person.id) };
      if (!right.allowed) heard.reject(new Refusal(right.why));
      return right;
    },
    send: (frames) => {
      for (const bytes of frames) {
        const frame = decodeFrame(bytes);
        if (frame.ok && frame.value.type === 'stored' && frame.value.count > 0) heard.resolve();
        if (frame.ok && frame.value.type === 'denied') heard.reject(new Refusal('not-stored'));
      }
    },
    close: (reason) => heard.reject(new Refusal(reason)),
  };
  const seat = await gate.rooms.join(document, member);
  if (!seat.ok) throw new Refusal(seat.problem);
  try {
    seat.value.receive(encodeFrame({ type: 'update', update }));
    await heard.promise;
  } finally {
    seat.value.leave();
  }
}
