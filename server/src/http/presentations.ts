import {
  beginPresentation,
  changePresentation,
  collectSlips,
  endPresentation,
  type FeedbackHandedOver,
  type GroupFeedback,
  type GroupMember,
  giveFeedback,
  handOverFeedback,
  markFeedback,
  nameRapporteur,
  type PresentationBegun,
  type SlipsStamped,
  turnPresentation,
} from '@board/shared/commands-present';
import { type FeedbackId, type GroupId, isId, type PresentationId } from '@board/shared/ids';
import type { FastifyInstance } from 'fastify';
import {
  collectSlips as collect,
  giveFeedback as give,
  listFeedback,
  markFeedback as mark,
} from '../workshop/feedback.ts';
import { handOverFeedback as handOver } from '../workshop/feedback-handover.ts';
import {
  beginPresentation as begin,
  changePresentation as change,
  endPresentation as end,
  listMembers,
  nameRapporteur as nameOne,
  turnPresentation as turn,
} from '../workshop/presentations.ts';
import { Refusal } from '../workshop/refusal.ts';
import { readBody } from './answers.ts';
import { person } from './cookies.ts';
import { type AtWorkshop, type RouteTools, workshopAt } from './tools.ts';

type AtGroup = { Params: { id: string; groupId: string }; Querystring: { version?: string } };
type AtPresentation = { Params: { id: string; presentationId: string } };
type AtFeedback = { Params: { id: string; feedbackId: string } };

/** Which group presents, and what the hall looks at. */
export function presentationRoutes(app: FastifyInstance, tools: RouteTools): void {
  app.post<AtWorkshop>('/workshops/:id/presentations', async (request, reply): Promise<PresentationBegun> => {
    const command = readBody(beginPresentation, request.body);
    const workshop = await workshopAt(tools, request);
    const presentationId = await begin(workshop, person(request, workshop), command);
    void reply.code(201);
    return { presentationId };
  });

  app.patch<AtPresentation>('/workshops/:id/presentations/:presentationId', async (request, reply) => {
    const command = readBody(changePresentation, request.body);
    const workshop = await workshopAt(tools, request);
    await change(workshop, person(request, workshop), presentationIn(request.params), command);
    return reply.code(204).send();
  });

  app.post<AtPresentation>('/workshops/:id/presentations/:presentationId/end', async (request, reply) => {
    const { presented } = readBody(endPresentation, request.body);
    const workshop = await workshopAt(tools, request);
    await end(workshop, person(request, workshop), presentationIn(request.params), presented);
    return reply.code(204).send();
  });

  app.put<AtPresentation>('/workshops/:id/presentations/:presentationId/view', async (request, reply) => {
    const command = readBody(turnPresentation, request.body);
    const workshop = await workshopAt(tools, request);
    await turn(workshop, person(request, workshop), presentationIn(request.params), command);
    return reply.code(204).send();
  });

  app.put<AtGroup>('/workshops/:id/groups/:groupId/rapporteur', async (request, reply) => {
    const command = readBody(nameRapporteur, request.body);
    const workshop = await workshopAt(tools, request);
    await nameOne(workshop, person(request, workshop), groupIn(request.params), command);
    return reply.code(204).send();
  });

  app.get<AtGroup>('/workshops/:id/groups/:groupId/members', async (request): Promise<GroupMember[]> => {
    const workshop = await workshopAt(tools, request);
    return listMembers(workshop, person(request, workshop), groupIn(request.params));
  });

  feedbackRoutes(app, tools);
}

/** What the hall says to the group that presents. A piece’s request is not logged, and of a nameless one the cookie is not read. */
function feedbackRoutes(app: FastifyInstance, tools: RouteTools): void {
  const unlogged = { config: { isUnlogged: true } };
  const at = '/workshops/:id/presentations/:presentationId';

  app.post<AtPresentation>(`${at}/slips`, unlogged, async (request): Promise<SlipsStamped> => {
    const command = readBody(collectSlips, request.body);
    const workshop = await workshopAt(tools, request);
    return collect(workshop, person(request, workshop), presentationIn(request.params), command);
  });

  app.post<AtPresentation>(`${at}/feedback`, unlogged, async (request, reply) => {
    const command = readBody(giveFeedback, request.body);
    const workshop = await workshopAt(tools, request);
    await give(workshop, presentationIn(request.params), command, () => person(request, workshop));
    return reply.code(204).send();
  });

  app.patch<AtFeedback>('/workshops/:id/feedback/:feedbackId', async (request, reply) => {
    const command = readBody(markFeedback, request.body);
    const workshop = await workshopAt(tools, request);
    const { feedbackId } = request.params;
    const by = person(request, workshop);
    if (!isId<FeedbackId>(feedbackId)) throw new Refusal('unknown-feedback');
    await mark(workshop, by, feedbackId, command);
    return reply.code(204).send();
  });

  app.get<AtGroup>('/workshops/:id/groups/:groupId/feedback', async (request): Promise<GroupFeedback> => {
    const workshop = await workshopAt(tools, request);
    const { version } = request.query;
    const known = typeof version === 'string' && /^\d{1,9}$/.test(version) ? Number(version) : null;
    return listFeedback(workshop, person(request, workshop), groupIn(request.params), known);
  });

  app.post<AtGroup>(
    '/workshops/:id/groups/:groupId/feedback/hand-over',
    async (request): Promise<FeedbackHandedOver> => {
      readBody(handOverFeedback, request.body);
      const workshop = await workshopAt(tools, request);
      return { comments: await handOver(workshop, person(request, workshop), groupIn(request.params)) };
    },
  );
}

function groupIn({ groupId }: { groupId: string }): GroupId {
  if (!isId<GroupId>(groupId)) throw new Refusal('unknown-group');
  return groupId;
}

function presentationIn({ presentationId }: { presentationId: string }): PresentationId {
  if (!isId<PresentationId>(presentationId)) throw new Refusal('unknown-presentation');
  return presentationId;
}
