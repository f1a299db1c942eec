import type { GroupId, MessageId, StepId } from './ids.ts';
import type { Stage } from './stages.ts';

/** What the hall does now, beside its stage. */
export interface NowView {
  /** The step of the agenda that the hall is at. Null: the stage was set by hand, or nothing has begun. It may be on the agenda no more. */
  step: StepId | null;
  /** When stage or step were last changed, in milliseconds since 1970 by the server's clock; 0 while nothing has begun. */
  since: number;
}

/** One step of the agenda, as everybody sees it. Times are those of the place: `2027-03-04`, `09:30`; '' where nothing is set. */
export interface StepView {
  day: string;
  start: string;
  end: string;
  title: string;
  objective: string;
  facilitator: string;
  /** The stage that the step sets. */
  stage: Stage;
  /** Its place in the agenda, from 0. */
  place: number;
}

/** The hall's one timer. It is over when `endsAt` has passed, and stays until it is stopped or the hall goes on. */
export interface TimerView {
  /** Milliseconds since 1970, by the server's clock. */
  startedAt: number;
  endsAt: number;
}

/** Something that a facilitator tells the hall or one group. */
export interface MessageView {
  id: MessageId;
  /** `call`: everybody is asked to come to the plenary. */
  kind: 'words' | 'call';
  /** Null: everybody. */
  to: GroupId | null;
  at: number;
  /** May be '' in a call. Null: for one group, which asks the server for the words. */
  text: string | null;
}

export interface PeopleView {
  /** Members who have joined and were not removed. */
  joined: number;
  /** Of them, how many have the board open now. */
  connected: number;
}
