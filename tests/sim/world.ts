import { type DocumentName, type GroupId, groupDocument, type PersonId } from '@board/shared/ids';
import { can, type Person, type RightsState } from '@board/shared/policy';
import * as Y from 'yjs';
import type { Journal, RoomDirectory, Trials, WorkshopLog } from '../../server/src/ports.ts';
import { openRooms } from '../../server/src/room/rooms.ts';
import { unmetered } from '../../server/src/unmetered.fixture.ts';
import { Actor } from './actors.ts';
import type { VirtualClock } from './clock.ts';
import type { Storage } from './disk.ts';
import { type Handed, Watcher } from './invariants.ts';
import { type Hostility, Link, tcp } from './link.ts';
import type { Random } from './random.ts';

export const groups = ['g2aaaaaaaaaa', 'g3bbbbbbbbbb'] as GroupId[];
export const documents: DocumentName[] = ['board', 'catalogue', 'charter', ...groups.map(groupDocument)];

/** A thread would take real time. What these people write is light, and is tried out in the tests of the server. */
const instantly: Trials = { attempt: () => Promise.resolve('light') };

/** Rooms, a disk, people and the network between them, all in one process and in virtual time. */
export class World {
  readonly clock: VirtualClock;
  readonly random: Random;
  readonly watcher = new Watcher();
  readonly actors: Actor[] = [];
  readonly #links = new Map<Actor, Link>();
  readonly #storage: Storage;
  #rights: RightsState = rightsWith(new Set(groups));
  #rooms: RoomDirectory | null = null;
  #connections = 0;
  #quietUntil = 0;
  #lastGeneration = 1;
  #log: WorkshopLog | null = null;
  /** Hears of the rooms of every server that starts. */
  onStart: (rooms: RoomDirectory) => void = () => {};
  /** How the network behaves from now on. */
  network: Hostility = tcp;

  constructor(storage: Storage, clock: VirtualClock, random: Random) {
    this.#storage = storage;
    this.clock = clock;
    this.random = random;
    storage.onDurable = (entries) => this.watcher.written(entries);
  }

