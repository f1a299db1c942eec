import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { by, type Joined } from '../support/people.ts';

/** Milliseconds after which a phone that was cut off comes back. */
const comeBackAfter = 300;

/** Phones that follow the live view and come back whenever they are cut off. Of what they hear only the last is kept. */
export class Followers {
  /** Messages that all of them heard. */
  heard = 0;
  readonly #sockets = new Set<WebSocket>();
  #isOver = false;

  constructor(address: string, people: readonly Joined[]) {
    for (const who of people) void this.#follow(by(address, who));
  }

  /** Phones that have heard something on the connection that they have now. */
  get listening(): number {
    return [...this.#sockets].filter((socket) => socket.readyState === WebSocket.OPEN).length;
  }

  end(): void {
    this.#isOver = true;
    for (const socket of this.#sockets) socket.terminate();
  }

  async #follow({ caller: { address, cookie }, workshopId }: Joined): Promise<void> {
    while (!this.#isOver) {
      const socket = new WebSocket(`${address.replace('http', 'ws')}/live/${workshopId}`, {
        headers: { origin: address, cookie },
      });
      this.#sockets.add(socket);
      socket.on('message', () => {
        this.heard += 1;
      });
      socket.on('error', () => {});
      await new Promise((resolve) => socket.on('close', resolve));
      this.#sockets.delete(socket);
      await pause(comeBackAfter);
    }
  }
}
