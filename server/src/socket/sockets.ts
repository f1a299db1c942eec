import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorStatus } from '@board/shared/errors';
import { type DocumentName, parseDocumentName, type WorkshopId } from '@board/shared/ids';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { limits } from '@board/shared/protocol/limits';
import { fail } from '@board/shared/result';
import { WebSocketServer } from 'ws';
import type { Backlog } from '../backlog.ts';
import { faultOf } from '../fault.ts';
import { isOwnOrigin } from '../http/origin.ts';
import { addressOf, networkOf } from '../networks.ts';
import { Places } from '../places.ts';
import type { Clock, Journal, Meter, WorkshopDirectory } from '../ports.ts';
import { Admission, type Admitted, type Attendance } from './admission.ts';
import { Audiences } from './audiences.ts';
import { BoardSocket } from './board-socket.ts';
import { hearNoMore } from './hear-no-more.ts';
import { startHeartbeat } from './heartbeat.ts';
import { Link, type LinkKeeper } from './link.ts';
import { liveSender } from './live.ts';
import { RefusalLines } from './refusal-lines.ts';
import { parseRoute, type SocketRoute } from './route.ts';
import { openSync } from './sync.ts';
import { Unfinished } from './unfinished.ts';

export interface SocketsParts {
  directory: WorkshopDirectory;
  clock: Clock;
  journal: Journal;
  meter: Meter;
  /** What browsers see behind a proxy, as an origin (no path, no slash at the end); null when there is none. */
  publicUrl: string | null;
  /** What waits for all slow readers of the server. */
  backlog: Backlog;
}

/** How long a socket that was closed may take to answer, in milliseconds; and one that was never let in. */
const closeTimeout = 5_000;
const refusedTimeout = 1_000;
/** A WebSocket close frame is no longer; whoever is turned away has nothing else to say. */
const refusedPayload = 125;

/**
 * Serves `WS /sync/<workshop>/<document>` and `WS /live/<workshop>` on an HTTP server and refuses every other upgrade.
 * A foreign origin is refused with a status; every other refusal is a close code, since a page cannot read the status
 * of an upgrade that failed.
 */
export function attachSockets(server: Server, parts: SocketsParts): { close(): Promise<void> } {
  const sockets = new Sockets(parts);
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void =>
    sockets.upgrade(request, socket, head);
  server.on('upgrade', upgrade);
  return {
    async close() {
      await sockets.close();
      server.off('upgrade', upgrade);
    },
  };
}

/** An upgrade as Node hands it over. */
interface Upgrade {
  request: IncomingMessage;
  socket: Duplex;
  head: Buffer;
  /** Where it comes from. */
  network: string;
}

/** What is kept about an accepted socket. */
interface Visit {
  kind: SocketRoute['kind'];
  workshop: WorkshopId;
  /** Null in the live view, and where there is no such document. */
  document: DocumentName | null;
  attendance: Attendance;
  /** Tells the workshop that the person's socket is closed. */
  disconnect: () => void;
}

