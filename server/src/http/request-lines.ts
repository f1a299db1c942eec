import type { FastifyReply, FastifyRequest } from 'fastify';
import { Budgets, type Rate } from '../budget.ts';
import { faultOf } from '../fault.ts';
import { Lines } from '../lines.ts';
import { mostNetworks, networkOf } from '../networks.ts';
import type { Clock, Journal } from '../ports.ts';

/** Lines about one network in a row, and one more every six seconds: a hall's first troubles, and what lasts. */
export const linesOfNetwork = 50;
const networkRate: Rate = { burst: linesOfNetwork, more: 1, inMs: 6_000 };

/**
 * Tells the journal of commands that were refused and of faults of our own: the route's form, never the address itself, a
 * name, a body or a cookie. Whoever sends what is refused without end makes only a few lines; the next one says how many
 * were left out. Faults are counted apart, so that nobody hides them behind refusals.
 */
export class RequestLines {
  readonly #journal: Journal;
  readonly #refused: NetworkLines;
  readonly #failed: NetworkLines;

  constructor(clock: Clock, journal: Journal) {
    this.#journal = journal;
    this.#refused = new NetworkLines(clock);
    this.#failed = new NetworkLines(clock);
  }

  /** Something was asked for and not done. What was decided is in the workshop's own log. */
  refused(request: FastifyRequest, { statusCode: status, elapsedTime }: FastifyReply): void {
    const leftOut = this.#refused.admit(request);
    if (!leftOut) return;
    const { method, routeOptions } = request;
    const milliseconds = Math.round(elapsedTime);
    this.#journal.info('request-refused', {
      method,
      route: routeOptions.url ?? 'unknown',
      status,
      milliseconds,
      ...leftOut,
    });
  }

  /** Something went wrong that is no refusal. */
  failed(request: FastifyRequest, problem: unknown): void {
    const leftOut = this.#failed.admit(request);
    if (!leftOut) return;
    this.#journal.error('request-failed', { route: request.routeOptions.url ?? '', why: faultOf(problem), ...leftOut });
  }
}

class NetworkLines {
  readonly #lines: Lines;
  readonly #networks: Budgets<string>;

  constructor(clock: Clock) {
    this.#lines = new Lines(clock);
    this.#networks = new Budgets(clock, networkRate, mostNetworks);
  }

  admit({ ip }: FastifyRequest): { leftOut?: number } | null {
    return this.#lines.admit(this.#networks.of(networkOf(ip)));
  }
}
