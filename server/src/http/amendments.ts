import {
  type AmendmentAuthors,
  declineAmendment,
  proposeAmendment,
  putBackAmendment,
  showAmendment,
  takeAmendment,
} from '@board/shared/commands-charter';
import { type AmendmentId, isId } from '@board/shared/ids';
import type { FastifyInstance } from 'fastify';
import {
  amendmentAuthors,
  declineAmendment as decline,
  proposeAmendment as propose,
  putBackAmendment as putBack,
  showAmendment as show,
  takeAmendment as take,
  withdrawAmendment,
} from '../workshop/amendments.ts';
import { Refusal } from '../workshop/refusal.ts';
import { readBody } from './answers.ts';
import { person } from './cookies.ts';
import { type AtWorkshop, type RouteTools, workshopAt } from './tools.ts';

type AtAmendment = { Params: { id: string; amendmentId: string } };

/** Other words that members propose for the charter, and what facilitators decide about them. */
export function amendmentRoutes(app: FastifyInstance, tools: RouteTools): void {
  const all = '/workshops/:id/amendments';
  const one = `${all}/:amendmentId`;

  app.get<AtWorkshop>(all, async (request): Promise<AmendmentAuthors> => {
    const workshop = await workshopAt(tools, request);
    return amendmentAuthors(workshop, person(request, workshop));
  });

  app.post<AtWorkshop>(all, async (request, reply) => {
    const command = readBody(proposeAmendment, request.body);
    const workshop = await workshopAt(tools, request);
    await propose(workshop, person(request, workshop), command);
    return reply.code(204).send();
  });

  app.put<AtWorkshop>(`${all}/shown`, async (request, reply) => {
    const command = readBody(showAmendment, request.body);
    const workshop = await workshopAt(tools, request);
    await show(workshop, person(request, workshop), command);
    return reply.code(204).send();
  });

  app.delete<AtAmendment>(one, async (request, reply) => {
    const workshop = await workshopAt(tools, request);
    await withdrawAmendment(workshop, person(request, workshop), amendmentIdIn(request.params));
    return reply.code(204).send();
  });

  app.post<AtAmendment>(`${one}/take`, async (request, reply) => {
    const command = readBody(takeAmendment, request.body);
    const workshop = await workshopAt(tools, request);
    await take(workshop, person(request, workshop), amendmentIdIn(request.params), command);
    return reply.code(204).send();
  });

  app.post<AtAmendment>(`${one}/decline`, async (request, reply) => {
    const command = readBody(declineAmendment, request.body);
    const workshop = await workshopAt(tools, request);
    await decline(workshop, person(request, workshop), amendmentIdIn(request.params), command);
    return reply.code(204).send();
  });

  app.post<AtAmendment>(`${one}/put-back`, async (request, reply) => {
    readBody(putBackAmendment, request.body);
    const workshop = await workshopAt(tools, request);
    await putBack(workshop, person(request, workshop), amendmentIdIn(request.params));
    return reply.code(204).send();
  });
}

function amendmentIdIn({ amendmentId }: { amendmentId: string }): AmendmentId {
  if (!isId<AmendmentId>(amendmentId)) throw new Refusal('unknown-amendment');
  return amendmentId;
}
