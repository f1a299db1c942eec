import {
  beginPairing,
  claimPairing,
  decideOverlap,
  type PairingBegun,
  type PairingClaimed,
  pairScreen,
  setScreen,
  setWifi,
} from '@board/shared/commands-screen';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { networkOf } from '../networks.ts';
import type { Admittance } from '../workshop/pairings.ts';
import { Refusal } from '../workshop/refusal.ts';
import {
  comeInAsScreen,
  decideOverlap as decide,
  demandScreens,
  setScreen as set,
  setWifi as tellWifi,
} from '../workshop/screens.ts';
import { readBody } from './answers.ts';
import { person, setSession, tokenOf, whoAsks } from './cookies.ts';
import { type AtWorkshop, type RouteTools, workshopAt } from './tools.ts';

/** The hall's screens: how they are let in, what they show, and what the hall talks about before them. */
export function screenRoutes(app: FastifyInstance, tools: RouteTools): void {
  pairingRoutes(app, tools);

  app.put<AtWorkshop>('/workshops/:id/screen', async (request, reply) => {
    const command = readBody(setScreen, request.body);
    const workshop = await workshopAt(tools, request);
    await set(workshop, person(request, workshop), command);
    return reply.code(204).send();
  });

  app.put<AtWorkshop>('/workshops/:id/wifi', async (request, reply) => {
    const command = readBody(setWifi, request.body);
    const workshop = await workshopAt(tools, request);
    await tellWifi(workshop, person(request, workshop), command);
    return reply.code(204).send();
  });

  app.delete<AtWorkshop>('/workshops/:id/wifi', async (request, reply) => {
    const workshop = await workshopAt(tools, request);
    await tellWifi(workshop, person(request, workshop), null);
    return reply.code(204).send();
  });

  app.put<AtWorkshop>('/workshops/:id/overlaps', async (request, reply) => {
    const command = readBody(decideOverlap, request.body);
    const workshop = await workshopAt(tools, request);
    await decide(workshop, person(request, workshop), command);
    return reply.code(204).send();
  });
}

/** A screen shows a code; the facilitator, who sees it on the wall, types it; the screen comes in. */
function pairingRoutes(app: FastifyInstance, tools: RouteTools): void {
  const { pairings, guesses } = tools;

  app.post('/screens', async (request, reply): Promise<PairingBegun> => {
    readBody(beginPairing, request.body);
    void reply.code(201);
    return pairings.begin(networkOf(request.ip));
  });

  app.post<AtWorkshop>('/workshops/:id/screens', async (request, reply) => {
    const { code } = readBody(pairScreen, request.body);
    const workshop = await workshopAt(tools, request);
    const by = person(request, workshop);
    demandScreens(workshop, by);
    guesses.attempt(request.ip, () => pairings.admit(code, { workshop: workshop.id, by: by.id }));
    return reply.code(204).send();
  });

  app.post('/screens/claim', async (request, reply): Promise<PairingClaimed> => {
    const { secret, name } = readBody(claimPairing, request.body);
    const session = await pairings.claim(secret, (admitted) => comeIn(tools, request, admitted, name));
    if (session?.token) setSession(reply, session.workshopId, session.token, tools.isSecure);
    return { workshopId: session?.workshopId ?? null };
  });
}

async function comeIn(tools: RouteTools, request: FastifyRequest, { workshop: id, by }: Admittance, name: string) {
  const release = tools.workshops.hold(id);
  try {
    const found = await tools.workshops.find(id);
    if (!found.ok) throw new Refusal(found.problem);
    const workshop = found.value;
    const before = tokenOf(request, id);
    const returning = before === null ? null : workshop.returningBy(before);
    const token = await comeInAsScreen(workshop, by, name, whoAsks(request, workshop), returning);
    return { workshopId: id, token };
  } finally {
    release();
  }
}
