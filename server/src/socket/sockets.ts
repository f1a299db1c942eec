import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorStatus } from '@board/shared/errors';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { limits } from '@board/shared/protocol/limits';
import { WebSocketServer } from 'ws';
import { faultOf } from '../fault.ts';
import { isOwnOrigin } from '../http/origin.ts';
import type { Clock, Journal, Meter, WorkshopDirectory } from '../ports.ts';
import { Admission, type Attendance } from './admission.ts';
import { Audiences } from './audiences.ts';
import { BoardSocket } from './board-socket.ts';
import { startHeartbeat } from './heartbeat.ts';
import { Link, type LinkKeeper } from './link.ts';
import { liveSender } from './live.ts';
import { parseRoute, type SocketRoute } from './route.ts';
import { openSync } from './sync.ts';

export interface SocketsParts {
  directory: WorkshopDirectory;
  clock: Clock;
  journal: Journal;
  meter: Meter;
  /** What browsers see behind a proxy, as an origin (no path, no slash at the end); null when there is none. */
  publicUrl: string | null;
}

/** How long a socket that was closed may take to answer, in milliseconds. */
const closeTimeout = 5000;

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

/** What is kept about an accepted socket. */
interface Visit {
  kind: SocketRoute['kind'];
  attendance: Attendance | null;
  /** Tells the workshop that the person's socket is closed. */
  disconnect: (() => void) | null;
}

class Sockets implements LinkKeeper {
  readonly #parts: SocketsParts;
  readonly #admission: Admission;
  readonly #live: ReturnType<typeof liveSender>;
  readonly #audiences = new Audiences();
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
    ...{ closeTimeout },
  });
  #connections = 0;
  #unadmitted = 0;
  #allGone: () => void = () => {};
  #isStopping = false;

  constructor(parts: SocketsParts) {
    this.#parts = parts;
    this.#admission = new Admission(parts.directory, parts.clock);
    this.#live = liveSender(parts.clock, this.#audiences);
    this.#stopHeartbeat = startHeartbeat(parts.clock, this.#links, this.#syncLinks);
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const route = parseRoute(request.url ?? '');
    const { origin, host, cookie } = request.headers;
    if (this.#isStopping) this.#refuse(socket, 'stopping');
    else if (this.#unadmitted >= limits.unadmittedSockets) this.#refuse(socket, 'too-many-requests');
    else if (!route) this.#refuse(socket, 'unknown-route');
    else if (!isOwnOrigin(origin, host, this.#parts.publicUrl)) this.#refuse(socket, 'foreign-origin');
    else
      this.#websockets.handleUpgrade(request, socket, head, (websocket) =>
        this.#accept(websocket, socket, route, cookie),
      );
  }

  /** Closes all sockets with `stopping` and takes no new ones; resolves when they are gone. */
  async close(): Promise<void> {
    this.#isStopping = true;
    this.#stopHeartbeat();
    for (const link of [...this.#links]) link.close('stopping');
    await new Promise<void>((resolve) => {
      this.#allGone = resolve;
      this.#noteIfAllGone();
    });
    this.#websockets.close();
  }

  ended(link: Link): void {
    this.#links.delete(link);
    this.#syncLinks.delete(link);
    this.#visits.get(link)?.disconnect?.();
  }

  gone(link: Link): void {
    const visit = this.#visits.get(link);
    this.#visits.delete(link);
    if (visit) this.#parts.meter.sockets(visit.kind, -1);
    if (visit?.attendance) this.#admission.release(visit.attendance);
    this.#noteIfAllGone();
  }

  refused(reason: CloseReason): void {
    this.#parts.meter.refused(reason);
  }

  #noteIfAllGone(): void {
    if (this.#visits.size === 0) this.#allGone();
  }

  #accept(socket: BoardSocket, connection: Duplex, route: SocketRoute, cookies: string | undefined): void {
    const { clock, journal, meter } = this.#parts;
    const link = new Link({ socket, connection, clock, journal, keeper: this });
    this.#visits.set(link, { kind: route.kind, attendance: null, disconnect: null });
    meter.sockets(route.kind, 1);
    this.#links.add(link);
    if (route.kind === 'sync') this.#syncLinks.add(link);
    this.#open(link, route, cookies).catch((error: unknown) => {
      journal.error('socket-not-opened', { why: faultOf(error) });
      link.close('internal');
    });
  }

  async #open(link: Link, route: SocketRoute, cookies: string | undefined): Promise<void> {
    this.#unadmitted += 1;
    const admitted = await this.#admission.admit(route.workshop, cookies).finally(() => {
      this.#unadmitted -= 1;
    });
    if (!admitted.ok) {
      link.close(this.#isStopping ? 'stopping' : admitted.problem);
      return;
    }
    const { gate, person, attendance } = admitted.value;
    const visit = this.#visits.get(link);
    if (!visit) {
      this.#admission.release(attendance);
      return;
    }
    visit.attendance = attendance;
    link.countAgainst(attendance.allowance);
    if (link.isEnded) return;
    visit.disconnect = gate.connect(person.id);
    if (route.kind === 'live') await this.#live.open({ link, gate, person });
    else await openSync({ link, gate, person, connection: ++this.#connections }, route, this.#audiences);
  }

  /** Answers on the bare connection: there is no WebSocket to close. */
  #refuse(socket: Duplex, reason: 'stopping' | 'too-many-requests' | 'unknown-route' | 'foreign-origin'): void {
    const status = errorStatus[reason];
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    this.#parts.meter.refused(reason);
  }
}
