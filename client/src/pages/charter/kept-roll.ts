import type { OpenVote } from '@board/shared/commands-votes';
import { type GroupId, isId, type PersonId, type VoteId, type WorkshopId } from '@board/shared/ids';
import type { LiveView, VoteView } from '@board/shared/live-view';

/** The part of the command that says who is on the roll. */
export type RollPart = Pick<OpenVote, 'absent' | 'byHand' | 'withoutPhone'>;

/** What the facilitator said of the roll when a vote was opened in this tab. */
export interface KeptRoll {
  vote: VoteId;
  roll: RollPart;
}

/** Milliseconds after which a hall has changed too much: who was away in the evening is counted in the next morning. */
const lasting = 6 * 60 * 60_000;

const key = (workshop: WorkshopId): string => `board:roll:${workshop}`;

/** Keeps it in the tab, and no longer than that: the note may say that somebody is ill. Where the browser forbids it, nothing is kept. */
export function keepRoll(workshop: WorkshopId, kept: KeptRoll): void {
  try {
    sessionStorage.setItem(key(workshop), JSON.stringify(kept));
  } catch {
    // The next dialog begins with everybody.
  }
}

/** What was kept last; null for nothing, or for something of another shape. */
export function readRoll(workshop: WorkshopId): KeptRoll | null {
  try {
    return parseRoll(sessionStorage.getItem(key(workshop)));
  } catch {
    return null;
  }
}

/** The vote that was opened last, open or closed, when that is not long ago by the server's clock; null for none. */
export function lastVote({ votes }: LiveView, now: number): VoteView | null {
  const last = Object.values(votes).reduce<VoteView | null>(
    (found, vote) => (found === null || vote.openedAt > found.openedAt ? vote : found),
    null,
  );
  return last !== null && now - last.openedAt < lasting ? last : null;
}

/** Reads what was kept as text; null when it is not of that shape. Throws on what is no JSON. */
export function parseRoll(text: string | null): KeptRoll | null {
  if (text === null) return null;
  const { vote, roll } = objectOf(JSON.parse(text));
  if (!isId(vote)) return null;
  const { absent, byHand, withoutPhone } = objectOf(roll);
  const { people, note } = objectOf(absent);
  const away = idsIn(people);
  return {
    vote: vote as VoteId,
    roll: {
      ...(away.length > 0 && typeof note === 'string' ? { absent: { people: away, note } } : {}),
      byHand: idsIn(byHand),
      withoutPhone: (Array.isArray(withoutPhone) ? withoutPhone : []).map(objectOf).flatMap(seatsIn),
    },
  };
}

function seatsIn({ groupId, people }: Record<string, unknown>): { groupId: GroupId | null; people: number }[] {
  if (typeof people !== 'number' || !Number.isInteger(people) || people < 1) return [];
  if (groupId !== null && !isId(groupId)) return [];
  return [{ groupId: groupId as GroupId | null, people }];
}

function idsIn(value: unknown): PersonId[] {
  return Array.isArray(value) ? value.filter((one): one is PersonId => isId(one)) : [];
}

function objectOf(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}
