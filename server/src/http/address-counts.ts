import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { Clock } from '../ports.ts';

/** Addresses remembered at once. */
const mostAddresses = 5_000;

type Told = Parameters<FastifyRateLimitStore['incr']>[1];

/** Counts the requests of each address in windows of time, by the clock that nobody sets: the library's own would hold a hall up for as long as the machine's clock is put back. */
export function addressCounts(clock: Clock): FastifyRateLimitStoreCtor {
  return class AddressCounts implements FastifyRateLimitStore {
    readonly #counts = new Map<string, { current: number; since: number }>();

    incr(address: string, tell: Told, timeWindow = 0): void {
      const now = clock.elapsed();
      const known = this.#counts.get(address);
      const count = known && now - known.since < timeWindow ? known : { current: 0, since: now };
      count.current += 1;
      this.#counts.delete(address);
      this.#counts.set(address, count);
      if (this.#counts.size > mostAddresses) this.#counts.delete(this.#counts.keys().next().value ?? '');
      tell(null, { current: count.current, ttl: timeWindow - (now - count.since) });
    }

    child(): FastifyRateLimitStore {
      return new AddressCounts();
    }
  };
}
