import type { WorkshopCreated } from '@board/shared/commands';
import type { Result } from '@board/shared/result';
import { createKeyHeader } from '@board/shared/workshop-file/parts';
import { type Refusal, request } from './request.ts';

/** Milliseconds: several megabytes over a hall's Wi-Fi. */
const patience = 180_000;

/** Takes a workshop up from the text of its file (shared/workshop-file/parts.ts). `createKey`: '' where none is needed. */
export function takeUpWorkshop(text: string, createKey: string): Promise<Result<WorkshopCreated, Refusal>> {
  const headers = createKey === '' ? {} : { [createKeyHeader]: encodeURIComponent(createKey) };
  return request({ method: 'POST', path: '/api/taken-up', text, headers, patience });
}
