import { applyLiveMessage, type LiveMessage } from '@board/shared/live-messages';
import type { LiveView } from '@board/shared/live-view';
import { type CloseReason, closeReason, isFinalClose } from '@board/shared/protocol/close-codes';
import type { Standings } from '@board/shared/vote-parts';

/** How the live view's connection stands. */
export type LiveStatus =
  | { state: 'connecting' }
  | { state: 'live' }
  /** No connection now; it is tried again by itself. What is shown may be old. `why`: what the server said when it closed, if anything. */
  | { state: 'away'; why: CloseReason | null }
  /** The server does not want this page back: no more attempts. */
  | { state: 'refused'; why: CloseReason };

/** What a live connection shows. A new object whenever something changed, the same one otherwise. */
export interface LiveSnapshot {
  status: LiveStatus;
  view: LiveView | null;
  /** Votes in which the person of this page does not vote, and why. */
  standing: Standings;
  /** How many times a connection was opened; a change means that rights may have changed unseen. */
  openings: number;
  /** How many attempts in a row have brought nothing. */
  failures: number;
}

/** What a connection needs of a socket, so that tests need no network. Neither handler is called after `close`. */
export type OpenSocket = (handlers: {
  message: (data: unknown) => void;
  closed: (code: number, reason: string) => void;
}) => { close(): void };

export interface LiveOptions {
  open: OpenSocket;
  /** Milliseconds since 1970, by this device's clock. */
  now?: () => number;
  /** Between 0 and 1; spreads a hall of phones that lost the server in the same moment. */
  random?: () => number;
}

const firstPause = 500;
const longestPause = 15_000;
/** The server says something at least every 25 seconds; after so many milliseconds of silence the connection is dead. */
const longestSilence = 40_000;

/** The pause before attempt n (from 1), in milliseconds: doubling, capped, and spread over half of itself. */
export function pauseBefore(attempt: number, random: number): number {
  const pause = Math.min(longestPause, firstPause * 2 ** (attempt - 1));
  return pause / 2 + (pause / 2) * random;
}

/** Follows one workshop's live view, over as many sockets as it takes. Knows neither Yjs nor React. */
export class LiveConnection {
  #snapshot: LiveSnapshot = {
    status: { state: 'connecting' },
    view: null,
    standing: {},
    openings: 0,
    failures: 0,
  };
  #listeners = new Set<() => void>();
  #socket: { close(): void } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #silence: ReturnType<typeof setTimeout> | null = null;
  #attempts = 0;
  #offset = 0;
  readonly #open: OpenSocket;
  readonly #now: () => number;
  readonly #random: () => number;

  constructor({ open, now = Date.now, random = Math.random }: LiveOptions) {
    this.#open = open;
    this.#now = now;
    this.#random = random;
    this.#connect();
  }

  getSnapshot = (): LiveSnapshot => this.#snapshot;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The time on the server, in milliseconds since 1970, as well as this device can tell. */
  serverNow = (): number => this.#now() + this.#offset;

  /** Tries at once instead of waiting: the network is back, or the page is looked at again. */
  retryNow(): void {
    if (this.#timer !== null) this.#connect();
  }

  /** Tries again after a final refusal: what it was about has changed, such as that somebody has joined. */
  comeBack(): void {
    if (this.#snapshot.status.state !== 'refused') return;
    this.#publish({ ...this.#snapshot, status: { state: 'connecting' } });
    this.#connect();
  }

  /** The network is known to be gone: does not wait for the socket to notice. */
  drop(): void {
    if (this.#socket === null) return;
    this.#socket.close();
    this.#closed(1006, '');
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#silence !== null) clearTimeout(this.#silence);
    this.#socket?.close();
    this.#listeners.clear();
  }

  #connect(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#attempts += 1;
    this.#listen();
    this.#socket = this.#open({
      message: (data) => this.#receive(data),
      closed: (code, reason) => this.#closed(code, reason),
    });
  }

  /** Waits for the next word, or for the first. */
  #listen(): void {
    if (this.#silence !== null) clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.drop(), longestSilence);
  }

  #receive(data: unknown): void {
    this.#listen();
    const message = parseLiveMessage(data);
    if (message === null) return;
    this.#offset = message.now - this.#now();
    if (message.type === 'patch' && message.changes.length === 0) return;
    const isSnapshot = message.type === 'snapshot';
    if (isSnapshot) this.#attempts = 0;
    this.#publish({
      status: isSnapshot ? { state: 'live' } : this.#snapshot.status,
      view: applyLiveMessage(this.#snapshot.view, message),
      standing:
        'standing' in message && message.standing ? message.standing : isSnapshot ? {} : this.#snapshot.standing,
      openings: this.#snapshot.openings + (isSnapshot ? 1 : 0),
      failures: isSnapshot ? 0 : this.#snapshot.failures,
    });
  }

  #closed(code: number, reason: string): void {
    this.#socket = null;
    if (this.#silence !== null) clearTimeout(this.#silence);
    const why = closeReason(code, reason);
    if (isFinalClose(code)) {
      this.#publish({ ...this.#snapshot, status: { state: 'refused', why: why ?? 'not-allowed' } });
      return;
    }
    this.#timer = setTimeout(() => this.#connect(), pauseBefore(Math.max(1, this.#attempts), this.#random()));
    this.#publish({ ...this.#snapshot, status: { state: 'away', why }, failures: this.#snapshot.failures + 1 });
  }

  #publish(snapshot: LiveSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Reads what came over the wire; null for what is not a live message. */
export function parseLiveMessage(data: unknown): LiveMessage | null {
  if (typeof data !== 'string') return null;
  try {
    const message = JSON.parse(data) as Partial<LiveMessage> | null;
    if (typeof message?.now !== 'number') return null;
    if (message.type === 'snapshot' && message.view) return message as LiveMessage;
    if (message.type === 'patch' && Array.isArray(message.changes)) return message as LiveMessage;
    if (message.type === 'standing' && message.standing) return message as LiveMessage;
    return null;
  } catch {
    return null;
  }
}

/** Opens real sockets to an address. */
export function webSocketTo(address: string): OpenSocket {
  return ({ message, closed }) => {
    const socket = new WebSocket(address);
    socket.onmessage = ({ data }) => message(data);
    socket.onclose = ({ code, reason }) => closed(code, reason);
    const close = (): void => {
      socket.onmessage = null;
      socket.onclose = null;
      socket.close();
    };
    return { close };
  };
}
