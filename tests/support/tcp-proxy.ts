import { connect, createServer, type Server, type Socket } from 'node:net';

export interface Manners {
  /** Milliseconds that every piece takes on its way, in each direction. */
  delay?: number;
  /** How often a piece is lost: it comes with the next attempt, and what follows waits for it, as TCP has it. */
  loss?: { share: number; random: () => number };
  /** Milliseconds after which a connection is cut on which the server has said nothing, as reverse proxies do. */
  patience?: number;
}

/** A network between browsers and a server on this machine: slow, cut or away, as a test likes. It never looks at what passes. */
export class TcpProxy {
  /** Every piece from now on takes so many milliseconds. */
  delay: number;
  loss: Manners['loss'];
  /** Pieces that were lost at first. */
  lost = 0;
  /** Nobody comes through; `cut` ends what is there. */
  isAway = false;
  /** Connections that were cut because the server had been silent for too long. */
  impatient = 0;
  /** Connections that came through so far. */
  accepted = 0;
  readonly #server: Server;
  readonly #patience: number | null;
  readonly #pairs = new Set<[Socket, Socket]>();
  #port = 0;

  private constructor(target: number, { delay = 0, loss, patience }: Manners) {
    this.delay = delay;
    this.loss = loss;
    this.#patience = patience ?? null;
    this.#server = createServer((near) => this.#accept(near, target));
  }

  /** A network in front of a port of 127.0.0.1, on a free port of its own. */
  static async before(target: number, manners: Manners = {}): Promise<TcpProxy> {
    const proxy = new TcpProxy(target, manners);
    await new Promise<void>((resolve, reject) => {
      proxy.#server.on('error', reject);
      proxy.#server.listen(0, '127.0.0.1', resolve);
    });
    const address = proxy.#server.address();
    proxy.#port = address !== null && typeof address === 'object' ? address.port : 0;
    return proxy;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Cuts the connections that `which` picks; all of them by default. */
  cut(which: () => boolean = () => true): void {
    for (const [near, far] of [...this.#pairs]) {
      if (!which()) continue;
      near.destroy();
      far.destroy();
    }
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #accept(near: Socket, target: number): void {
    near.on('error', () => near.destroy());
    if (this.isAway) {
      near.destroy();
      return;
    }
    this.accepted += 1;
    const far = connect(target, '127.0.0.1');
    far.on('error', () => far.destroy());
    for (const socket of [near, far]) socket.setNoDelay(true);
    const pair: [Socket, Socket] = [near, far];
    this.#pairs.add(pair);
    this.#carry(near, far);
    this.#carry(far, near);
    for (const socket of pair) socket.on('close', () => this.#pairs.delete(pair));
    if (this.#patience !== null) this.#watch(near, far, this.#patience);
  }

  /** What comes in goes out later, in the same order, the end included. One timer at a time: two of them may fire in any order. */
  #carry(from: Socket, to: Socket): void {
    const waiting: { due: number; run: () => void }[] = [];
    const next = (): void => {
      while (waiting[0] && waiting[0].due <= performance.now()) waiting.shift()?.run();
      if (waiting[0]) setTimeout(next, Math.max(1, Math.ceil(waiting[0].due - performance.now())));
    };
    const later = (run: () => void): void => {
      const due = performance.now() + this.delay + this.#retransmission();
      waiting.push({ due: Math.max(due, waiting.at(-1)?.due ?? 0), run });
      if (waiting.length === 1) next();
    };
    from.on('data', (piece) => later(() => to.writable && to.write(piece)));
    from.on('end', () => later(() => to.end()));
    from.on('close', () => later(() => to.destroy()));
  }

  /** Milliseconds until a lost piece is sent again: the time there and back, and the least that senders wait (RFC 6298 has a second, Linux 200 ms). */
  #retransmission(): number {
    if (!this.loss || this.loss.random() >= this.loss.share) return 0;
    this.lost += 1;
    return 2 * this.delay + 200;
  }

  #watch(near: Socket, far: Socket, patience: number): void {
    const cut = (): void => {
      this.impatient += 1;
      near.destroy();
      far.destroy();
    };
    let timer = setTimeout(cut, patience);
    far.on('data', () => {
      clearTimeout(timer);
      timer = setTimeout(cut, patience);
    });
    far.on('close', () => clearTimeout(timer));
    near.on('close', () => clearTimeout(timer));
  }
}
