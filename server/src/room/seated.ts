import { limits } from '@board/shared/protocol/limits';
import type { Member } from '../ports.ts';

/** One connection in a room, with what the room keeps about it. */
export interface Seated {
  readonly member: Member;
  /** It has got the document's state; before that, updates would only puzzle it. */
  isAnswered: boolean;
  /** How many of its updates are durable. */
  stored: number;
  /** It has left or was closed; whatever still comes from it is not heard. */
  isGone: boolean;
  /** Times that the member may ask for the document's state by now, and since when that count stands. */
  asksLeft: number;
  asksSince: number;
}

/** True, and counted, when the member may ask for the document's state now: the answer may be all of it, for a question of a few bytes. */
export function mayAsk(seat: Seated, now: number): boolean {
  const regained = Math.max(0, now - seat.asksSince) / limits.stateAskMs;
  seat.asksSince = now;
  seat.asksLeft = Math.min(limits.stateAsks, seat.asksLeft + regained);
  if (seat.asksLeft < 1) return false;
  seat.asksLeft -= 1;
  return true;
}
