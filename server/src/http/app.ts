import { errorStatus } from '@board/shared/errors';
import { limits } from '@board/shared/protocol/limits';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Pairings } from '../workshop/pairings.ts';
import { Refusal } from '../workshop/refusal.ts';
import { addressCounts } from './address-counts.ts';
import { amendmentRoutes } from './amendments.ts';
import { answerProblem, errorBody } from './answers.ts';
import { commentRoutes } from './comments.ts';
import { controlRoutes } from './control.ts';
import { copyRoutes } from './copies.ts';
import { GuessGuard } from './guesses.ts';
import { hallRoutes } from './hall.ts';
import { securityHeaders } from './headers.ts';
import { metricsRoute } from './metrics.ts';
import { isOwnOrigin } from './origin.ts';
import { peopleRoutes } from './people.ts';
import { presentationRoutes } from './presentations.ts';
import { screenRoutes } from './screens.ts';
import { answerUnknown, serveClient } from './static.ts';
import { takenUpRoutes } from './taken-up.ts';
import { togetherRoutes } from './together.ts';
import type { HttpTools } from './tools.ts';
import { voteRoutes } from './votes.ts';
import { workshopRoutes } from './workshops.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Leaves no line in the journal. */
    isUnlogged?: boolean;
  }
}

/** Requests to commands that one address may send in a window: a hall of 500 behind one router joins and votes in ten seconds with six each. */
const hallBurst = { max: 6_000, timeWindow: 10_000 };
/** How close somebody is to a limit is told to nobody but those who have reached it. */
const noHeaders = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false };
/** Asked by whatever keeps the server running; answered while it stops, too. */
const healthRoute = '/health';
/** Milliseconds for one whole request to arrive. */
const requestPatience = 30_000;

/** The HTTP side of the board, ready to listen. Sockets are attached to its server by main. */
export async function buildApp(tools: HttpTools): Promise<FastifyInstance> {
  const isSecure = tools.config.publicUrl?.startsWith('https:') ?? false;
  const app = fastify({
    logger: false,
    bodyLimit: limits.commandBytes,
    requestTimeout: requestPatience,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // Only a proxy on this machine is believed about where a request came from, and only when there is one.
    trustProxy: tools.config.publicUrl === null ? false : 'loopback',
    frameworkErrors: (problem, request, reply) => answerProblem(problem, reply, request, tools),
    clientErrorHandler: (_problem, socket) => {
      tools.meter.refused('bad-request');
      // Whoever does not close in turn would hold the connection for ever.
      if (socket.writable) socket.end(rawRefusal(), () => socket.destroy());
      else socket.destroy();
    },
  });
  await app.register(helmet, securityHeaders(isSecure));
  await app.register(cookie, { hook: false });
  app.addHook('onRequest', (request) => checkRequest(request, tools));
  app.addHook('onResponse', (request, reply) => writeLine(request, reply, tools));
  app.setErrorHandler((problem, request, reply) => answerProblem(problem, reply, request, tools));
  app.setNotFoundHandler((request, reply) => answerUnknown(request, reply, tools.clientFolder !== null));
  app.get(healthRoute, async (_request, reply) => {
    if (!tools.isStopping()) return { status: 'ok' };
    void reply.code(errorStatus.stopping);
    return { status: 'stopping' };
  });
  metricsRoute(app, tools);
  await app.register(async (api) => addRoutes(api, tools, isSecure), { prefix: '/api' });
  if (tools.clientFolder !== null) await serveClient(app, tools.clientFolder);
  return app;
}

async function addRoutes(api: FastifyInstance, tools: HttpTools, isSecure: boolean): Promise<void> {
  await api.register(rateLimit, {
    ...hallBurst,
    store: addressCounts(tools.clock),
    addHeaders: noHeaders,
    addHeadersOnExceeding: noHeaders,
    errorResponseBuilder: () => new Refusal('too-many-requests'),
  });
  api.addHook('onRequest', (request, reply, next) => {
    holdWorkshop(request, reply, tools);
    next();
  });
  api.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));
  const routeTools = { ...tools, isSecure, guesses: new GuessGuard(tools.clock), pairings: new Pairings(tools.clock) };
  workshopRoutes(api, routeTools);
  takenUpRoutes(api, routeTools);
  peopleRoutes(api, routeTools);
  hallRoutes(api, routeTools);
  controlRoutes(api, routeTools);
  voteRoutes(api, routeTools);
  copyRoutes(api, routeTools);
  presentationRoutes(api, routeTools);
  commentRoutes(api, routeTools);
  amendmentRoutes(api, routeTools);
  togetherRoutes(api, routeTools);
  screenRoutes(api, routeTools);
}

/** What is asked of every request before anything else: the server is not stopping, and no foreign page changes anything. */
async function checkRequest(request: FastifyRequest, { config, isStopping }: HttpTools): Promise<void> {
  if (isStopping() && request.routeOptions.url !== healthRoute) throw new Refusal('stopping');
  const changes = request.method !== 'GET' && request.method !== 'HEAD';
  if (changes && !isOwnOrigin(request.headers.origin, request.headers.host, config.publicUrl)) {
    throw new Refusal('foreign-origin');
  }
}

/** A workshop stays open while a request for it is being answered. */
function holdWorkshop({ params }: FastifyRequest, reply: FastifyReply, { workshops }: HttpTools): void {
  const id = (params as { id?: unknown } | null)?.id;
  if (typeof id === 'string') reply.raw.once('close', workshops.hold(id));
}

/** One line per refused command: the route's form, never the address itself, a name, a body or a cookie. What was decided is in the workshop's own log. */
async function writeLine(request: FastifyRequest, reply: FastifyReply, { journal }: HttpTools): Promise<void> {
  const { config, url } = request.routeOptions;
  const isQuestion = request.method === 'GET' || request.method === 'HEAD';
  if (config.isUnlogged || reply.statusCode < (isQuestion ? 500 : 400)) return;
  journal.info('request-refused', {
    method: request.method,
    route: url ?? 'unknown',
    status: reply.statusCode,
    milliseconds: Math.round(reply.elapsedTime),
  });
}

/** The answer to what is not HTTP at all. */
function rawRefusal(): string {
  const body = JSON.stringify(errorBody('bad-request'));
  return [
    `HTTP/1.1 ${errorStatus['bad-request']} Bad Request`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
