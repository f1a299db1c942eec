import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DocumentName, GroupId, PersonId, WorkshopId } from '@board/shared/ids';
import type { LiveChange } from '@board/shared/live-messages';
import type { LiveView } from '@board/shared/live-view';
import type { GroupRights, RightsState, Role } from '@board/shared/policy';
import { decodeFrame, encodeFrame } from '@board/shared/protocol/codec';
import type { Frame } from '@board/shared/protocol/frames';
import { fail, ok } from '@board/shared/result';
import type { Standings } from '@board/shared/vote-parts';
import { WebSocket } from 'ws';
import { systemClock } from '../adapters/system-clock.ts';
import { Backlog } from '../backlog.ts';
import type { Clock, Journal, Meter, RoomDirectory, SessionPerson, WhyOut, WorkshopGate } from '../ports.ts';
import { creation, ManualLog, quiet } from '../room/room.fixture.ts';
import { openRooms } from '../room/rooms.ts';
import { trials } from '../trials.fixture.ts';
import { unmetered } from '../unmetered.fixture.ts';
import { attachSockets } from './sockets.ts';

export const workshop = 'w2aaaaaaaaaa' as WorkshopId;
export const [own, other] = ['g2aaaaaaaaaa', 'g3aaaaaaaaaa'] as [GroupId, GroupId];
export const ownDocument: DocumentName = `group/${own}`;
export const otherDocument: DocumentName = `group/${other}`;

const open: GroupRights = { open: true, keptClosed: false, presented: false };

/** A workshop that a test decides everything about; its rooms are real. */
class TestGate implements WorkshopGate {
  readonly id = workshop;
  readonly log = new ManualLog();
  readonly rooms: RoomDirectory;
  /** By session token. */
  readonly people = new Map<string, SessionPerson>();
  readonly groups = new Map<GroupId, GroupRights>([
    [own, open],
    [other, open],
  ]);
  readonly connected: PersonId[] = [];
  view = { stage: 'lobby' } as LiveView;
  /** Runs while a live view is asked for. */
  whileAsked: () => Promise<void> = async () => {};
  #rightsListeners = new Set<() => void>();
  #liveListeners = new Set<(changes: readonly LiveChange[]) => void>();

  constructor(clock: Clock) {
    const documents: DocumentName[] = ['board', 'catalogue', 'charter', ownDocument, otherDocument];
    void this.log.append(documents.map((document) => creation(document)));
    this.rooms = openRooms({
      meter: unmetered,
      trials,
      log: this.log,
      clock,
      journal: quiet,
      generation: (document) => this.generation(document),
    });
  }

  /** Lets someone in; the token is the name. */
  let(name: string, role: Role = 'member', groupId: GroupId | null = own): void {
    this.people.set(name, { id: `${name}-id` as PersonId, name, organisation: '', colour: 1, role, groupId });
  }

  personByToken(token: string): SessionPerson | null {
    return this.people.get(token) ?? null;
  }

  personById(id: PersonId): SessionPerson | null {
    return [...this.people.values()].find((person) => person.id === id) ?? null;
  }

  /** Tokens of people who were sent away, and why. */
  readonly gone = new Map<string, WhyOut>();

  /** Sends someone away. */
  send(name: string, why: WhyOut): void {
    this.change(() => {
      this.people.delete(name);
      this.gone.set(name, why);
    });
  }

  /** By person and vote. */
  readonly noted: Record<PersonId, Standings> = {};

  standings(person: PersonId): Standings {
    return this.noted[person] ?? {};
  }

  whyOut(token: string | null): WhyOut {
    return this.gone.get(token ?? '') ?? 'not-joined';
  }

  whyGone(id: PersonId): WhyOut {
    return this.gone.get(id.replace(/-id$/, '')) ?? 'not-joined';
  }

  rights(): RightsState {
    return { stage: 'group-work', workshopClosed: false, charterAdopted: false, groups: this.groups };
  }

