import { errorStatus } from '@board/shared/errors';
import { limits } from '@board/shared/protocol/limits';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { networkOf } from '../networks.ts';
import { DeviceLinks } from '../workshop/device-links.ts';
import { Pairings } from '../workshop/pairings.ts';
import { Refusal } from '../workshop/refusal.ts';
import { addressCounts } from './address-counts.ts';
import { amendmentRoutes } from './amendments.ts';
import { answerProblem, errorBody } from './answers.ts';
import { Bodies, hasBody, isLongUnderWay } from './bodies.ts';
import { commentRoutes } from './comments.ts';
import { controlRoutes } from './control.ts';
import { copyRoutes } from './copies.ts';
import { deviceRoutes } from './devices.ts';
import { frontServer } from './front.ts';
import { GuessGuard } from './guesses.ts';
import { hallRoutes } from './hall.ts';
import { securityHeaders } from './headers.ts';
import { tooMuchIn } from './json-parts.ts';
import { metricsRoute } from './metrics.ts';
import { Newcomers } from './newcomers.ts';
import { isOwnOrigin } from './origin.ts';
import { peopleRoutes } from './people.ts';
import { presentationRoutes } from './presentations.ts';
import { RequestLines } from './request-lines.ts';
import { screenRoutes } from './screens.ts';
import { answerUnknown, packClient, serveClient } from './static.ts';
import { takenUpRoutes } from './taken-up.ts';
import { togetherRoutes } from './together.ts';
import { type HttpTools, workshopAt } from './tools.ts';
import { countUnread } from './unread-answers.ts';
import { voteRoutes } from './votes.ts';
import { workshopRoutes } from './workshops.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Leaves no line in the journal, and is not counted when it is refused. */
    isUnlogged?: boolean;
    /** Its body is handed over as it came. */
    isLeftUnread?: boolean;
  }
}

/** Requests to commands that one address may send in a window: a hall of 500 behind one router joins and votes in ten seconds with six each. */
const hallBurst = { max: 6_000, timeWindow: 10_000 };
/** How close somebody is to a limit is told to nobody but those who have reached it. */
const noHeaders = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false };
/** Asked by whatever keeps the server running; answered while it stops, too. */
const healthRoute = '/health';

/** The HTTP side of the board, ready to listen. Sockets are attached to its server by main. */
export async function buildApp(tools: HttpTools): Promise<FastifyInstance> {
  const isSecure = tools.config.publicUrl?.startsWith('https:') ?? false;
  const hasProxy = tools.config.publicUrl !== null;
  const bodies = new Bodies(tools.clock);
  const telling = { lines: new RequestLines(tools.clock, tools.journal), meter: tools.meter };
  const app = fastify({
    logger: false,
    bodyLimit: limits.commandBytes,
    serverFactory: (handle) => frontServer(handle, { bodies, meter: tools.meter, hasProxy }),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // Only a proxy on this machine is believed about where a request came from, and only when there is one.
    trustProxy: hasProxy ? 'loopback' : false,
    frameworkErrors: (problem, request, reply) => answerProblem(problem, reply, request, telling),
    clientErrorHandler: (_problem, socket) => {
      // It was answered already, or nobody is there any more.
      if (!socket.writable) return void socket.destroy();
      tools.meter.refused('bad-request');
      // Whoever does not close in turn would hold the connection for ever.
      socket.end(rawRefusal(), () => socket.destroy());
    },
  });
  await app.register(helmet, securityHeaders(isSecure));
  await app.register(cookie, { hook: false });
  readJson(app, bodies);
  countUnread(app, tools);
  app.addHook('onRequest', (request) => checkRequest(request, tools));
  app.addHook('onResponse', async (request, reply) => writeLine(request, reply, telling.lines));
  app.setErrorHandler((problem, request, reply) => answerProblem(problem, reply, request, telling));
  const client = tools.clientFiles === null ? null : packClient(tools.clientFiles);
  app.setNotFoundHandler((request, reply) => answerUnknown(request, reply, client));
  app.get(healthRoute, async (_request, reply) => {
    if (!tools.isStopping()) return { status: 'ok' };
    void reply.code(errorStatus.stopping);
    return { status: 'stopping' };
  });
  metricsRoute(app, tools);
  await app.register(async (api) => addRoutes(api, tools, isSecure), { prefix: '/api' });
  if (client !== null) serveClient(app, client);
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
  // Before a body is read.
  api.addHook('onRequest', async (request) => {
    const { id } = request.params as { id?: string };
    if (id !== undefined && hasBody(request.raw)) await workshopAt(tools, { params: { id } });
  });
  api.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));
  const { clock } = tools;
  const routeTools = {
    ...tools,
    isSecure,
    guesses: new GuessGuard(clock),
    newcomers: new Newcomers(clock),
    pairings: new Pairings(clock),
    deviceLinks: new DeviceLinks(clock),
  };
  workshopRoutes(api, routeTools);
  takenUpRoutes(api, routeTools);
  peopleRoutes(api, routeTools);
  deviceRoutes(api, routeTools);
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
  if (changes && request.is404) throw new Refusal('unknown-route');
}

/** Commands are JSON and nothing else, read by our own reader of bodies. Who is refused while a long body is coming is not listened to. */
function readJson(app: FastifyInstance, bodies: Bodies): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', (request, _payload, done) => {
    const most = request.routeOptions.bodyLimit ?? limits.commandBytes;
    bodies.whole(request.raw, networkOf(request.ip), most).then((body) => {
      const parts = most > limits.commandBytes ? limits.fileParts : limits.commandParts;
      const tooMuch = tooMuchIn(body, { parts, depth: limits.jsonDepth });
      if (tooMuch !== null) done(new Refusal(tooMuch === 'parts' ? 'too-large' : 'bad-request'));
      else if (request.routeOptions.config.isLeftUnread) done(null, body);
      else parse(request, body.toString(), done);
    }, done);
  });
  app.addHook('onSend', async ({ raw }, reply) => {
    if (isLongUnderWay(raw)) void reply.header('connection', 'close');
  });
}

/** A workshop stays open while a request for it is being answered. */
function holdWorkshop({ params }: FastifyRequest, reply: FastifyReply, { workshops }: HttpTools): void {
  const id = (params as { id?: unknown } | null)?.id;
  if (typeof id === 'string') reply.raw.once('close', workshops.hold(id));
}

/** One line per refused command, as far as there may be more of them; of a question only when it could not be answered. */
function writeLine(request: FastifyRequest, reply: FastifyReply, lines: RequestLines): void {
  const isQuestion = request.method === 'GET' || request.method === 'HEAD';
  if (request.routeOptions.config.isUnlogged || reply.statusCode < (isQuestion ? 500 : 400)) return;
  lines.refused(request, reply);
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
