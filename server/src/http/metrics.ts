import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../workshop/refusal.ts';
import { isSameText } from '../workshop/sessions.ts';
import { GuessGuard } from './guesses.ts';
import type { HttpTools } from './tools.ts';

/** What a proxy adds to the requests of others. */
const proxyHeaders = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'];

/**
 * The numbers for Prometheus. With a key of the server's own, for those who have it; without one, for this machine alone.
 * Everybody else is told that there is no such address.
 */
export function metricsRoute(app: FastifyInstance, { config, numbers, clock }: HttpTools): void {
  const guesses = new GuessGuard(clock);
  const hasKey = (request: FastifyRequest, key: string): boolean => {
    try {
      guesses.attempt(request.ip, () => checkKey(request, key));
      return true;
    } catch {
      return false;
    }
  };
  app.get('/metrics', async (request, reply) => {
    const { metricsKey, publicUrl } = config;
    // Behind a proxy on this machine everybody may look local, if it does not say for whom it asks.
    const isAllowed =
      metricsKey === null ? publicUrl === null && isFromThisMachine(request) : hasKey(request, metricsKey);
    if (!isAllowed) throw new Refusal('unknown-route');
    void reply.header('cache-control', 'no-store').type(numbers.type);
    return numbers.text();
  });
}

function checkKey(request: FastifyRequest, key: string): void {
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (given === undefined || !isSameText(given, key)) throw new Refusal('wrong-key');
}

function isFromThisMachine(request: FastifyRequest): boolean {
  const address = request.socket.remoteAddress ?? '';
  const isLoopback = address === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address);
  return isLoopback && proxyHeaders.every((name) => request.headers[name] === undefined);
}