  /** Changes rights and tells of it. */
  change(change: () => void): void {
    change();
    for (const listener of this.#rightsListeners) listener();
  }

  onRightsChange(listener: () => void): () => void {
    this.#rightsListeners.add(listener);
    return () => this.#rightsListeners.delete(listener);
  }

  generation(document: DocumentName): number | null {
    return document.startsWith('group/') && document !== ownDocument && document !== otherDocument ? null : 1;
  }

  connect(person: PersonId): () => void {
    this.connected.push(person);
    return () => this.connected.splice(this.connected.indexOf(person), 1);
  }

  /** Runs while the workshop is being looked for. */
  whileSought: () => Promise<void> = async () => {};
  /** The workshop cannot be opened, since the disk takes nothing. */
  isDiskFull = false;

  readonly live = {
    view: async (): Promise<LiveView> => {
      await this.whileAsked();
      return this.view;
    },
    follow: (listener: (changes: readonly LiveChange[]) => void): (() => void) => {
      this.#liveListeners.add(listener);
      return () => this.#liveListeners.delete(listener);
    },
  };

  get followers(): number {
    return this.#liveListeners.size;
  }

  patch(changes: readonly LiveChange[]): void {
    for (const listener of this.#liveListeners) listener(changes);
  }
}

/** A real HTTP server with the sockets on it and one workshop behind them. */
export interface Served {
  gate: TestGate;
  sockets: ReturnType<typeof attachSockets>;
  server: Server;
  address: string;
  close(): Promise<void>;
}

export async function serve(
  clock: Clock = systemClock(),
  publicUrl: string | null = null,
  meter: Meter = unmetered,
  journal: Journal = quiet,
): Promise<Served> {
  const gate = new TestGate(clock);
  const server = createServer((_, response) => response.end('page'));
  const directory = {
    find: async (id: string) => {
      await gate.whileSought();
      if (id !== workshop) return fail('unknown-workshop' as const);
      return gate.isDiskFull ? fail('not-stored' as const) : ok(gate);
    },
  };
  const sockets = attachSockets(server, { directory, clock, journal, meter, publicUrl, backlog: new Backlog() });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    await sockets.close();
    await gate.rooms.close();
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  };
  return { gate, sockets, server, address: `127.0.0.1:${port}`, close };
}

/** A browser's end of one socket, spoken by hand. */
export class Browser {
  readonly socket: WebSocket;
  readonly frames: Frame[] = [];
  readonly texts: string[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  isClosed = false;
  #wake: (() => void)[] = [];

  constructor(address: string, path: string, token: string | null, headers: Record<string, string> = {}) {
    const cookie = token === null ? {} : { cookie: `theme=dark; wb_${workshop}=${token}` };
    this.socket = new WebSocket(`ws://${address}${path}`, { headers: { ...cookie, ...headers } });
    this.socket.on('error', () => {});
    this.socket.on('message', (data: Buffer, isBinary: boolean) => {
      if (isBinary) {
        const frame = decodeFrame(new Uint8Array(data));
        if (frame.ok) this.frames.push(frame.value);
      } else this.texts.push(data.toString());
      this.#tell();
    });
    this.closed = new Promise((resolve) => {
      this.socket.on('close', (code, reason) => {
        this.isClosed = true;
        resolve({ code, reason: reason.toString() });
        this.#tell();
      });
    });
  }

  static sync(served: Served, token: string | null, document: string = ownDocument): Browser {
    return new Browser(served.address, `/sync/${workshop}/${document}`, token);
  }

  static live(served: Served, token: string | null): Browser {
    return new Browser(served.address, `/live/${workshop}`, token);
  }

  /** Waits until something holds, looking again whenever something comes. Rejects when the socket closes before. */
  async until(holds: () => boolean): Promise<this> {
    while (!holds()) {
      if (this.isClosed) throw new Error(`closed: ${JSON.stringify(await this.closed)}`);
      await new Promise<void>((resolve) => this.#wake.push(resolve));
    }
    return this;
  }

  /** Waits for the server's first frame. */
  seated(): Promise<this> {
    return this.until(() => this.frames.length > 0);
  }

  /** Waits for so many text messages. */
  hears(count = 1): Promise<this> {
    return this.until(() => this.texts.length >= count);
  }

  /** Waits until both ends have heard all that the other had sent so far, answers to the server's pings included. */
  async exchange(): Promise<void> {
    for (let turn = 0; turn < 2; turn++) {
      const answered = new Promise((resolve) => this.socket.once('pong', resolve));
      this.socket.ping();
      await Promise.race([answered, this.closed]);
    }
  }

  say(frame: Frame): void {
    this.socket.send(encodeFrame(frame));
  }

  #tell(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }
}
