import type { DocumentName } from '@board/shared/ids';
import type { Clock, Journal, Meter, Trials, WorkshopLog } from '../ports.ts';
import type { Loaded } from './load.ts';

/** What a room is made of. */
export interface RoomParts {
  document: DocumentName;
  generation: number;
  loaded: Loaded;
  log: WorkshopLog;
  clock: Clock;
  journal: Journal;
  meter: Meter;
  trials: Trials;
  /** The document has changed; it holds what is durable. */
  onChange(): void;
  /** The document in memory can no longer be trusted: nobody sits in the room any more and it must be loaded anew. */
  onBroken(): void;
}
