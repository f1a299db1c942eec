import type { PersonId, VoteId } from '@board/shared/ids';
import type { LiveChange, LiveMessage } from '@board/shared/live-messages';
import type { LiveView } from '@board/shared/live-view';
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
  hosts: Map<Link, PersonId>;
  guests: Map<Link, PersonId>;
  /** Votes of which everybody here who does not vote in them has been told so. */
  told: Set<VoteId>;
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
      tellStandings(gate, hall, patch);
      const forHosts = packedText(patchText(patch, true));
      for (const link of hall.hosts.keys()) link.sendText(forHosts);
      const forGuests = changes.some(isSecretIn) ? packedText(patchText(patch, false)) : forHosts;
      for (const link of hall.guests.keys()) link.sendText(forGuests);
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
      (isHost ? hall.hosts : hall.guests).set(link, person.id);
      const standing = JSON.stringify(gate.standings(person.id));
      link.sendText(packedStart(`{"type":"snapshot","now":${clock.now()},"standing":${standing},"view":`));
      link.sendText(restOfSnapshot(hall, view, isHost));
      for (const patch of patches) link.sendText(packedText(patchText(patch, isHost)));
    },
  };
}

function emptyHall(): Hall {
  return {
    hosts: new Map(),
    guests: new Map(),
    told: new Set(),
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

/** Says to each, and to nobody else, in which of the votes that have come the person does not vote: before the votes themselves, so that no page offers a ballot. */
function tellStandings(gate: WorkshopGate, hall: Hall, { now, changes }: Patch): void {
  const fresh = changes.flatMap((change) =>
    change.part === 'votes' && !hall.told.has(change.key as VoteId) ? change.key : [],
  );
  if (fresh.length === 0) return;
  for (const vote of fresh) hall.told.add(vote as VoteId);
  for (const [link, person] of [...hall.hosts, ...hall.guests]) {
    const standing = gate.standings(person);
    if (!fresh.some((vote) => vote in standing)) continue;
    link.sendText(packedText(JSON.stringify({ type: 'standing', now, standing } satisfies LiveMessage)));
  }
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
