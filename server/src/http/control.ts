import { type Messages, sendMessage, setTimer } from '@board/shared/commands-stage';
import { isId, type MessageId } from '@board/shared/ids';
import type { FastifyInstance } from 'fastify';
import { messagesFor, sendMessage as send, setTimer as set, stopTimer, takeBack } from '../workshop/control.ts';
import { Refusal } from '../workshop/refusal.ts';
import { readBody } from './answers.ts';
import { person } from './cookies.ts';
import { type AtWorkshop, type RouteTools, workshopAt } from './tools.ts';

type AtMessage = { Params: { id: string; messageId: string } };

/** The timer, and what a facilitator tells the hall. */
export function controlRoutes(app: FastifyInstance, tools: RouteTools): void {
  app.put<AtWorkshop>('/workshops/:id/timer', async (request, reply) => {
    const command = readBody(setTimer, request.body);
    const workshop = await workshopAt(tools, request);
    await set(workshop, person(request, workshop), command);
    return reply.code(204).send();
  });

  app.delete<AtWorkshop>('/workshops/:id/timer', async (request, reply) => {
    const workshop = await workshopAt(tools, request);
    await stopTimer(workshop, person(request, workshop));
    return reply.code(204).send();
  });

  app.get<AtWorkshop>('/workshops/:id/messages', async (request): Promise<Messages> => {
    const workshop = await workshopAt(tools, request);
    return messagesFor(workshop, person(request, workshop));
  });

  app.post<AtWorkshop>('/workshops/:id/messages', async (request, reply) => {
    const command = readBody(sendMessage, request.body);
    const workshop = await workshopAt(tools, request);
    await send(workshop, person(request, workshop), command);
    return reply.code(204).send();
  });

  app.delete<AtMessage>('/workshops/:id/messages/:messageId', async (request, reply) => {
    const workshop = await workshopAt(tools, request);
    const by = person(request, workshop);
    const { messageId } = request.params;
    if (!isId<MessageId>(messageId)) throw new Refusal('unknown-message');
    await takeBack(workshop, by, messageId);
    return reply.code(204).send();
  });
}
