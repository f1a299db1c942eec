import type { GroupId, PersonId } from '@board/shared/ids';
import type { GroupRights, RightsState, Role } from '@board/shared/policy';
import { stages } from '@board/shared/stages';
import { expect, test } from 'vitest';
import { VirtualClock } from './clock.ts';
import { MemoryStorage } from './disk.ts';
import { contents } from './invariants.ts';
import { newSeed, Random } from './random.ts';
import { documents, groups, World } from './world.ts';

const halls = 40;
const peoplePerHall = 12;
const roles: Role[] = ['facilitator', 'member', 'observer', 'screen'];

function anyRights(random: Random): RightsState {
  const often = () => random.chance(0.7);
  const rights = (): GroupRights => ({
    open: random.pick([null, true, often()]),
    keptClosed: !often(),
    presented: !often(),
  });
  const stage = random.pick(stages);
  return {
    stage,
    workshopClosed: stage === 'closed',
    charterAdopted: random.chance(0.3),
    groups: new Map(groups.map((group) => [group, rights()])),
  };
}

/** People of all roles and groups with any document open, under any decisions: each types one word. */
async function playHall(seed: string): Promise<{ wrong: string[]; allowed: number; denied: number }> {
  const [clock, random] = [new VirtualClock(), new Random(seed)];
  const world = new World(new MemoryStorage(clock, random), clock, random);
  await world.start();
  world.setRights(anyRights(random));
  const people = Array.from({ length: peoplePerHall }, (_, place) => {
    const groupId: GroupId | null = random.pick([null, ...groups]);
    return world.enter({ id: `p${place}` as PersonId, role: random.pick(roles), groupId }, random.pick(documents));
  });
  await world.pass(3_000);
  const typed = people.map((actor) => ({ actor, word: actor.type(), mayWrite: world.mayWrite(actor).allowed }));
  await world.pass(5_000);
  const wrong = typed
    .filter(({ actor, word, mayWrite }) => contents(world.watcher.durable(actor.document)).includes(word) !== mayWrite)
    .map(({ actor, mayWrite }) => `${actor.person.role} in ${actor.document}: may write is ${mayWrite}`);
  const allowed = typed.filter(({ mayWrite }) => mayWrite).length;
  await world.close();
  return { wrong: [...wrong, ...world.watcher.faults], allowed, denied: typed.length - allowed };
}

test(`DO20 in ${halls} halls under any decisions the disk holds the words of those who might write, and no others`, async () => {
  let [allowed, denied] = [0, 0];
  for (let hall = 0; hall < halls; hall++) {
    const seed = newSeed();
    const told = await playHall(seed);
    expect(told.wrong, `seed ${seed}`).toEqual([]);
    allowed += told.allowed;
    denied += told.denied;
  }
  expect(Math.min(allowed, denied)).toBeGreaterThan(halls);
});
