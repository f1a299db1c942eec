/** What came back from a command. `body` is the parsed JSON, or null when there was none. */
export interface Answer<Body> {
  status: number;
  body: Body;
  headers: Headers;
}

/** One browser's worth of HTTP: it keeps the cookies that it is given, and says where it comes from. */
export class Caller {
  readonly address: string;
  readonly #cookies = new Map<string, string>();

  constructor(address: string) {
    this.address = address;
  }

  /** The cookie header of what was kept so far; '' when nothing was. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** The same browser, with the cookies of now, at another address of the same server. */
  at(address: string): Caller {
    const other = new Caller(address);
    for (const [name, value] of this.#cookies) other.#cookies.set(name, value);
    return other;
  }

  /** Sends a command or asks for something. `path` starts with a slash. Never throws on a refusal, only on a lost connection. */
  async call<Body>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    const answer = await fetch(this.address + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.#cookies.size === 0 ? {} : { cookie: this.cookie }),
        origin: this.address,
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    const text = await answer.text();
    return { status: answer.status, body: parse(text) as Body, headers: answer.headers };
  }

  /** Like `call`, but a refusal throws, with what the server said. */
  async must<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await this.call<Body>(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  #keep(line: string): void {
    const [pair] = line.split(';');
    const at = pair!.indexOf('=');
    this.#cookies.set(pair!.slice(0, at), pair!.slice(at + 1));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
