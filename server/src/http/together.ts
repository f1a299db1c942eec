import {
  agreeTogether,
  proposeTogether,
  type RowsOnRecommendation,
  type TogetherProposed,
} from '@board/shared/commands';
import { isId, type RecommendationId, type TogetherId } from '@board/shared/ids';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../workshop/refusal.ts';
import { agreeTogether as agree, endTogether, proposeTogether as propose, rowsOn } from '../workshop/together.ts';
import { readBody } from './answers.ts';
import { person } from './cookies.ts';
import { type AtWorkshop, type RouteTools, workshopAt } from './tools.ts';

type AtRecommendation = { Params: { id: string; recommendationId: string } };
type AtTogether = { Params: { id: string; togetherId: string } };

/** Recommendations that several groups have taken. */
export function togetherRoutes(app: FastifyInstance, tools: RouteTools): void {
  app.get<AtRecommendation>(
    '/workshops/:id/recommendations/:recommendationId/rows',
    async (request): Promise<RowsOnRecommendation> => {
      const workshop = await workshopAt(tools, request);
      const by = person(request, workshop);
      const { recommendationId } = request.params;
      return isId<RecommendationId>(recommendationId) ? rowsOn(workshop, by, recommendationId) : { rows: [] };
    },
  );

  app.post<AtWorkshop>('/workshops/:id/together', async (request, reply): Promise<TogetherProposed> => {
    const command = readBody(proposeTogether, request.body);
    const workshop = await workshopAt(tools, request);
    const id = await propose(workshop, person(request, workshop), command);
    void reply.code(201);
    return { id };
  });

  app.post<AtTogether>('/workshops/:id/together/:togetherId/agree', async (request, reply) => {
    readBody(agreeTogether, request.body);
    const workshop = await workshopAt(tools, request);
    await agree(workshop, person(request, workshop), togetherIdIn(request.params));
    return reply.code(204).send();
  });

  app.delete<AtTogether>('/workshops/:id/together/:togetherId', async (request, reply) => {
    const workshop = await workshopAt(tools, request);
    await endTogether(workshop, person(request, workshop), togetherIdIn(request.params));
    return reply.code(204).send();
  });
}

function togetherIdIn({ togetherId }: { togetherId: string }): TogetherId {
  if (!isId<TogetherId>(togetherId)) throw new Refusal('unknown-agreement');
  return togetherId;
}
