import type { CopyLink } from '@board/shared/commands-charter';
import type { CopyId } from '@board/shared/ids';
import type { Decision } from './decisions.ts';

export type Copies = ReadonlyMap<CopyId, Omit<CopyLink, 'id'>>;

export type CopyDecision = Extract<Decision, { type: 'copy-made' | 'copy-revoked' }>;

/** True for decisions that `foldCopy` takes. */
export function isAboutCopies(decision: Decision): decision is CopyDecision {
  return decision.type === 'copy-made' || decision.type === 'copy-revoked';
}

/** The links after one decision. */
export function foldCopy(before: Copies, decision: CopyDecision, at: number): Copies {
  const copies = new Map(before);
  if (decision.type === 'copy-revoked') copies.delete(decision.copyId);
  else copies.set(decision.copyId, { key: decision.key, label: decision.label, at });
  return copies;
}
