import type { Messages, SendMessage, SetTimer } from '@board/shared/commands-stage';
import type { MessageId, WorkshopId } from '@board/shared/ids';
import type { Result } from '@board/shared/result';
import { type Refusal, request } from './request.ts';

/** One function per command of shared/src/commands-stage.ts. See commands.ts. */
type Answer<Value> = Promise<Result<Value, Refusal>>;

const at = (id: WorkshopId, part: string) => `/api/workshops/${id}/${part}`;

export function setTimer(id: WorkshopId, body: SetTimer): Answer<null> {
  return request({ method: 'PUT', path: at(id, 'timer'), body });
}

export function stopTimer(id: WorkshopId): Answer<null> {
  return request({ method: 'DELETE', path: at(id, 'timer') });
}

export function listMessages(id: WorkshopId): Answer<Messages> {
  return request({ method: 'GET', path: at(id, 'messages') });
}

export function sendMessage(id: WorkshopId, body: SendMessage): Answer<null> {
  return request({ method: 'POST', path: at(id, 'messages'), body });
}

export function takeBackMessage(id: WorkshopId, message: MessageId): Answer<null> {
  return request({ method: 'DELETE', path: at(id, `messages/${message}`) });
}
