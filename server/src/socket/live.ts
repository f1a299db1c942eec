import type { LiveChange, LiveMessage, LiveView } from '@board/shared/live-view';
import type { Clock, WorkshopGate } from '../ports.ts';
import type { Audiences, RightsHolder } from './audiences.ts';
import type { Host, Link } from './link.ts';
import type { Visitor } from './sync.ts';
import { packedEnd, packedStart, packedText } from './wire.ts';

/** A hall where nothing happens is told so this often, in milliseconds: a page hears no ping, and takes 40 seconds of silence for a dead connection. */
const beatMs = 20_000;

/** Changes of the view, and when they were told. */
interface Patch {
  now: number;
  changes: LiveChange[];
}

/** The sockets that follow one workshop's live view. Patches are encoded once for all of them. */
interface Hall {
  /** Links that may know the join code and the Wi-Fi: those who show them to others. */
  hosts: Set<Link>;
  guests: Set<Link>;
  /** Patches that came while a snapshot is on its way, by the link that waits for it. */
  waiting: Map<Link, Patch[]>;
  /** The view as it travels, for whoever comes in while it stands: hosts (true) read more in it than guests. */
  written: { view: LiveView; wires: Map<boolean, Buffer> } | null;
  unfollow: () => void;
  /** Calls the next word of a quiet hall off. */
  callOff: () => void;
}

/** Sends live views: to each socket a snapshot, then patches. */
export function liveSender(
  clock: Clock,
  audiences: Audiences,
): {
  open(visitor: Omit<Visitor, 'connection'>): Promise<void>;
} {
  const halls = new Map<WorkshopGate, Hall>();

  const enter = (gate: WorkshopGate): Hall => {
    const known = halls.get(gate);
    if (known) return known;
    const hall = emptyHall();
    halls.set(gate, hall);
    const tell = (changes: readonly LiveChange[]): void => {
      const patch: Patch = { now: clock.now(), changes: [...changes] };
      const forHosts = packedText(patchText(patch, true));
      for (const link of hall.hosts) link.sendText(forHosts);
      const forGuests = changes.some(isSecretIn) ? packedText(patchText(patch, false)) : forHosts;
      for (const link of hall.guests) link.sendText(forGuests);
      for (const patches of hall.waiting.values()) patches.push(patch);
      if (changes.length > 0) hall.written = null;
      hall.callOff();
      hall.callOff = clock.after(beatMs, () => tell([]));
    };
    hall.unfollow = gate.live.follow(tell);
    hall.callOff = clock.after(beatMs, () => tell([]));
    return hall;
  };
  const leave = (gate: WorkshopGate, hall: Hall, link: Link): void => {
    hall.hosts.delete(link);
    hall.guests.delete(link);
    hall.waiting.delete(link);
    if (hall.hosts.size + hall.guests.size + hall.waiting.size > 0) return;
    hall.unfollow();
    hall.callOff();
    halls.delete(gate);
  };

  return {
    async open({ link, gate, person, token }) {
      const hall = enter(gate);
      const guest: Host & RightsHolder = {
        // Nothing that a phone says here means anything; its frames are still counted.
        hear: () => false,
        ended() {
          audiences.leave(gate, guest);
          leave(gate, hall, link);
        },
        rightsMoved() {
          const now = gate.personByToken(token);
          if (!now) link.close(gate.whyOut(token));
          // What the page shows of this person is old now; it asks anew when it comes back.
          else if (now.role !== person.role || now.groupId !== person.groupId) link.close('rights-changed');
        },
      };
      audiences.enter(gate, guest);
      const patches: Patch[] = [];
      hall.waiting.set(link, patches);
      link.seat(guest);
      const view = await gate.live.view();
      if (link.isEnded) return;
      hall.waiting.delete(link);
      const isHost = person.role === 'facilitator' || person.role === 'screen';
      (isHost ? hall.hosts : hall.guests).add(link);
      link.sendText(packedStart(`{"type":"snapshot","now":${clock.now()},"view":`));
      link.sendText(restOfSnapshot(hall, view, isHost));
      for (const patch of patches) link.sendText(packedText(patchText(patch, isHost)));
    },
  };
}

function emptyHall(): Hall {
  return {
    hosts: new Set(),
    guests: new Set(),
    waiting: new Map(),
    written: null,
    unfollow: () => {},
    callOff: () => {},
  };
}

/** All of a snapshot but its time. A hall that comes in at once is sent the same bytes. */
function restOfSnapshot(hall: Hall, view: LiveView, isHost: boolean): Buffer {
  if (hall.written?.view !== view) hall.written = { view, wires: new Map() };
  const { wires } = hall.written;
  const wire = wires.get(isHost) ?? packedEnd(`${JSON.stringify(isHost ? view : withoutSecrets(view))}}`);
  wires.set(isHost, wire);
  return wire;
}

function patchText({ now, changes }: Patch, isHost: boolean): string {
  const seen = isHost ? changes : changes.map(withoutSecretsIn);
  return JSON.stringify({ type: 'patch', now, changes: seen } satisfies LiveMessage);
}

function isSecretIn({ part }: LiveChange): boolean {
  return part === 'workshop' || part === 'screen';
}

/**
 * The join code lets anybody in as a member: whoever was made an observer must not find it here. The Wi-Fi's password is
 * for those who can read it on the wall.
 */
function withoutSecrets(view: LiveView): LiveView {
  return { ...view, workshop: { ...view.workshop, joinCode: '' }, screen: { ...view.screen, wifi: null } };
}

function withoutSecretsIn(change: LiveChange): LiveChange {
  if (change.part === 'workshop') return { ...change, value: { ...change.value, joinCode: '' } };
  return change.part === 'screen' ? { ...change, value: { ...change.value, wifi: null } } : change;
}
