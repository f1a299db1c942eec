import { addComment, changeComment, type GroupComments } from '@board/shared/commands';
import { type CommentId, type GroupId, isId } from '@board/shared/ids';
import type { FastifyInstance } from 'fastify';
import { addComment as add, changeComment as change, listComments, removeComment } from '../workshop/comments.ts';
import { Refusal } from '../workshop/refusal.ts';
import { readBody } from './answers.ts';
import { person } from './cookies.ts';
import { type RouteTools, workshopAt } from './tools.ts';

type AtGroup = { Params: { id: string; groupId: string }; Querystring: { version?: string } };
type AtComment = { Params: { id: string; commentId: string } };

/** What is said about the groups' strategies. */
export function commentRoutes(app: FastifyInstance, tools: RouteTools): void {
  app.get<AtGroup>('/workshops/:id/groups/:groupId/comments', async (request): Promise<GroupComments> => {
    const workshop = await workshopAt(tools, request);
    const { version } = request.query;
    const known = typeof version === 'string' && /^\d{1,9}$/.test(version) ? Number(version) : null;
    return listComments(workshop, person(request, workshop), groupIdIn(request.params), known);
  });

  app.post<AtGroup>('/workshops/:id/groups/:groupId/comments', async (request, reply) => {
    const command = readBody(addComment, request.body);
    const workshop = await workshopAt(tools, request);
    await add(workshop, person(request, workshop), groupIdIn(request.params), command);
    return reply.code(204).send();
  });

  app.patch<AtComment>('/workshops/:id/comments/:commentId', async (request, reply) => {
    const command = readBody(changeComment, request.body);
    const workshop = await workshopAt(tools, request);
    await change(workshop, person(request, workshop), commentIdIn(request.params), command);
    return reply.code(204).send();
  });

  app.delete<AtComment>('/workshops/:id/comments/:commentId', async (request, reply) => {
    const workshop = await workshopAt(tools, request);
    await removeComment(workshop, person(request, workshop), commentIdIn(request.params));
    return reply.code(204).send();
  });
}

function groupIdIn({ groupId }: { groupId: string }): GroupId {
  if (!isId<GroupId>(groupId)) throw new Refusal('unknown-group');
  return groupId;
}

function commentIdIn({ commentId }: { commentId: string }): CommentId {
  if (!isId<CommentId>(commentId)) throw new Refusal('unknown-comment');
  return commentId;
}
