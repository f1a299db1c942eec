import type { Messages, SendMessage, SetTimer } from '@board/shared/commands-stage';
import type { MessageId } from '@board/shared/ids';
import type { TimerView } from '@board/shared/live-stage';
import { can } from '@board/shared/policy';
import { limits } from '@board/shared/protocol/limits';
import type { SessionPerson } from '../ports.ts';
import { hallQueue, whileOpen } from './hall.ts';
import { Refusal } from './refusal.ts';
import type { Workshop } from './workshop.ts';

/** Starts the hall's timer, or gives the running one more or less time. The server's clock counts. */
export async function setTimer(workshop: Workshop, by: SessionPerson, command: SetTimer): Promise<void> {
  const isAllowed = whileOpen(workshop, by);
  isAllowed();
  await workshop.queues.run(hallQueue, by, async () => {
    isAllowed();
    const timer = timerAfter(command, workshop.state.hall.timer, workshop.clock.now());
    await workshop.decide(by, isAllowed, { type: 'timer-set', timer });
  });
}

/** Stops the timer. Where none runs nothing happens: it may have been stopped twice. */
export async function stopTimer(workshop: Workshop, by: SessionPerson): Promise<void> {
  const isAllowed = whileOpen(workshop, by);
  isAllowed();
  await workshop.queues.run(hallQueue, by, async () => {
    if (workshop.state.hall.timer === null) return;
    isAllowed();
    await workshop.decide(by, isAllowed, { type: 'timer-set', timer: null });
  });
}

/** Tells everybody or one group something. The same message sent again is the same message. */
export async function sendMessage(workshop: Workshop, by: SessionPerson, command: SendMessage): Promise<void> {
  const { id: messageId, kind, to, text } = command;
  const isAllowed = whileOpen(workshop, by);
  isAllowed();
  await workshop.queues.run(hallQueue, by, async () => {
    if (workshop.state.hall.messages.has(messageId)) return;
    isAllowed();
    if (to !== null && !workshop.state.groups.has(to)) throw new Refusal('unknown-group', 'to');
    await workshop.decide(by, isAllowed, { type: 'message-sent', messageId, kind, to, text });
  });
}

/** Takes a message back: it goes from every page. */
export async function takeBack(workshop: Workshop, by: SessionPerson, messageId: MessageId): Promise<void> {
  const isAllowed = whileOpen(workshop, by);
  isAllowed();
  await workshop.queues.run(hallQueue, by, async () => {
    isAllowed();
    if (!workshop.state.hall.messages.has(messageId)) throw new Refusal('unknown-message');
    await workshop.decide(by, isAllowed, { type: 'message-taken-back', messageId });
  });
}

/** The messages that a person may read, with their words. */
export function messagesFor(workshop: Workshop, person: SessionPerson): Messages {
  const rights = workshop.rights();
  const readable = [...workshop.state.hall.messages].filter(
    ([, { to }]) => can(person, { do: 'read-message', to }, rights).allowed,
  );
  return { messages: readable.map(([id, message]) => ({ id, ...message })) };
}

function timerAfter(command: SetTimer, running: TimerView | null, now: number): TimerView {
  if ('seconds' in command) return { startedAt: now, endsAt: now + command.seconds * 1000 };
  if ('until' in command) return { startedAt: now, endsAt: within(command.until, now) };
  if (running === null) throw new Refusal('no-timer');
  // Minutes that are given when the time is up count from now: nobody means those that have passed.
  const from = command.add > 0 ? Math.max(running.endsAt, now) : running.endsAt;
  return { ...running, endsAt: within(from + command.add * 1000, now) };
}

function within(endsAt: number, now: number): number {
  if (endsAt <= now) throw new Refusal('time-passed');
  if (endsAt > now + limits.timerSeconds * 1000) throw new Refusal('bad-request', 'until');
  return endsAt;
}
