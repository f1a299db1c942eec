import { setTimeout as pause } from 'node:timers/promises';
import type { DocumentName } from '@board/shared/ids';
import * as Y from 'yjs';
import type { Joined } from '../support/people.ts';
import { RawSocket } from '../support/raw-socket.ts';

/** Milliseconds between two updates of one socket; three sockets together stay below what one person may send for long. */
const pace = 40;
const sockets = 3;

/**
 * Somebody who writes in one document without pause, on several sockets at once, and comes back with a new one as soon as
 * one is closed, whatever the reason.
 */
export class Flood {
  /** When the server last told that something new of this person is stored, by `performance.now()`. */
  lastStored = 0;
  /** Updates that the server told to be stored. */
  stored = 0;
  /** Why sockets were closed, and why words were refused, in the order of it. */
  readonly told: string[] = [];
  readonly #who: Joined;
  readonly #document: DocumentName;
  #isOver = false;
  readonly #running: Promise<unknown>;

  constructor(who: Joined, document: DocumentName) {
    this.#who = who;
    this.#document = document;
    this.#running = Promise.all(Array.from({ length: sockets }, () => this.#run()));
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.#running;
  }

  /** One socket after the other, each in the name of one more Yjs client. */
  async #run(): Promise<void> {
    while (!this.#isOver) {
      const socket = new RawSocket(this.#who.caller, `/sync/${this.#who.workshopId}/${this.#document}`);
      await socket.settled();
      const doc = new Y.Doc();
      doc.on('update', (update: Uint8Array) => socket.send({ type: 'update', update }));
      while (!this.#isOver && socket.closed === null) {
        doc.getText(`flood ${doc.clientID}`).insert(0, 'x');
        await pause(pace);
        this.#learn(socket);
      }
      this.#learn(socket);
      if (socket.closed) this.told.push(socket.closed.reason);
      socket.close();
    }
  }

  #learn(socket: RawSocket): void {
    for (const frame of socket.frames.splice(0)) {
      if (frame.type === 'denied') this.told.push(frame.reason);
      if (frame.type !== 'stored') continue;
      this.stored += 1;
      this.lastStored = performance.now();
    }
  }
}
