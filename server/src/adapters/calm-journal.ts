import { Lines } from '../lines.ts';
import type { Clock, Journal } from '../ports.ts';

type Level = keyof Journal;

/**
 * A journal that nobody fills a disk with: of each kind of line (`event`) there are a few in a row and then one a second, and
 * the next says how many were left out. Whatever fault somebody finds and sets off again and again is told, and no more than that.
 */
export function calmJournal(journal: Journal, clock: Clock): Journal {
  const kinds = new Map<string, Lines>();
  const tell = (level: Level, event: string, facts: Record<string, string | number>): void => {
    const kind = kinds.get(event) ?? new Lines(clock);
    kinds.set(event, kind);
    const leftOut = kind.admit();
    if (leftOut) journal[level](event, { ...facts, ...leftOut });
  };
  return {
    info: (event, facts = {}) => tell('info', event, facts),
    warn: (event, facts = {}) => tell('warn', event, facts),
    error: (event, facts = {}) => tell('error', event, facts),
  };
}
