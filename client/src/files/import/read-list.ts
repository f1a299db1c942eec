import { limits } from '@board/shared/protocol/limits';
import { fail, ok, type Result } from '@board/shared/result';
import type { Found, FoundProblem } from '@board/shared/upr/found';
import { readReport } from '@board/shared/upr/report';

/** Reads pasted text. Nothing leaves the device. */
export async function readPasted(text: string): Promise<Result<Found, FoundProblem>> {
  if (text.trim() === '') return fail('empty');
  if (text.length > limits.catalogueFileBytes) return fail('too-large');
  const found = readReport(text);
  return found.recommendations.length === 0 ? fail('nothing-found') : ok(found);
}

/** Reads a dropped or chosen file. Nothing leaves the device. */
export async function readDropped(file: Blob): Promise<Result<Found, FoundProblem>> {
  if (file.size > limits.catalogueFileBytes) return fail('too-large');
  return readPasted(new TextDecoder().decode(await file.arrayBuffer()));
}
