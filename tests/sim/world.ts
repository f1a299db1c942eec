import { type DocumentName, type GroupId, groupDocument, groupOf, type PersonId } from '@board/shared/ids';
import { can, type Person, type RightsState } from '@board/shared/policy';
import * as Y from 'yjs';
import type { Journal, RoomDirectory, WorkshopLog } from '../../server/src/ports.ts';
import { openRooms } from '../../server/src/room/rooms.ts';
import { Actor } from './actors.ts';
import { VirtualClock } from './clock.ts';
import { Disk, MemoryLog } from './disk.ts';
import { type Handed, Watcher } from './invariants.ts';
import { Link } from './link.ts';
import { Random } from './random.ts';

export const groups = ['g2aaaaaaaaaa', 'g3bbbbbbbbbb'] as GroupId[];

/** Rooms, a disk, people and the network between them, all in one process and in virtual time. */
export class World {
  readonly clock = new VirtualClock();
  readonly random: Random;
  readonly disk = new Disk();
  readonly watcher = new Watcher();
  readonly actors: Actor[] = [];
  readonly #links = new Map<Actor, Link>();
  #rights: RightsState;
  #log: MemoryLog;
  #rooms: RoomDirectory;
  #connections = 0;
  #diskRefuses = 0;

  constructor(seed: string) {
    this.random = new Random(seed);
    this.#rights = rightsWith(new Set(groups));
    this.disk.onDurable = (entries) => this.watcher.written(entries);
    this.disk.write(groups.map(emptyDocument), this.clock.now());
    this.#log = this.#openLog();
    this.#rooms = this.#openRooms(this.#log);
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
    const end = this.clock.now() + milliseconds;
    await settle();
    while (this.clock.step(end)) await settle();
  }

  loseConnection(actor: Actor): void {
    this.#links.get(actor)?.cut();
  }

  /** The server's process dies and another one starts: memory gone, disk kept. */
  restart(): void {
    this.#log.crash();
    for (const link of this.#links.values()) link.lose();
    this.#log = this.#openLog();
    this.#rooms = this.#openRooms(this.#log);
  }

  /** The facilitator opens these groups' strategies for writing and closes all others; sockets whose rights changed come back through the gate. */
  setOpen(open: ReadonlySet<GroupId>): void {
    const before = this.#rights;
    this.#rights = rightsWith(open);
    for (const [actor, link] of this.#links) {
      const group = groupOf(actor.document);
      if (group === null || before.groups.get(group)?.open === open.has(group)) continue;
      this.clock.after(this.random.between(0, 5), () => link.close('rights-changed'));
    }
  }

  setDiskRefuses(probability: number): void {
    this.#diskRefuses = probability;
    this.#log.refusal = probability;
  }

  /** Ends the server in good order. */
  async close(): Promise<void> {
    const closing = this.#rooms.close();
    await this.pass(5_000);
    await closing;
  }

  #openLog(): MemoryLog {
    return new MemoryLog(this.disk, this.clock, this.random, this.#diskRefuses);
  }

  #openRooms(log: WorkshopLog): RoomDirectory {
    const journal: Journal = { info() {}, warn() {}, error: (event, facts) => this.#hearError(event, facts) };
    const known = new Set<DocumentName>(groups.map(groupDocument));
    const generation = (document: DocumentName) => (known.has(document) ? 1 : null);
    return openRooms({ log, clock: this.clock, journal, generation });
  }

  /** A full disk is weather; any other error that the rooms report is a fault. */
  #hearError(event: string, facts: Record<string, string | number> = {}): void {
    if (event !== 'update-not-stored') this.watcher.faults.push(`${event}: ${JSON.stringify(facts)}`);
  }

  #connectLater(actor: Actor): void {
    this.clock.after(this.random.between(1, 900), () => {
      if (!actor.isConnected && actor.stoppedBy === null) this.#connect(actor);
    });
  }

  #connect(actor: Actor): void {
    const { person, document } = actor;
    const handed: Handed = { document, person: person.id, unasked: [], allowed: [] };
    const about = {
      connection: ++this.#connections,
      person: { id: person.id, name: person.id, colour: 0 },
      mayWrite: () => {
        const decision = this.mayWrite(actor);
        this.watcher.asked(handed, decision.allowed);
        return decision;
      },
    };
    const link = new Link(about, this.clock, this.random, {
      arriveUp: (bytes) => this.watcher.handed(handed, bytes),
      sentDown: (bytes) => this.watcher.shown(handed, bytes),
      arriveDown: (bytes) => actor.receive(bytes),
      gone: (reason) => {
        if (this.#links.get(actor) !== link) return;
        this.#links.delete(actor);
        actor.disconnected(reason);
        this.#connectLater(actor);
      },
    });
    this.#links.set(actor, link);
    actor.connected(link);
    void this.#rooms.join(document, link).then((joined) => {
      if (joined.ok) link.seated(joined.value);
      else link.close(joined.problem);
    });
  }
}

/** Everything that is ready to run has run. Real time passes, virtual time does not. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function rightsWith(open: ReadonlySet<GroupId>): RightsState {
  const rights = groups.map((id) => [id, { open: open.has(id), keptClosed: false, presented: false }] as const);
  return { workshopClosed: false, charterAdopted: false, groups: new Map(rights) };
}

function emptyDocument(group: GroupId) {
  const body = {
    kind: 'document' as const,
    document: groupDocument(group),
    generation: 1,
    state: Y.encodeStateAsUpdate(new Y.Doc()),
  };
  return { author: null as PersonId | null, body };
}
