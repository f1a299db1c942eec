import type { WorkshopId } from '@board/shared/ids';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SessionPerson } from '../ports.ts';
import { Refusal } from '../workshop/refusal.ts';
import type { Workshop } from '../workshop/workshop.ts';

const thirtyDays = 30 * 24 * 60 * 60;

/** The name of a workshop's session cookie: one per workshop, so that a token never reaches for another one. */
function cookieName(workshop: WorkshopId): string {
  return `wb_${workshop}`;
}

/** Gives a session to a browser. Out of reach of scripts; only over TLS when the server is known to be behind it. */
export function setSession(reply: FastifyReply, workshop: WorkshopId, token: string, isSecure: boolean): void {
  reply.setCookie(cookieName(workshop), token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: thirtyDays,
    secure: isSecure,
  });
}

/** The session token that a browser sent for a workshop. */
export function tokenOf(request: FastifyRequest, workshop: WorkshopId): string | null {
  const header = request.headers.cookie;
  return header === undefined ? null : (request.server.parseCookie(header)[cookieName(workshop)] ?? null);
}

/** Who asks, or null for somebody who has not joined (any more). */
export function whoAsks(request: FastifyRequest, workshop: Workshop): SessionPerson | null {
  const token = tokenOf(request, workshop.id);
  return token === null ? null : workshop.personByToken(token);
}

/** Who asks. Throws `not-joined`, or `removed` or `link-revoked` for somebody who was here. */
export function person(request: FastifyRequest, workshop: Workshop): SessionPerson {
  const known = whoAsks(request, workshop);
  if (!known) throw new Refusal(workshop.whyOut(tokenOf(request, workshop.id)));
  return known;
}
