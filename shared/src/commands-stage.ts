import { z } from 'zod';
import { type GroupId, isId, type MessageId } from './ids.ts';
import type { MessageView } from './live-stage.ts';
import { limits } from './protocol/limits.ts';

/** The commands with which a facilitator drives the hall, beside `setStage`. See commands.ts for how commands are made. */

const id = <Id extends string>() => z.custom<Id>((value) => isId(value), 'not an id');
const seconds = (least: number) => z.int().min(least).max(limits.timerSeconds);

/**
 * PUT /api/workshops/:id/timer: so many seconds from now, until a moment (milliseconds since 1970), or more or fewer seconds
 * than the running one has. The server's clock counts. 204. DELETE stops it: 204.
 */
export const setTimer = z.union([
  z.strictObject({ seconds: seconds(1) }),
  z.strictObject({ until: z.int().min(0) }),
  z.strictObject({ add: seconds(-limits.timerSeconds) }),
]);
export type SetTimer = z.infer<typeof setTimer>;

/**
 * POST /api/workshops/:id/messages: to everybody (`to` is null) or to one group. `id` is made by who sends it: the same
 * message sent again is the same message. 204. DELETE /messages/:messageId takes it back: 204.
 */
export const sendMessage = z
  .strictObject({
    id: id<MessageId>(),
    kind: z.enum(['words', 'call']),
    to: id<GroupId>().nullable(),
    text: z.string().trim().max(limits.messageText),
  })
  .refine(({ kind, text }) => kind === 'call' || text !== '', { error: 'no words', path: ['text'] })
  .refine(({ kind, to }) => kind !== 'call' || to === null, { error: 'a call is to everybody', path: ['to'] });
export type SendMessage = z.infer<typeof sendMessage>;

/** GET /api/workshops/:id/messages: those that the asker may read, with their words, the oldest first. */
export interface Messages {
  messages: MessageView[];
}
