import {
  changeMe,
  changePerson,
  type JoinCodeRenewed,
  joinWorkshop,
  type Me,
  type PersonJoined,
  type PersonListed,
  renewJoinCode,
} from '@board/shared/commands';
import { isId, type PersonId } from '@board/shared/ids';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  changePerson as change,
  changeMe as changeOneself,
  checkSecret,
  join,
  listPeople,
  meOf,
  removePerson,
  renewJoinCode as renew,
} from '../workshop/people.ts';
import { Refusal } from '../workshop/refusal.ts';
import { readBody } from './answers.ts';
import { person, setSession, tokenOf, whoAsks } from './cookies.ts';
import { type AtWorkshop, type RouteTools, workshopAt } from './tools.ts';

type AtPerson = { Params: { id: string; personId: string }; Querystring: { words?: string } };

/** Joining, oneself, and the people whom a facilitator looks after. */
export function peopleRoutes(app: FastifyInstance, tools: RouteTools): void {
  app.post<AtWorkshop>('/workshops/:id/people', async (request, reply): Promise<PersonJoined> => {
    const command = readBody(joinWorkshop, request.body);
    const workshop = await workshopAt(tools, request);
    const known = whoAsks(request, workshop);
    const before = tokenOf(request, workshop.id);
    const returning = before === null ? null : workshop.returningBy(before);
    tools.guesses.attempt(request.ip, () => checkSecret(workshop, command));
    // Who comes with the key is no stranger.
    if (!known && !returning && command.key === undefined) tools.newcomers.admit(request.ip, workshop);
    const joined = await join(workshop, command, {
      known,
      returning,
      device: before === null ? undefined : workshop.deviceOf(before),
    });
    const token = joined.token ?? before;
    if (token !== null) setSession(reply, workshop.id, token, tools.isSecure);
    void reply.code(joined.isNew ? 201 : 200);
    const { id, role, groupId } = joined.person;
    return { personId: id, role, ...(groupId === null ? {} : { groupId }) };
  });

  app.get<AtWorkshop>('/workshops/:id/me', async (request, reply): Promise<Me> => {
    const workshop = await workshopAt(tools, request);
    const me = meOf(workshop, person(request, workshop));
    const token = tokenOf(request, workshop.id);
    if (token !== null) setSession(reply, workshop.id, token, tools.isSecure);
    return me;
  });

  app.patch<AtWorkshop>('/workshops/:id/me', async (request): Promise<Me> => {
    const command = readBody(changeMe, request.body);
    const workshop = await workshopAt(tools, request);
    return changeOneself(workshop, person(request, workshop), command);
  });

  app.get<AtWorkshop>('/workshops/:id/people', async (request): Promise<PersonListed[]> => {
    const workshop = await workshopAt(tools, request);
    return listPeople(workshop, person(request, workshop));
  });

  app.patch<AtPerson>('/workshops/:id/people/:personId', async (request, reply) => {
    const command = readBody(changePerson, request.body);
    const workshop = await workshopAt(tools, request);
    await change(workshop, person(request, workshop), personIdOf(request), command);
    return reply.code(204).send();
  });

  app.delete<AtPerson>('/workshops/:id/people/:personId', async (request, reply) => {
    const workshop = await workshopAt(tools, request);
    const withWords = request.query.words === 'out';
    await removePerson(workshop, person(request, workshop), personIdOf(request), { withWords });
    return reply.code(204).send();
  });

  joinCodeRoute(app, tools);
}

/** The join code that lets people in. */
function joinCodeRoute(app: FastifyInstance, tools: RouteTools): void {
  app.post<AtWorkshop>('/workshops/:id/join-code', async (request, reply): Promise<JoinCodeRenewed> => {
    const command = readBody(renewJoinCode, request.body);
    const workshop = await workshopAt(tools, request);
    const by = person(request, workshop);
    const joinCode = await renew(workshop, by, command, (decide) => tools.workshops.renewJoinCode(workshop, decide));
    void reply.code(201);
    return { joinCode };
  });
}

function personIdOf(request: FastifyRequest<AtPerson>): PersonId {
  const { personId } = request.params;
  if (!isId<PersonId>(personId)) throw new Refusal('unknown-person');
  return personId;
}
