import type { LiveMessage } from '@board/shared/live-view';
import type { Clock, SessionPerson, WorkshopGate } from '../ports.ts';
import type { Link } from './link.ts';

/** The sockets that follow one workshop's live view. Patches are encoded once for all of them. */
interface Hall {
  links: Set<Link>;
  /** Patches that came while a snapshot is on its way, by the link that waits for it. */
  waiting: Map<Link, string[]>;
  unfollow: () => void;
}

/** Sends live views: to each socket a snapshot, then patches. */
export function liveSender(clock: Clock): {
  open(link: Link, gate: WorkshopGate, person: SessionPerson): Promise<void>;
} {
  const halls = new Map<WorkshopGate, Hall>();

  const enter = (gate: WorkshopGate): Hall => {
    const known = halls.get(gate);
    if (known) return known;
    const hall: Hall = { links: new Set(), waiting: new Map(), unfollow: () => {} };
    halls.set(gate, hall);
    hall.unfollow = gate.live.follow((changes) => {
      const text = encode({ type: 'patch', now: clock.now(), changes: [...changes] });
      for (const link of hall.links) link.send(text);
      for (const patches of hall.waiting.values()) patches.push(text);
    });
    return hall;
  };
  const leave = (gate: WorkshopGate, hall: Hall, link: Link): void => {
    hall.links.delete(link);
    hall.waiting.delete(link);
    if (hall.links.size + hall.waiting.size > 0) return;
    hall.unfollow();
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
          if (!gate.personById(person.id)) link.close('not-joined');
        }),
      );
      // Nothing that a phone says here means anything; its frames are still counted.
      link.onMessage(() => {});
      const view = await gate.live.view();
      if (link.isEnded) return;
      hall.waiting.delete(link);
      hall.links.add(link);
      link.send(encode({ type: 'snapshot', now: clock.now(), view }));
      for (const text of patches) link.send(text);
    },
  };
}

function encode(message: LiveMessage): string {
  return JSON.stringify(message);
}
