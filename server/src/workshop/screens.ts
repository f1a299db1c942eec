import type { DecideOverlap, SetScreen, SetWifi } from '@board/shared/commands-screen';
import { newId, type PersonId } from '@board/shared/ids';
import { can } from '@board/shared/policy';
import { limits } from '@board/shared/protocol/limits';
import { overlapKey, type ScreenSetting } from '@board/shared/screen-view';
import type { SessionPerson } from '../ports.ts';
import { facilitating, hallQueue, whileOpen } from './hall.ts';
import { demand, Refusal } from './refusal.ts';
import { newSession } from './sessions.ts';
import type { Workshop } from './workshop.ts';

/** Sets what the screens show, of a closed workshop too: it is the adopted charter that they show then. */
export async function setScreen(workshop: Workshop, by: SessionPerson, command: SetScreen): Promise<void> {
  const isAllowed = facilitating(workshop, by);
  isAllowed();
  await workshop.queues.run(hallQueue, by, async () => {
    const before = workshop.state.screen;
    const { shows = before.shows, group = before.group } = command;
    if (shows === 'group' && (group === null || !workshop.state.groups.has(group)))
      throw new Refusal('unknown-group', 'group');
    const { vote = before.vote } = command;
    const isOpen = vote === null || workshop.state.votes.get(vote)?.closed === null;
    if (command.vote !== undefined && !isOpen) throw new Refusal('unknown-vote', 'vote');
    const isTurned = vote === before.vote && shows === before.shows && group === before.group;
    const setting: ScreenSetting = {
      shows,
      group,
      page: command.page ?? (isTurned ? before.page : 0),
      look: command.look ?? before.look,
      language: command.language === undefined ? before.language : command.language,
    };
    const isSame = (Object.keys(setting) as (keyof ScreenSetting)[]).every((name) => setting[name] === before[name]);
    const chosen = vote === before.vote ? {} : { vote };
    if (!isSame || vote !== before.vote)
      await workshop.decide(by, isAllowed, { type: 'screen-set', setting, ...chosen });
  });
}

/** Tells the screens the hall's Wi-Fi, or (null) takes it from them. */
export async function setWifi(workshop: Workshop, by: SessionPerson, wifi: SetWifi | null): Promise<void> {
  const isAllowed = whileOpen(workshop, by);
  isAllowed();
  await workshop.queues.run(hallQueue, by, async () => {
    const before = workshop.state.screen.wifi;
    if (before?.name === wifi?.name && before?.password === wifi?.password) return;
    await workshop.decide(by, isAllowed, { type: 'wifi-set', wifi });
  });
}

/** Keeps what the hall does about an overlap that is there now; what was decided is taken back also when it is gone. */
export async function decideOverlap(
  workshop: Workshop,
  by: SessionPerson,
  { kind, of, choice }: DecideOverlap,
): Promise<void> {
  const isAllowed = whileOpen(workshop, by);
  isAllowed();
  await workshop.queues.run(hallQueue, by, async () => {
    const key = overlapKey({ kind, of });
    const before = workshop.state.screen.overlaps.get(key) ?? null;
    if (before === choice) return;
    if (before === null) {
      const { overlaps } = await workshop.live.view();
      if (!Object.hasOwn(overlaps, key)) throw new Refusal('unknown-overlap', 'of');
      if (workshop.state.screen.overlaps.size >= limits.decidedOverlaps) throw new Refusal('too-large', 'overlaps');
    }
    await workshop.decide(by, isAllowed, { type: 'overlap-decided', kind, of, choice });
  });
}

/** Throws unless the person may let screens in. */
export function demandScreens(workshop: Workshop, by: SessionPerson): void {
  demand(can(by, { do: 'facilitate' }, workshop.rights()));
}

/**
 * A screen whose code `by` has typed comes in. A browser that is the facilitator's, or this workshop's screen already,
 * keeps its session: null. Whoever else sat there becomes a screen, since the facilitator has said so. Answers the session's token; throws `workshop-full`.
 */
export async function comeInAsScreen(
  workshop: Workshop,
  by: PersonId,
  name: string,
  known: SessionPerson | null,
  returning: SessionPerson | null,
): Promise<string | null> {
  const isAllowed = (): void => {
    const admitting = workshop.personById(by);
    if (!admitting || !can(admitting, { do: 'facilitate' }, workshop.rights()).allowed)
      throw new Refusal('unknown-screen');
  };
  isAllowed();
  if (known?.role === 'screen' || known?.role === 'facilitator') return null;
  const same = returning?.role === 'screen' ? returning : null;
  const personId = same?.id ?? newId<PersonId>();
  const { token, tokenHash } = newSession();
  const screen = { personId, name, organisation: '', role: 'screen', groupId: null, tokenHash } as const;
  await workshop.arrivals.store('screen', () =>
    workshop.append(same, isAllowed, [
      { author: personId, body: { kind: 'decision', decision: { type: 'person-joined', ...screen } } },
    ]),
  );
  return token;
}
