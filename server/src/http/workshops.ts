import {
  type CodeFound,
  createDemonstration,
  createWorkshop,
  type ServerFacts,
  type WorkshopCreated,
} from '@board/shared/commands';
import { type GroupId, newId } from '@board/shared/ids';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { demonstrationSeed } from '../demonstration/documents.ts';
import { readBoard } from '../workshop/live-readings.ts';
import { checkCode } from '../workshop/people.ts';
import { Refusal } from '../workshop/refusal.ts';
import type { Seed } from '../workshop/seed.ts';
import { isSameText } from '../workshop/sessions.ts';
import { readBody } from './answers.ts';
import { setSession } from './cookies.ts';
import type { RouteTools } from './tools.ts';

/** Each creation makes a file: no person needs more, and a script that fills the disk is stopped. */
const creationLimit = { config: { rateLimit: { max: 120, timeWindow: 10 * 60_000 } } };

/** Creating workshops, finding one by its code, and what a start page needs to know. */
export function workshopRoutes(app: FastifyInstance, tools: RouteTools): void {
  app.get(
    '/server',
    (): ServerFacts => ({
      addresses: tools.addresses(),
      createKeyNeeded: tools.config.createKey !== null,
    }),
  );

  app.get<{ Params: { code: string } }>('/codes/:code', async (request): Promise<CodeFound> => {
    const { code } = request.params;
    tools.guesses.attempt(request.ip, () => {
      if (tools.workshops.isKnownCode(code)) return;
      throw new Refusal(tools.workshops.isFormerCode(code) ? 'link-revoked' : 'wrong-code', 'code');
    });
    const workshop = await tools.workshops.byCode(code);
    if (!workshop) throw new Refusal('wrong-code', 'code');
    checkCode(workshop, code);
    const { title, groups } = workshop.live.board ?? (await workshop.rooms.read('board', readBoard));
    const known = groups.filter((group) => workshop.state.groups.has(group.id));
    return { workshopId: workshop.id, title, groups: known.map(({ id, name }) => ({ id, name })) };
  });

  app.post('/workshops', creationLimit, async (request, reply) => {
    const command = readBody(createWorkshop, request.body);
    const groups = command.groups.map((name) => ({ id: newId<GroupId>(), name }));
    const { title, country = '', cycle = '' } = command;
    const seed = { title, country, cycle, groups, demonstration: false, documents: new Map() };
    return create(tools, request, reply, command.createKey, seed);
  });

  app.post('/demonstrations', creationLimit, async (request, reply) => {
    const { createKey } = readBody(createDemonstration, request.body);
    return create(tools, request, reply, createKey, demonstrationSeed(tools.demonstration, dayOf(tools.clock.now())));
  });
}

async function create(
  tools: RouteTools,
  request: FastifyRequest,
  reply: FastifyReply,
  createKey: string | undefined,
  seed: Seed,
): Promise<WorkshopCreated> {
  tools.guesses.attempt(request.ip, () => checkCreateKey(tools.config.createKey, createKey));
  return createFrom(tools, reply, seed);
}

/** Creates a workshop and makes who asked its facilitator. */
export async function createFrom(tools: RouteTools, reply: FastifyReply, seed: Seed): Promise<WorkshopCreated> {
  const { workshop, facilitatorKey, token } = await tools.workshops.create(seed);
  setSession(reply, workshop.id, token, tools.isSecure);
  void reply.code(201);
  return {
    workshopId: workshop.id,
    facilitatorKey,
    joinCode: workshop.state.joinCode,
    groups: seed.groups.map(({ id, name }) => ({ id, name })),
  };
}

/** Throws `create-key-needed` and `wrong-key`. */
export function checkCreateKey(needed: string | null, given: string | undefined): void {
  if (needed === null) return;
  if (given === undefined || given === '') throw new Refusal('create-key-needed', 'createKey');
  if (!isSameText(given, needed)) throw new Refusal('wrong-key', 'createKey');
}

/** The day at the place of this machine, as documents write it. */
function dayOf(time: number): string {
  const date = new Date(time);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
