import type { DocumentName } from '@board/shared/ids';
import { frameType } from '@board/shared/protocol/frames';
import { readVarUint } from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Joined } from './people.ts';
import { until } from './until.ts';

/**
 * An unmodified y-websocket client in Node, as one browser tab with one document open. It keeps count of what the server
 * told it to be stored, in the way of frames.ts: the n-th update of this connection.
 */
export class Writer {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  readonly document: DocumentName;
  /** What `write` was called with and the server told to be stored, in that order. */
  readonly stored: string[] = [];
  #waiting: string[] = [];
  #storedHere = 0;

  constructor(who: Joined, document: DocumentName, generation: number) {
    this.document = document;
    const { address, cookie } = who.caller;
    class WithCookie extends WebSocket {
      constructor(url: string | URL) {
        super(url, { headers: { origin: address, cookie } });
      }
    }
    this.provider = new WebsocketProvider(
      `${address.replace('http', 'ws')}/sync/${who.workshopId}`,
      document,
      this.doc,
      {
        WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
        params: { generation: String(generation) },
        disableBc: true,
        maxBackoffTime: 200,
      },
    );
    this.provider.messageHandlers[frameType.stored] = (_encoder, decoder) => this.#learn(readVarUint(decoder));
    this.provider.on('status', ({ status }) => {
      if (status === 'connected') this.#storedHere = 0;
      if (status === 'disconnected') this.#waiting = [];
    });
  }

  /** Waits until the first sync is done. */
  async synced(): Promise<this> {
    await until('the document is synced', () => this.provider.synced);
    return this;
  }

  /** Makes one change in one transaction and remembers it by a name that `stored` will tell. */
  write(name: string, change: (doc: Y.Doc) => void): void {
    const isSent = this.provider.wsconnected;
    this.doc.transact(() => change(this.doc));
    if (isSent) this.#waiting.push(name);
  }

  /** Waits until everything written on this connection is told to be stored. */
  async allStored(): Promise<void> {
    await until('everything is stored', () => this.#waiting.length === 0);
  }

  close(): void {
    this.provider.destroy();
    this.doc.destroy();
  }

  #learn(count: number): void {
    this.stored.push(...this.#waiting.splice(0, count - this.#storedHere));
    this.#storedHere = count;
  }
}
