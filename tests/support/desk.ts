import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import type { Me } from '@board/shared/commands';
import { type GroupId, groupDocument, type WorkshopId } from '@board/shared/ids';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow } from '@board/shared/model/strategy-edits';
import WebSocketOfNode from 'ws';
import type * as Y from 'yjs';
import { DocumentConnection } from '../../client/src/sync/document-connection.ts';
import { DocumentSession, type RightsHere } from '../../client/src/sync/document-session.ts';
import type { DocumentStatus } from '../../client/src/sync/document-status.ts';
import type { LiveConnection } from '../../client/src/sync/live.ts';
import { type RunningServer, startServer } from '../../server/src/main.ts';
import { createWorkshop, type Joined, join, type Workshop } from './people.ts';

/** A bare connection with every status that was told, in order. */
export interface Opened {
  connection: DocumentConnection;
  told: DocumentStatus[];
}

/** Where nobody listens. */
const nowhere = 'ws://127.0.0.1:9';

/** The client's own documents on real sockets to a real server; only the browser around them is missing. */
export class Desk {
  readonly workshop: Workshop;
  /** The group whose strategy is opened, with Ann in it. */
  readonly group: GroupId;
  readonly ann: Joined;
  /** No socket comes through. */
  isOffline = false;
  server: RunningServer;
  readonly #folder: string;
  readonly #toClose: { close(): unknown }[] = [];
  readonly #browser = { WebSocket: globalThis.WebSocket, location: globalThis.location };

  private constructor(folder: string, server: RunningServer, workshop: Workshop, ann: Joined) {
    this.#folder = folder;
    this.server = server;
    this.workshop = workshop;
    this.group = workshop.groups[0]!.id;
    this.ann = ann;
  }

  static async set(): Promise<Desk> {
    const folder = await mkdtemp(joinPath(tmpdir(), 'board-documents-'));
    const server = await start(folder, 0);
    const workshop = await createWorkshop(server.address, 'A workshop', ['Labour', 'Health']);
    return new Desk(folder, server, workshop, await join(workshop, 'Ann', { groupId: workshop.groups[0]!.id }));
  }

  /** The commands' address of the workshop. */
  get at(): string {
    return `/api/workshops/${this.workshop.workshopId}`;
  }

  /** The server comes back on the same port and folder. */
  async restart(whileAway: () => Promise<void>): Promise<void> {
    const { port } = new URL(this.server.address);
    await this.server.close();
    await whileAway();
    this.server = await start(this.#folder, Number(port));
  }

  async clear(): Promise<void> {
    for (const one of this.#toClose.splice(0)) await one.close();
    await this.server.close();
    await rm(this.#folder, { recursive: true, maxRetries: 5 });
    Object.assign(globalThis, this.#browser);
  }

  /** Opens the strategy by a bare connection that may go at once. */
  open(person: Joined, generation = 1): Opened {
    this.#sit(person);
    const told: DocumentStatus[] = [];
    const connection = new DocumentConnection({
      address: `${this.server.address.replace('http', 'ws')}/sync/${this.workshop.workshopId}`,
      document: groupDocument(this.group),
      generation,
      person: person.id,
      copy: 'none',
      onStatus: (status) => told.push(status),
      onClosed: () => {},
      onDenied: () => {},
    });
    connection.letGo();
    this.#toClose.push(connection);
    return { connection, told };
  }

  /** Opens the strategy as a page does. */
  openSession(person: Joined, live: LiveConnection, rights: RightsHere = rightsOf(person)): DocumentSession {
    this.#sit(person);
    const workshop: WorkshopId = this.workshop.workshopId;
    const session = new DocumentSession({ workshop, document: groupDocument(this.group), live, rights });
    this.#toClose.push(session);
    return session;
  }

  /** A live view that says only which generation the group's document has. */
  liveWith(generation: number): { live: LiveConnection; move: (to: number) => void } {
    let listener = (): void => {};
    let documents = { [groupDocument(this.group)]: generation };
    const live = {
      getSnapshot: () => ({ status: { state: 'live' }, view: { documents }, standing: {}, openings: 1, failures: 0 }),
      subscribe: (added: () => void) => {
        listener = added;
        return () => {};
      },
    } as unknown as LiveConnection;
    const move = (to: number): void => {
      documents = { [groupDocument(this.group)]: to };
      listener();
    };
    return { live, move };
  }

  /** Makes the browser's globals those of one person; what is built then keeps them, with the cookies that the person has later. */
  #sit(person: Joined): void {
    const { host, protocol } = new URL(this.server.address);
    const origin = this.server.address;
    const isOffline = (): boolean => this.isOffline;
    class PersonsSocket extends WebSocketOfNode {
      constructor(url: string | URL) {
        super(isOffline() ? nowhere : url, { headers: { cookie: person.caller.cookie, origin } });
      }
    }
    Object.assign(globalThis, { WebSocket: PersonsSocket, location: { host, protocol } });
  }
}

export const isSaved = ({ connection }: Opened): boolean => connection.status.state === 'saved';

/** Adds a row with words in its first action. */
export function write(doc: Y.Doc, words: string): void {
  const row = addRow(doc, null);
  const action = readStrategy(doc).find((one) => one.id === row)?.actions[0];
  const fragment = action && cellFragment(doc, { row, action: action.id, cell: 'text' });
  if (fragment) fillFragment(fragment, words);
}

export const texts = (doc: Y.Doc): string[] => readStrategy(doc).flatMap((row) => row.actions.map(({ text }) => text));

/** The texts that a page would offer of the copy that was set aside last. */
export async function offered(session: DocumentSession): Promise<string[]> {
  const { asides, doc } = session.getSnapshot();
  return (await asides.at(-1)!.readWords(doc)).map(({ text }) => text);
}

/** Who sits here, as the server would answer; `sit` changes it, null is what it says of somebody whom it does not know. */
export function rightsOf(person: Joined): RightsHere & { sit: (person: Joined | null) => void; asked: number } {
  const answer = (one: Joined): Me => ({ personId: one.id }) as Me;
  const listeners = new Set<() => void>();
  let me: Me | null = answer(person);
  const rights = {
    asked: 0,
    who: () => me,
    now: () => null,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    askAgain: () => {
      rights.asked += 1;
    },
    sit: (next: Joined | null) => {
      me = next && answer(next);
      for (const tell of listeners) tell();
    },
  };
  return rights;
}

function start(dataDir: string, port: number): Promise<RunningServer> {
  return startServer(
    { host: '127.0.0.1', port, dataDir, publicUrl: null, createKey: null, metricsKey: null },
    { journal: { info: () => {}, warn: () => {}, error: () => {} }, clientFolder: null },
  );
}
