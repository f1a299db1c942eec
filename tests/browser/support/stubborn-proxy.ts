import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** A proxy in front of a server that passes everything on, or everything but upgrades, as many proxies do out of the box. */
export class StubbornProxy {
  readonly #target: number;
  readonly #server: Server;
  readonly #upgraded = new Set<Duplex>();
  #passesUpgrades = true;

  private constructor(target: number) {
    this.#target = target;
    this.#server = createServer((asked, answer) => this.#pass(asked, answer));
    this.#server.on('upgrade', (asked: IncomingMessage, socket: Duplex, head: Buffer) =>
      this.#upgrade(asked, socket, head),
    );
  }

  /** In front of a port of this machine. */
  static async before(target: number): Promise<StubbornProxy> {
    const proxy = new StubbornProxy(target);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Whether live connections come through. Those that are open are cut when they may not. */
  set passesUpgrades(passes: boolean) {
    this.#passesUpgrades = passes;
    if (!passes) for (const socket of this.#upgraded) socket.destroy();
  }

  async close(): Promise<void> {
    this.passesUpgrades = false;
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #pass(asked: IncomingMessage, answer: ServerResponse): void {
    const { method, url, headers } = asked;
    const { upgrade: _upgrade, connection: _connection, ...passed } = headers;
    const onward = request({ port: this.#target, host: '127.0.0.1', method, path: url, headers: passed }, (came) => {
      answer.writeHead(came.statusCode ?? 502, came.headers);
      came.pipe(answer);
    });
    onward.on('error', () => answer.writeHead(502).end());
    asked.pipe(onward);
  }

  #upgrade(asked: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    if (!this.#passesUpgrades) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const onward = connect(this.#target, '127.0.0.1', () => {
      const lines = asked.rawHeaders.flatMap((text, index) =>
        index % 2 === 0 ? [`${text}: ${asked.rawHeaders[index + 1]}`] : [],
      );
      onward.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    onward.on('close', () => socket.destroy());
    socket.on('close', () => {
      this.#upgraded.delete(socket);
      onward.destroy();
    });
    this.#upgraded.add(socket);
  }
}
