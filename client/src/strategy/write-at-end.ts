import { applyChange } from '@board/shared/model/plain-edit';
import { plainOf } from '@board/shared/model/plain-paragraphs';
import type * as Y from 'yjs';
import { isTooLong } from './clipboard/lines.ts';

/** Puts words behind those of a text. False, and nothing is written, where it would grow beyond what the server takes. */
export function writeAtEnd(fragment: Y.XmlFragment, words: string, origin: unknown): boolean {
  const before = plainOf(fragment);
  if (words === '') return true;
  if (isTooLong(before + words)) return false;
  applyChange(fragment, { at: before.length, removed: 0, inserted: words }, origin);
  return true;
}