class Sockets implements LinkKeeper {
  readonly #parts: SocketsParts;
  readonly #admission: Admission;
  readonly #live: ReturnType<typeof liveSender>;
  readonly #audiences = new Audiences();
  readonly #lines: RefusalLines;
  readonly #unfinished = new Unfinished();
  readonly #visits = new Map<Link, Visit>();
  readonly #links = new Set<Link>();
  readonly #syncLinks = new Set<Link>();
  readonly #stopHeartbeat: () => void;
  readonly #websockets = new WebSocketServer<typeof BoardSocket>({
    noServer: true,
    clientTracking: false,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
    WebSocket: BoardSocket,
    // Not yet in the library's types.
    ...{ closeTimeout, maxBufferedChunks: limits.piecesPerMessage, maxFragments: limits.partsPerMessage },
  });
  /** For those who are not let in: a page reads the reason from a close code, and must be able to send next to nothing. */
  readonly #refusals = new WebSocketServer<typeof BoardSocket>({
    noServer: true,
    clientTracking: false,
    maxPayload: refusedPayload,
    perMessageDeflate: false,
    WebSocket: BoardSocket,
    ...{ closeTimeout: refusedTimeout },
  });
  /** Connections that are being looked at or turned away. */
  readonly #unadmitted = new Set<Duplex>();
  /** Counted apart, so that strangers who are turned away hold up nobody who is looked at, not even in their own network. */
  readonly #lookedAt = new Places(limits.upgradesPerNetwork, limits.upgradesInAll);
  readonly #turnedAway = new Places(limits.turnedAwayPerNetwork, limits.turnedAwayInAll);
  #connections = 0;
  #allGone: () => void = () => {};
  #isStopping = false;

  constructor(parts: SocketsParts) {
    this.#parts = parts;
    this.#lines = new RefusalLines(parts.clock, parts.journal);
    this.#admission = new Admission(parts.directory, parts.clock);
    this.#live = liveSender(parts.clock, this.#audiences);
    this.#stopHeartbeat = startHeartbeat(parts.clock, this.#links, this.#syncLinks);
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const route = parseRoute(request.url ?? '');
    const { origin, host, cookie } = request.headers;
    if (this.#isStopping) this.#refuse(socket, 'stopping');
    else if (!route) this.#refuse(socket, 'unknown-route');
    else if (!isOwnOrigin(origin, host, this.#parts.publicUrl)) this.#refuse(socket, 'foreign-origin');
    else this.#lookAt({ request, socket, head, network: this.#networkOf(request) }, route, cookie);
  }

  /** Closes all sockets with `stopping` and takes no new ones; resolves when they are gone. */
  async close(): Promise<void> {
    this.#isStopping = true;
    this.#stopHeartbeat();
    for (const link of [...this.#links]) link.close('stopping');
    for (const socket of this.#unadmitted) socket.destroy();
    await new Promise<void>((resolve) => {
      this.#allGone = resolve;
      this.#noteIfAllGone();
    });
    this.#websockets.close();
    this.#refusals.close();
  }

  ended(link: Link): void {
    this.#links.delete(link);
    this.#syncLinks.delete(link);
    this.#visits.get(link)?.disconnect();
  }

  gone(link: Link): void {
    const visit = this.#visits.get(link);
    this.#visits.delete(link);
    if (visit) {
      this.#parts.meter.sockets(visit.kind, -1);
      this.#admission.release(visit.attendance);
    }
    this.#noteIfAllGone();
  }

  refused(link: Link, reason: CloseReason): void {
    this.#parts.meter.refused(reason);
    const visit = this.#visits.get(link);
    if (visit) this.#lines.tell(reason, visit);
  }

  #noteIfAllGone(): void {
    if (this.#visits.size === 0) this.#allGone();
  }

  #networkOf(request: IncomingMessage): string {
    return networkOf(addressOf(request, this.#parts.publicUrl !== null));
  }

  #lookAt(upgrade: Upgrade, route: SocketRoute, cookies: string | undefined): void {
    const { socket, network } = upgrade;
    const leave = this.#lookedAt.take(network);
    if (!leave) {
      this.#refuse(socket, 'too-many-requests');
      return;
    }
    this.#unadmitted.add(socket);
    socket.once('close', () => {
      this.#unadmitted.delete(socket);
      leave();
    });
    void this.#admit(upgrade, route, cookies).finally(leave);
  }

  async #admit(upgrade: Upgrade, route: SocketRoute, cookies: string | undefined): Promise<void> {
    const { request, socket, head } = upgrade;
    const admitted = await this.#admission.admit(route.workshop, cookies).catch((error: unknown) => {
      this.#parts.journal.error('socket-not-opened', { why: faultOf(error) });
      return fail('internal' as const);
    });
    if (!admitted.ok) {
      this.#turnAway(upgrade, admitted.problem);
      return;
    }
    const { value } = admitted;
    let isAccepted = false;
    if (!this.#isStopping && !socket.destroyed) {
      this.#websockets.handleUpgrade(request, socket, head, (websocket) => {
        isAccepted = true;
        this.#unadmitted.delete(socket);
        this.#accept(websocket, socket, route, value);
      });
    }
    if (isAccepted) return;
    this.#admission.release(value.attendance);
    if (this.#isStopping) this.#refuse(socket, 'stopping');
  }

  #accept(socket: BoardSocket, connection: Duplex, route: SocketRoute, admitted: Admitted): void {
    const { journal, meter, backlog } = this.#parts;
    const { gate, person, token, attendance } = admitted;
    const link = new Link({
      socket,
      connection,
      journal,
      keeper: this,
      attendance,
      backlog,
      unfinished: this.#unfinished,
    });
    const document = route.kind === 'sync' ? parseDocumentName(route.document) : null;
    const disconnect = gate.connect(person.id);
    this.#visits.set(link, { kind: route.kind, workshop: gate.id, document, attendance, disconnect });
    meter.sockets(route.kind, 1);
    this.#links.add(link);
    if (route.kind === 'sync') this.#syncLinks.add(link);
    const opened =
      route.kind === 'live'
        ? this.#live.open({ link, gate, person, token })
        : openSync({ link, gate, person, token, connection: ++this.#connections }, route, this.#audiences);
    opened.catch((error: unknown) => {
      journal.error('socket-not-opened', { why: faultOf(error) });
      link.close('internal');
    });
  }

  #turnAway({ request, socket, head, network }: Upgrade, reason: CloseReason): void {
    const leave = this.#turnedAway.take(network);
    if (!leave) {
      this.#refuse(socket, 'too-many-requests');
      return;
    }
    socket.once('close', leave);
    this.#refusals.handleUpgrade(request, socket, head, (websocket) => {
      websocket.on('error', () => {});
      websocket.refuse(reason);
      hearNoMore(socket);
    });
    this.#parts.meter.refused(reason);
  }

  /** Answers on the bare connection: there is no WebSocket to close. */
  #refuse(socket: Duplex, reason: 'stopping' | 'too-many-requests' | 'unknown-route' | 'foreign-origin'): void {
    const status = errorStatus[reason];
    const answer = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
    // Whoever does not close in turn would hold the connection, and the server's stopping, for ever.
    socket.end(answer, () => socket.destroy());
    this.#parts.meter.refused(reason);
  }
}
