import { type CharterCopy, type CopyLink, type CopyLinks, makeCopy, readCopy } from '@board/shared/commands-charter';
import { type CopyId, isId } from '@board/shared/ids';
import type { FastifyInstance } from 'fastify';
import { charterCopy, listCopies, makeCopy as make, requireCopy, revokeCopy } from '../workshop/copies.ts';
import { Refusal } from '../workshop/refusal.ts';
import { readBody } from './answers.ts';
import { person } from './cookies.ts';
import { type AtWorkshop, type RouteTools, workshopAt } from './tools.ts';

type AtCopy = { Params: { id: string; copyId: string } };

/** Links that open the adopted charter for anybody who has one. Of who opens one nothing is read, kept or logged. */
export function copyRoutes(app: FastifyInstance, tools: RouteTools): void {
  const at = '/workshops/:id/charter/copies';

  app.post<AtWorkshop>(at, async (request, reply): Promise<CopyLink> => {
    const command = readBody(makeCopy, request.body);
    const workshop = await workshopAt(tools, request);
    const copy = await make(workshop, person(request, workshop), command);
    void reply.code(201);
    return copy;
  });

  app.get<AtWorkshop>(at, async (request): Promise<CopyLinks> => {
    const workshop = await workshopAt(tools, request);
    return listCopies(workshop, person(request, workshop));
  });

  app.delete<AtCopy>(`${at}/:copyId`, async (request, reply) => {
    const workshop = await workshopAt(tools, request);
    const by = person(request, workshop);
    const { copyId } = request.params;
    if (!isId<CopyId>(copyId)) throw new Refusal('unknown-copy');
    await revokeCopy(workshop, by, copyId);
    return reply.code(204).send();
  });

  const unlogged = { config: { isUnlogged: true } };

  app.post<AtWorkshop>('/workshops/:id/charter/copy', unlogged, async (request): Promise<CharterCopy> => {
    const { key } = readBody(readCopy, request.body);
    const workshop = await workshopAt(tools, request);
    // Nobody guesses 158 bits; and a revoked code that still hangs in a hall must not count against those who join there.
    requireCopy(workshop, key);
    return charterCopy(workshop);
  });
}
