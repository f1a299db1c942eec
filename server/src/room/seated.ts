import type { Member } from '../ports.ts';

/** One connection in a room, with what the room keeps about it. */
export interface Seated {
  readonly member: Member;
  /** It has got the document's state; before that, updates would only puzzle it. */
  isAnswered: boolean;
  /** How many of its updates are durable. */
  stored: number;
  /** One of its updates was refused: it is told of no more, since the count says that everything before is durable. */
  isBehind: boolean;
  /** It has left or was closed; whatever still comes from it is not heard. */
  isGone: boolean;
}
