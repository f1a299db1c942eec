import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { limits } from '@board/shared/protocol/limits';
import { addressOf, networkOf } from '../networks.ts';
import type { Meter } from '../ports.ts';
import { type Bodies, hasBody } from './bodies.ts';
import { Connections } from './connections.ts';
import { readInSlices } from './slices.ts';

/** Milliseconds for the head of a request to arrive, in which that is looked at, and in which a connection may stay open for the next request. */
const headPatience = 30_000;
const lookInterval = 5_000;
const keptOpen = 72_000;

/** What stands between the network and the routes needs. */
interface FrontParts {
  bodies: Bodies;
  meter: Meter;
  /** Everybody comes through a proxy on this machine. */
  hasProxy: boolean;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The HTTP server that everything passes before any route: it bounds what strangers may hold with connections, with
 * requests that they send ahead and with bodies that do not end, whatever the routes do.
 */
export function frontServer(handle: Handler, { bodies, meter, hasProxy }: FrontParts): Server {
  const room = {
    // Behind a proxy all of them come from this machine.
    perNetwork: hasProxy ? limits.connectionsInAll : limits.connectionsPerNetwork,
    inAll: limits.connectionsInAll,
    ahead: limits.requestsAhead,
  };
  const connections = new Connections(room, () => meter.refused('too-many-requests'));
  const server = createServer(
    {
      headersTimeout: headPatience,
      // How long a body may take is known to whoever reads it; this is for whatever is left.
      requestTimeout: headPatience + (limits.bodyWaits + 1) * limits.bodyWaitMs,
      connectionsCheckingInterval: lookInterval,
      keepAliveTimeout: keptOpen,
      // An upgrade that is not offered is passed over (RFC 9110, section 7.8), such as that of a client which would speak HTTP/2, or one with a body.
      shouldUpgradeCallback: (request) => request.headers.upgrade?.toLowerCase() === 'websocket' && !hasBody(request),
    },
    (request, response) => {
      const { socket } = request;
      if (hasBody(request)) response.once('close', beginBody(request, bodies, hasProxy));
      response.once('close', () => connections.answered(socket));
      connections.asked(socket, () => handle(request, response));
    },
  );
  server.maxHeadersCount = limits.headerLines;
  server.setTimeout(limits.connectionSilenceMs);
  readInSlices(server);
  server.on('connection', (socket: Socket) => connections.came(socket, networkOf(socket.remoteAddress ?? '')));
  server.on('upgrade', ({ socket }) => connections.left(socket));
  return server;
}

/** A question has no body: what comes all the same passes by. */
function beginBody(request: IncomingMessage, bodies: Bodies, hasProxy: boolean): () => void {
  const isQuestion = request.method === 'GET' || request.method === 'HEAD';
  return bodies.begin(request, networkOf(addressOf(request, hasProxy)), isQuestion ? 0 : limits.workshopFileBytes);
}
