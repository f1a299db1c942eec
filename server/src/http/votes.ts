import {
  adoptCharter,
  type BallotCounted,
  castBallot,
  closeVote,
  collectPaper,
  enterByHand,
  type HandEntered,
  liftBlock,
  type OwnBallot,
  openVote,
  type PaperStamped,
  setSlot,
  type VoteOpened,
} from '@board/shared/commands-votes';
import { isId, type PersonId, type VoteId } from '@board/shared/ids';
import type { AdoptionRecord, VoteView } from '@board/shared/live-view';
import { sealedAnswer } from '@board/shared/protocol/padding';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SessionPerson } from '../ports.ts';
import { adoptCharter as adopt } from '../workshop/adopting.ts';
import { castBallot as cast, collectPaper as collect, ownBallot } from '../workshop/ballots.ts';
import { enterByHand as enter, handEntered } from '../workshop/hand-counts.ts';
import { Refusal } from '../workshop/refusal.ts';
import { liftBlock as lift, setSlot as moveSlot } from '../workshop/slots.ts';
import { closeVote as close, openVote as open } from '../workshop/votes.ts';
import type { Workshop } from '../workshop/workshop.ts';
import { readBody } from './answers.ts';
import { person } from './cookies.ts';
import { type AtWorkshop, type RouteTools, workshopAt } from './tools.ts';

type AtVote = { Params: { id: string; voteId: string } };

/** Votes and the charter's adoption. A ballot's request is not logged, and in a secret vote its cookie is not read. */
export function voteRoutes(app: FastifyInstance, tools: RouteTools): void {
  app.post<AtWorkshop>('/workshops/:id/votes', async (request, reply): Promise<VoteOpened> => {
    const command = readBody(openVote, request.body);
    const workshop = await workshopAt(tools, request);
    const voteId = await open(workshop, person(request, workshop), command);
    void reply.code(201);
    return { voteId };
  });

  const unlogged = { config: { isUnlogged: true } };
  const sealed = { ...unlogged, onSend: atOneLength };

  app.post<AtVote>('/workshops/:id/votes/:voteId/papers', unlogged, async (request): Promise<PaperStamped> => {
    const command = readBody(collectPaper, request.body);
    const workshop = await workshopAt(tools, request);
    return collect(workshop, personNamed(request, workshop, command.by), voteIdOf(request), command);
  });

  app.post<AtVote>('/workshops/:id/votes/:voteId/ballots', sealed, async (request): Promise<BallotCounted> => {
    const command = readBody(castBallot, request.body);
    const workshop = await workshopAt(tools, request);
    return cast(workshop, voteIdOf(request), command, () => personNamed(request, workshop, command.by));
  });

  app.get<AtVote>('/workshops/:id/votes/:voteId/ballots/mine', unlogged, async (request): Promise<OwnBallot> => {
    const workshop = await workshopAt(tools, request);
    return ownBallot(workshop, person(request, workshop), voteIdOf(request));
  });

  app.post<AtVote>('/workshops/:id/votes/:voteId/close', async (request): Promise<VoteView> => {
    readBody(closeVote, request.body);
    const workshop = await workshopAt(tools, request);
    return close(workshop, person(request, workshop), voteIdOf(request));
  });

  app.put<AtVote>('/workshops/:id/votes/:voteId/hand', unlogged, async (request, reply) => {
    const command = readBody(enterByHand, request.body);
    const workshop = await workshopAt(tools, request);
    await enter(workshop, person(request, workshop), voteIdOf(request), command);
    return reply.code(204).send();
  });

  app.get<AtVote>('/workshops/:id/votes/:voteId/hand', unlogged, async (request): Promise<HandEntered> => {
    const workshop = await workshopAt(tools, request);
    return handEntered(workshop, person(request, workshop), voteIdOf(request));
  });

  app.post<AtVote>('/workshops/:id/votes/:voteId/lift', sealed, async (request, reply) => {
    const command = readBody(liftBlock, request.body);
    const workshop = await workshopAt(tools, request);
    await lift(workshop, voteIdOf(request), command, () => personNamed(request, workshop, command.by));
    return reply.type('application/json; charset=utf-8').send('null');
  });

  app.put<AtVote>('/workshops/:id/votes/:voteId/slot', async (request, reply) => {
    const command = readBody(setSlot, request.body);
    const workshop = await workshopAt(tools, request);
    await moveSlot(workshop, person(request, workshop), voteIdOf(request), command);
    return reply.code(204).send();
  });

  app.post<AtWorkshop>('/workshops/:id/charter/adopt', async (request): Promise<AdoptionRecord> => {
    const command = readBody(adoptCharter, request.body);
    const workshop = await workshopAt(tools, request);
    return adopt(workshop, person(request, workshop), command);
  });
}

/** Who asks. Throws `other-person` when the page was opened by somebody who has used this browser before. */
function personNamed(request: FastifyRequest, workshop: Workshop, by: PersonId | undefined): SessionPerson {
  const asks = person(request, workshop);
  if (by !== undefined && by !== asks.id) throw new Refusal('other-person');
  return asks;
}

/** Gives every answer, taken or refused, one length: that of its status line too. */
async function atOneLength(_request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  reply.raw.statusMessage = 'Answered';
  return typeof payload === 'string' ? sealedAnswer(payload) : payload;
}

function voteIdOf(request: FastifyRequest<AtVote>): VoteId {
  const { voteId } = request.params;
  if (!isId<VoteId>(voteId)) throw new Refusal('unknown-vote');
  return voteId;
}
