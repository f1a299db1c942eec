import { addGroup, changeGroup, setStage } from '@board/shared/commands';
import { type GroupId, isId } from '@board/shared/ids';
import type { FastifyInstance } from 'fastify';
import { addGroup as add, changeGroup as change, setStage as set } from '../workshop/hall.ts';
import { Refusal } from '../workshop/refusal.ts';
import { readBody } from './answers.ts';
import { person } from './cookies.ts';
import { type AtWorkshop, type RouteTools, workshopAt } from './tools.ts';

type AtGroup = { Params: { id: string; groupId: string } };

/** The stage, and the groups. */
export function hallRoutes(app: FastifyInstance, tools: RouteTools): void {
  app.put<AtWorkshop>('/workshops/:id/stage', async (request, reply) => {
    const command = readBody(setStage, request.body);
    const workshop = await workshopAt(tools, request);
    await set(workshop, person(request, workshop), command);
    return reply.code(204).send();
  });

  app.post<AtWorkshop>('/workshops/:id/groups', async (request, reply): Promise<{ id: GroupId }> => {
    const command = readBody(addGroup, request.body);
    const workshop = await workshopAt(tools, request);
    const id = await add(workshop, person(request, workshop), command);
    void reply.code(201);
    return { id };
  });

  app.patch<AtGroup>('/workshops/:id/groups/:groupId', async (request, reply) => {
    const command = readBody(changeGroup, request.body);
    const workshop = await workshopAt(tools, request);
    const { groupId } = request.params;
    const by = person(request, workshop);
    if (!isId<GroupId>(groupId)) throw new Refusal('unknown-group');
    await change(workshop, by, groupId, command);
    return reply.code(204).send();
  });
}
