import type { LiveChange, LiveMessage } from '@board/shared/live-view';
import type { Clock, SessionPerson, WorkshopGate } from '../ports.ts';
import type { Link } from './link.ts';

/** A hall where nothing happens is told so this often, in milliseconds: a page hears no ping, and takes 40 seconds of silence for a dead connection. */
const beatMs = 20_000;

/** The sockets that follow one workshop's live view. Patches are encoded once for all of them. */
interface Hall {
  links: Set<Link>;
  /** Patches that came while a snapshot is on its way, by the link that waits for it. */
  waiting: Map<Link, string[]>;
  unfollow: () => void;
  /** Calls the next word of a quiet hall off. */
  callOff: () => void;
}

/** Sends live views: to each socket a snapshot, then patches. */
export function liveSender(clock: Clock): {
  open(link: Link, gate: WorkshopGate, person: SessionPerson): Promise<void>;
} {
  const halls = new Map<WorkshopGate, Hall>();

  const enter = (gate: WorkshopGate): Hall => {
    const known = halls.get(gate);
    if (known) return known;
    const hall: Hall = { links: new Set(), waiting: new Map(), unfollow: () => {}, callOff: () => {} };
    halls.set(gate, hall);
    const tell = (changes: readonly LiveChange[]): void => {
      const text = encode({ type: 'patch', now: clock.now(), changes: [...changes] });
      for (const link of hall.links) link.sendText(text);
      for (const patches of hall.waiting.values()) patches.push(text);
      hall.callOff();
      hall.callOff = clock.after(beatMs, () => tell([]));
    };
    hall.unfollow = gate.live.follow(tell);
    hall.callOff = clock.after(beatMs, () => tell([]));
    return hall;
  };
  const leave = (gate: WorkshopGate, hall: Hall, link: Link): void => {
    hall.links.delete(link);
    hall.waiting.delete(link);
    if (hall.links.size + hall.waiting.size > 0) return;
    hall.unfollow();
    hall.callOff();
    halls.delete(gate);
  };

  return {
    async open(link, gate, person) {
      const hall = enter(gate);
      const patches: string[] = [];
      hall.waiting.set(link, patches);
      link.onEnd(() => leave(gate, hall, link));
      link.onEnd(
        gate.onRightsChange(() => {
          const now = gate.personById(person.id);
          if (!now) link.close(gate.whyGone(person.id));
          // What the page shows of this person is old now; it asks anew when it comes back.
          else if (now.role !== person.role) link.close('rights-changed');
        }),
      );
      // Nothing that a phone says here means anything; its frames are still counted.
      link.onMessage(() => {});
      const view = await gate.live.view();
      if (link.isEnded) return;
      hall.waiting.delete(link);
      hall.links.add(link);
      link.sendText(encode({ type: 'snapshot', now: clock.now(), view }));
      for (const text of patches) link.sendText(text);
    },
  };
}

function encode(message: LiveMessage): string {
  return JSON.stringify(message);
}