  /** Starts the server, on an empty disk or on what an earlier one left. */
  async start(): Promise<void> {
    this.#log = await this.#storage.open(documents.map(emptyDocument));
    this.#rooms = this.#openRooms(this.#log);
    this.onStart(this.#rooms);
  }

  /** Someone opens a document. Nobody asks whether they may. */
  enter(person: Person, document: DocumentName): Actor {
    const actor = new Actor(person, document, this.random);
    this.actors.push(actor);
    this.#connectLater(actor);
    return actor;
  }

  mayWrite(actor: Actor) {
    return can(actor.person, { do: 'write', document: actor.document }, this.#rights);
  }

  /** Lets time pass, with everything that is due in it. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.clock.passed + milliseconds;
    await this.#settle();
    while (this.clock.step(end)) await this.#settle();
  }

  /** Everybody goes home and comes back after a while, longer than a room stays loaded without anybody. */
  async lull(milliseconds: number): Promise<void> {
    this.#quietUntil = this.clock.passed + milliseconds;
    for (const link of [...this.#links.values()]) link.cut();
    await this.pass(milliseconds);
  }

  loseConnection(actor: Actor): void {
    this.#links.get(actor)?.cut();
  }

  /** The server's process dies and another one starts: memory gone, disk kept. */
  async restart(): Promise<void> {
    this.#rooms = null;
    const dying = this.#storage.crash();
    for (const link of [...this.#links.values()]) link.lose();
    await dying;
    await this.start();
  }

  /** The facilitator opens these groups' strategies for writing and closes all others. */
  setOpen(open: ReadonlySet<GroupId>): void {
    this.setRights(rightsWith(open));
  }

  /** The decisions that rights depend on have changed; sockets whose right to write did so too come back through the gate. */
  setRights(rights: RightsState): void {
    const before = new Map([...this.#links.keys()].map((actor) => [actor, this.mayWrite(actor).allowed]));
    this.#rights = rights;
    for (const [actor, link] of this.#links) {
      if (before.get(actor) === this.mayWrite(actor).allowed) continue;
      this.clock.after(this.random.between(0, 5), () => link.close('rights-changed'));
    }
  }

  /** A version of a document is restored: a new generation begins with what the document held at some time. Resolves when it is durable, or refused. */
  async restore(document: DocumentName, state: Uint8Array): Promise<void> {
    // Never the same number twice, also when two are under way.
    this.#lastGeneration += 1;
    const generation = this.#lastGeneration;
    const body = { kind: 'document' as const, document, generation, state };
    await this.#log?.append([{ author: null, body }]).catch(() => {});
  }

  setDiskRefuses(probability: number): void {
    this.#storage.refusal = probability;
  }

  /** Ends the server in good order. */
  async close(): Promise<void> {
    const closing = this.#rooms?.close();
    await this.pass(5_000);
    await closing;
    await this.#storage.close();
  }

  /** Everything that is ready to run has run. Real time passes, virtual time does not. */
  async #settle(): Promise<void> {
    do await nextTurn();
    while (this.#storage.isBusy());
  }

  #openRooms(log: WorkshopLog): RoomDirectory {
    const journal: Journal = { info() {}, warn() {}, error: (event, facts) => this.#hearError(event, facts) };
    const generation = (document: DocumentName) =>
      documents.includes(document) ? this.watcher.generation(document) : null;
    return openRooms({ log, clock: this.clock, journal, meter: unmetered, trials: instantly, generation });
  }

  /** A full disk is weather; any other error that the rooms report is a fault. */
  #hearError(event: string, facts: Record<string, string | number> = {}): void {
    if (event !== 'update-not-stored') this.watcher.faults.push(`${event}: ${JSON.stringify(facts)}`);
  }

  #connectLater(actor: Actor): void {
    const quiet = Math.max(0, this.#quietUntil - this.clock.passed);
    this.clock.after(quiet + this.random.between(1, 900), () => {
      if (!actor.isConnected && actor.stoppedBy === null) this.#connect(actor);
    });
  }

  #connect(actor: Actor): void {
    const { person, document } = actor;
    const { generation } = actor;
    const handed: Handed = { document, generation, person: person.id, unasked: [], allowed: [] };
    const about = {
      connection: ++this.#connections,
      person: { id: person.id, name: person.id, colour: 0 },
      mayWrite: () => {
        const decision = this.mayWrite(actor);
        this.watcher.asked(handed, decision.allowed);
        return decision;
      },
    };
    const link = new Link(
      about,
      this.clock,
      this.random,
      {
        arriveUp: (bytes) => this.watcher.handed(handed, bytes),
        sentDown: (bytes) => this.watcher.shown(handed, bytes),
        arriveDown: (bytes) => actor.receive(bytes),
        gone: (reason) => {
          if (this.#links.get(actor) !== link) return;
          this.#links.delete(actor);
          actor.disconnected(reason);
          if (reason === 'generation-moved') actor.startAnew(this.watcher.generation(document));
          this.#connectLater(actor);
        },
      },
      this.network,
    );
    this.#links.set(actor, link);
    // As the gate of a real socket does.
    if (generation !== this.watcher.generation(document)) {
      link.close('generation-moved');
      return;
    }
    actor.connected(link);
    void this.#rooms?.join(document, link).then((joined) => {
      if (joined.ok) link.seated(joined.value);
      else link.close(joined.problem);
    });
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function rightsWith(open: ReadonlySet<GroupId>): RightsState {
  const rights = groups.map((id) => [id, { open: open.has(id), keptClosed: false, presented: false }] as const);
  return { stage: 'group-work', workshopClosed: false, charterAdopted: false, groups: new Map(rights) };
}

function emptyDocument(document: DocumentName) {
  const body = { kind: 'document' as const, document, generation: 1, state: Y.encodeStateAsUpdate(new Y.Doc()) };
  return { author: null as PersonId | null, body };
}
