import { type DocumentName, type GroupId, groupDocument, type PersonId } from '@board/shared/ids';
import { readStrategy } from '@board/shared/model/strategy';
import type { Role } from '@board/shared/policy';
import * as Y from 'yjs';
import type { Actor } from './actors.ts';
import { VirtualClock } from './clock.ts';
import { MemoryStorage, type Storage } from './disk.ts';
import { contents, isSame } from './invariants.ts';
import { type Hostility, tcp } from './link.ts';
import { Projector } from './projector.ts';
import { Random } from './random.ts';
import { groups, World } from './world.ts';

/** How rough a story is: probabilities per step, `diskRefuses` per append. */
export interface Weather {
  loss: number;
  reload: number;
  restart: number;
  rights: number;
  lull: number;
  /** A document goes back to an earlier version. */
  restore: number;
  /** Somebody sets the server's clock. */
  jump: number;
  /** A hall follows the live view. */
  isWatched: boolean;
  network: Hostility;
  diskRefuses: number;
  steps: number;
}

/** Everything goes wrong that can, often enough that each story sees some of it. */
export const storm: Weather = {
  loss: 0.03,
  reload: 0.01,
  restart: 0.01,
  rights: 0.015,
  lull: 0.01,
  restore: 0.01,
  jump: 0.02,
  isWatched: false,
  network: tcp,
  diskRefuses: 0.01,
  steps: 120,
};

/** The same on a network that repeats frames and lets them overtake each other. */
export const hostileStorm: Weather = { ...storm, network: { duplicate: 0.03, reorder: 0.02 } };

/** Milliseconds after which everybody must have come back and heard everything. */
const calmAfterwards = 30_000;

interface Cast {
  /** May write in what they have open, as long as the strategy is open. */
  writers: Actor[];
  /** Type without ever having the right to. */
  intruders: Actor[];
}

/** How a story ended. */
export interface Told {
  /** What was wrong, in the middle or at the end; empty when all is well. */
  faults: string[];
  /** What everybody typed, document by document. */
  contents: string[];
}

/** One whole story from one seed, on a disk in memory unless another is given. */
export async function playStory(
  seed: string,
  weather: Weather,
  makeStorage: (clock: VirtualClock, random: Random) => Storage = (clock, random) => new MemoryStorage(clock, random),
): Promise<Told> {
  const clock = new VirtualClock();
  const random = new Random(seed);
  const world = new World(makeStorage(clock, random), clock, random);
  const projector = weather.isWatched ? new Projector(world) : null;
  await world.start();
  world.network = weather.network;
  const cast = enterAll(world);
  const versions: Version[] = [];
  world.setDiskRefuses(weather.diskRefuses);
  for (let step = 0; step < weather.steps; step++) {
    await world.pass(world.random.between(0, 120));
    await takeStep(world, cast, weather);
    await keepOrRestore(world, versions, weather);
  }
  world.setDiskRefuses(0);
  world.setOpen(new Set(groups));
  await world.pass(calmAfterwards);
  const faults = [...world.watcher.faults, ...endFaults(world, cast, weather), ...hallFaults(world, projector)];
  await world.close();
  return { faults, contents: groups.map((group) => contents(world.watcher.durable(groupDocument(group)))) };
}

function enterAll(world: World): Cast {
  const [a, b] = groups as [GroupId, GroupId];
  const enter = (id: string, role: Role, groupId: GroupId | null, opened: GroupId) =>
    world.enter({ id: id as PersonId, role, groupId }, groupDocument(opened));
  const writers = [
    enter('a1', 'member', a, a),
    enter('a2', 'member', a, a),
    enter('b1', 'member', b, b),
    enter('b2', 'member', b, b),
    enter('f1', 'facilitator', null, world.random.pick(groups)),
  ];
  const intruders = [enter('b3', 'member', b, a), enter('o1', 'observer', null, b), enter('s1', 'screen', null, a)];
  return { writers, intruders };
}

async function takeStep(world: World, { writers, intruders }: Cast, weather: Weather): Promise<void> {
  const { random } = world;
  world.random.pick(random.chance(0.1) ? intruders : writers).edit();
  const anyone = random.pick(world.actors);
  if (random.chance(weather.loss)) world.loseConnection(anyone);
  if (random.chance(weather.reload)) {
    world.loseConnection(anyone);
    anyone.reload();
  }
  if (random.chance(weather.restart)) await world.restart();
  if (random.chance(weather.lull)) await world.lull(random.between(9_000, 12_000));
  if (random.chance(weather.rights)) world.setOpen(new Set(groups.filter(() => random.chance(0.6))));
}

interface Version {
  document: DocumentName;
  state: Uint8Array;
}

/** Now and then a version is kept, and now and then one is restored. */
async function keepOrRestore(world: World, versions: Version[], weather: Weather): Promise<void> {
  const { random } = world;
  if (random.chance(weather.jump)) world.clock.jump(random.between(-3_600_000, 3_600_000));
  if (random.chance(weather.restore * 2)) {
    const document = groupDocument(random.pick(groups));
    versions.push({ document, state: Y.encodeStateAsUpdate(world.watcher.durable(document)) });
  }
  if (versions.length > 0 && random.chance(weather.restore)) {
    const { document, state } = random.pick(versions);
    // Nobody waits for it: people write on while it is stored.
    void world.restore(document, state);
  }
}

function hallFaults({ watcher }: World, projector: Projector | null): string[] {
  if (!projector) return [];
  return groups.flatMap((group) => {
    const [shown, rows] = [projector.rows(group), readStrategy(watcher.durable(groupDocument(group))).length];
    return shown === rows ? [] : [`the hall sees ${shown} rows of ${group}, the disk has ${rows}`];
  });
}

function endFaults(world: World, { writers, intruders }: Cast, { network }: Weather): string[] {
  const faults: string[] = [];
  for (const actor of writers) {
    const durable = world.watcher.durable(actor.document);
    if (actor.stoppedBy !== null) faults.push(`${actor.person.id} was sent away for good: ${actor.stoppedBy}`);
    else if (!isSame(actor.doc, durable))
      faults.push(`${actor.person.id} sees ${contents(actor.doc)}, the disk has ${contents(durable)}`);
    // A frame that arrived twice is counted twice.
    const isTold = network.duplicate > 0 ? actor.stored >= actor.sent.length : actor.stored === actor.sent.length;
    if (!isTold) faults.push(`${actor.person.id} sent ${actor.sent.length} and was told ${actor.stored}`);
  }
  for (const actor of intruders) {
    const words = contents(world.watcher.durable(actor.document));
    if (words.includes(`<${actor.person.id}.`)) faults.push(`${actor.person.id} has written into ${actor.document}`);
  }
  return faults;
}
