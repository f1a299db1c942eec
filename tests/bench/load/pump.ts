import type { Random } from '../../sim/random.ts';
import type { Load } from './loads.ts';
import type { Person } from './person.ts';
import type { RoomScript, WriterScript } from './script.ts';

/** One frame that one person sends at one time. */
interface Act {
  /** Milliseconds after the beginning. */
  at: number;
  person: Person;
  frame: Buffer;
  /** Set for edits, whose time is noted. */
  edit: { script: WriterScript; index: number } | null;
}

/** Everything that is sent in all rooms, in order. Person n of a room is its writer n. */
export function plan(load: Load, rooms: readonly { script: RoomScript; people: readonly Person[] }[], random: Random) {
  const acts: Act[] = [];
  for (const { script, people } of rooms) {
    for (const [place, writer] of script.writers.entries()) {
      const person = people[place]!;
      for (const [index, at] of times(writer.edits.length, load.editsPerSecond, random).entries()) {
        acts.push({ at, person, frame: writer.edits[index]!, edit: { script: writer, index } });
      }
      for (const [index, at] of times(writer.awareness.length, load.awarenessPerSecond, random).entries()) {
        acts.push({ at, person, frame: writer.awareness[index]!, edit: null });
      }
    }
  }
  return acts.sort((one, other) => one.at - other.at);
}

/** Sends every act at its time, as near as timers of a millisecond allow. */
export function pump(acts: readonly Act[]): Promise<void> {
  const start = performance.now();
  let next = 0;
  return new Promise((resolve) => {
    const step = (): void => {
      for (let act = acts[next]; act && act.at <= performance.now() - start; act = acts[++next]) {
        if (act.edit) act.edit.script.sentAt[act.edit.index] = performance.now();
        act.person.connection.write(act.frame);
      }
      const act = acts[next];
      if (act) setTimeout(step, Math.max(0, act.at - (performance.now() - start)));
      else resolve();
    };
    step();
  });
}

/** Evenly spread with a jitter of half a period, from a phase of its own, in order. */
function times(count: number, perSecond: number, random: Random): number[] {
  const period = 1000 / perSecond;
  const share = (): number => random.bits() / 2 ** 32;
  const phase = share() * period;
  return Array.from({ length: count }, (_, index) => phase + index * period + (share() * period) / 2);
}
