import type { ErrorCode } from '@board/shared/errors';
import type { CloseReason } from '@board/shared/protocol/close-codes';

/** How a document stands between this device and the server. `saved` means stored on the server, never merely sent. */
export type DocumentStatus =
  /** Nothing of this device waits, but it is not known what the server has. `why`: what the server said when it last closed. */
  | { state: 'connecting'; why: CloseReason | null }
  | { state: 'saved' }
  /**
   * In so many `places` there are edits that are on this device only. `kept`: they are in a local copy that survives a
   * reload; else only in this page. `late`: the server is there, but has confirmed nothing for a while.
   */
  | { state: 'waiting'; places: number; connected: boolean; late: boolean; kept: boolean; why: CloseReason | null }
  | { state: 'read-only'; why: ErrorCode; connected: boolean }
  /** The server does not want this page back; edits that still wait can only be copied out. */
  | { state: 'refused'; why: CloseReason; places: number };

/** What a connection knows. */
export interface ConnectionFacts {
  /** Places with edits that wait. */
  waiting: number;
  kept: boolean;
  connected: boolean;
  late: boolean;
  /** The server's state has arrived, and the server has confirmed ours. */
  settled: boolean;
  denied: ErrorCode | null;
  refused: CloseReason | null;
  lastClose: CloseReason | null;
}

/** The one place that decides what a person is told. A final refusal outweighs everything, then a missing right, then waiting edits. */
export function statusOf(facts: ConnectionFacts): DocumentStatus {
  if (facts.refused) return { state: 'refused', why: facts.refused, places: facts.waiting };
  if (facts.denied) return { state: 'read-only', why: facts.denied, connected: facts.connected };
  if (facts.waiting > 0) {
    const { waiting: places, connected, late, kept, lastClose } = facts;
    return { state: 'waiting', places, connected, late: connected && late, kept, why: connected ? null : lastClose };
  }
  if (facts.connected && facts.settled) return { state: 'saved' };
  return { state: 'connecting', why: facts.lastClose };
}

/** True when two statuses say the same, so that nobody is drawn again for nothing. */
export function isSameStatus(a: DocumentStatus, b: DocumentStatus): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** True once the page shows what the server has, so that something that is not there can be said to be missing. */
export function isKnown(status: DocumentStatus): boolean {
  if (status.state === 'read-only') return status.connected;
  return status.state === 'saved' || (status.state === 'waiting' && status.connected);
}
