import type { VoteId } from '@board/shared/ids';
import { applyLiveMessage, type LiveMessage } from '@board/shared/live-messages';
import type { LiveView } from '@board/shared/live-view';
import { WebSocket } from 'ws';
import type { Joined } from '../../support/people.ts';

/** What the projector shows of a vote’s turnout, and since when. */
export class Projector {
  readonly #socket: WebSocket;
  #view: LiveView | null = null;
  /** When the turnout was first shown to be at least so many, by place in the list. */
  readonly #since: number[] = [];

  constructor({ caller, workshopId }: Joined, vote: () => VoteId | null) {
    this.#socket = new WebSocket(`${caller.address.replace('http', 'ws')}/live/${workshopId}`, {
      headers: { origin: caller.address, cookie: caller.cookie },
    });
    this.#socket.on('message', (data) => {
      this.#view = applyLiveMessage(this.#view, JSON.parse(String(data)) as LiveMessage);
      const id = vote();
      const turnout = id === null ? 0 : (this.#view?.votes[id]?.turnout ?? 0);
      while (this.#since.length <= turnout) this.#since.push(performance.now());
    });
  }

  /** Milliseconds from the n-th ballot’s being told as counted until it was shown, at most; `counted` in order. Infinite when one never was. */
  behind(counted: readonly number[]): number {
    return Math.max(...counted.map((at, index) => (this.#since[index + 1] ?? Number.POSITIVE_INFINITY) - at));
  }

  close(): void {
    this.#socket.terminate();
  }
}
