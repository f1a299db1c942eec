import { limits } from '@board/shared/protocol/limits';
import { createKeyHeader } from '@board/shared/workshop-file/parts';
import type { PersonPart, WorkshopDecided } from '@board/shared/workshop-file/parts-decided';
import type { FastifyInstance } from 'fastify';
import { networkOf } from '../networks.ts';
import { decidedIn, peopleElsewhere } from '../workshop/decided.ts';
import { Refusal } from '../workshop/refusal.ts';
import { person } from './cookies.ts';
import { type AtWorkshop, type RouteTools, workshopAt } from './tools.ts';
import { checkCreateKey, createFrom } from './workshops.ts';

/** Each is read as a whole, and makes a file: a facilitator needs one, and a script is stopped early. */
const takingUpLimit = { rateLimit: { max: 12, timeWindow: 10 * 60_000 } };

/** What is in a workshop's file beside documents and live view, and a workshop that goes on from a file. */
export function takenUpRoutes(app: FastifyInstance, tools: RouteTools): void {
  app.get<AtWorkshop>('/workshops/:id/decided', async (request): Promise<WorkshopDecided> => {
    const workshop = await workshopAt(tools, request);
    return decidedIn(workshop, person(request, workshop));
  });

  app.get<AtWorkshop>('/workshops/:id/people-elsewhere', async (request): Promise<readonly PersonPart[]> => {
    const workshop = await workshopAt(tools, request);
    return peopleElsewhere(workshop, person(request, workshop));
  });

  app.post(
    '/taken-up',
    {
      config: { ...takingUpLimit, isLeftUnread: true },
      bodyLimit: limits.workshopFileBytes,
      // Before the body is read.
      onRequest: async ({ headers, ip }) => {
        tools.guesses.attempt(ip, () => checkCreateKey(tools.config.createKey, decoded(headers[createKeyHeader])));
      },
    },
    async ({ body, ip }, reply) => {
      if (!Buffer.isBuffer(body)) throw new Refusal('bad-request');
      return createFrom(tools, reply, await tools.takeUp(body, tools.clock.now(), networkOf(ip)));
    },
  );
}

/** What stands in the header; as it came where it is not encoded. */
function decoded(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string') return undefined;
  try {
    return decodeURIComponent(header);
  } catch {
    return header;
  }
}
