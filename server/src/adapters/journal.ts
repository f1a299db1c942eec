import { type DestinationStream, pino } from 'pino';
import type { Journal } from '../ports.ts';

/** One JSON line per event, on standard output unless a destination is given. */
export function pinoJournal(destination?: DestinationStream): Journal {
  const options = { base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = destination ? pino(options, destination) : pino(options);
  return {
    info: (event, facts = {}) => logger.info({ event, ...facts }),
    warn: (event, facts = {}) => logger.warn({ event, ...facts }),
    error: (event, facts = {}) => logger.error({ event, ...facts }),
  };
}
