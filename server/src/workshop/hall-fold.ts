import type { GroupId, MessageId, StepId } from '@board/shared/ids';
import { keyed } from '@board/shared/keyed';
import type { MessageView, TimerView } from '@board/shared/live-stage';
import { limits } from '@board/shared/protocol/limits';
import type { Decision } from './decisions.ts';

/** A message as the log knows it. */
export interface MessageState {
  kind: 'words' | 'call';
  to: GroupId | null;
  at: number;
  text: string;
}

/** What the hall does now, beside its stage. Stays the same object until something of it changes. */
export interface HallState {
  /** The step of the agenda; null: the stage was set by hand. */
  step: StepId | null;
  /** When stage or step were last changed. */
  since: number;
  timer: TimerView | null;
  /** The last few, in the order in which they were sent. */
  messages: ReadonlyMap<MessageId, MessageState>;
}

export type HallDecision = Extract<Decision, { type: 'timer-set' | 'message-sent' | 'message-taken-back' }>;

/** A hall in which nothing has begun. */
export const quietHall: HallState = { step: null, since: 0, timer: null, messages: new Map() };

/** True for decisions that `foldHall` takes. */
export function isAboutHall(decision: Decision): decision is HallDecision {
  return decision.type === 'timer-set' || 'messageId' in decision;
}

/** The hall after one decision. Taking back what is not there changes nothing. */
export function foldHall(hall: HallState, decision: HallDecision, at: number): HallState {
  if (decision.type === 'timer-set') return { ...hall, timer: decision.timer };
  const messages = new Map(hall.messages);
  if (decision.type === 'message-taken-back') messages.delete(decision.messageId);
  else {
    const { messageId, kind, to, text, at: elsewhere } = decision;
    messages.set(messageId, { kind, to, at: elsewhere ?? at, text });
  }
  return { ...hall, messages: new Map([...messages].slice(-limits.messages)) };
}

/** The hall at another stage or step. A timer was about what is over now. */
export function movedOn(hall: HallState, step: StepId | null, at: number): HallState {
  return { ...hall, step, since: at, timer: null };
}

/** The messages as everybody may see them: of those to one group not a word. */
export function messageViews({ messages }: HallState): Record<MessageId, MessageView> {
  return keyed(
    [...messages].map(([id, { text, ...message }]) => [
      id,
      { id, ...message, text: message.to === null ? text : null },
    ]),
  );
}
