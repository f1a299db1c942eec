import type { WorkshopCreated } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import type { Result } from '@board/shared/result';
import { createKeyHeader } from '@board/shared/workshop-file/parts';
import type { PersonPart, WorkshopDecided } from '@board/shared/workshop-file/parts-decided';
import { type Refusal, request } from './request.ts';

/** Milliseconds: several megabytes over a hall's Wi-Fi, and the server's word about them where those took too long. */
const patience = limits.bodyWaits * limits.bodyWaitMs + 30_000;

/** Takes a workshop up from the text of its file (shared/workshop-file/parts.ts). `createKey`: '' where none is needed. */
export function takeUpWorkshop(text: string, createKey: string): Promise<Result<WorkshopCreated, Refusal>> {
  const headers = createKey === '' ? {} : { [createKeyHeader]: encodeURIComponent(createKey) };
  return request({ method: 'POST', path: '/api/taken-up', text, headers, patience });
}

/** What a workshop's file holds beside documents and live view; for facilitators. */
export function askDecided(workshopId: WorkshopId): Promise<Result<WorkshopDecided, Refusal>> {
  return request({ method: 'GET', path: `/api/workshops/${workshopId}/decided` });
}

/** Who took part on the board that the workshop was taken up from; for facilitators. */
export function listPeopleElsewhere(workshopId: WorkshopId): Promise<Result<PersonPart[], Refusal>> {
  return request({ method: 'GET', path: `/api/workshops/${workshopId}/people-elsewhere` });
}
