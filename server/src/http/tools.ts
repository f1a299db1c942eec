import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import type { Demonstration } from '../demonstration/demonstration.ts';
import type { Clock, Journal, Meter } from '../ports.ts';
import type { Workshops } from '../workshop/directory.ts';
import type { Pairings } from '../workshop/pairings.ts';
import { Refusal } from '../workshop/refusal.ts';
import type { Workshop } from '../workshop/workshop.ts';
import type { GuessGuard } from './guesses.ts';

/** What the HTTP side needs from outside. */
export interface HttpTools {
  config: Config;
  workshops: Workshops;
  clock: Clock;
  journal: Journal;
  meter: Meter;
  /** All that was metered, as text of a media type. */
  numbers: { readonly type: string; text(): Promise<string> };
  demonstration: Demonstration;
  /** Addresses under which others may reach this server, best first. */
  addresses(): string[];
  /** True once the server is being stopped. */
  isStopping(): boolean;
  /** The folder of the built client, or null when there is none. */
  clientFolder: string | null;
}

/** What routes share. */
export interface RouteTools extends HttpTools {
  guesses: GuessGuard;
  /** Screens that wait to be let in. */
  pairings: Pairings;
  /** Cookies go over TLS only. */
  isSecure: boolean;
}

/** The parameters of an address below a workshop. */
export interface AtWorkshop {
  Params: { id: string };
}

/** The workshop that an address names. Throws `unknown-workshop` or `workshop-damaged`. */
export async function workshopAt(
  tools: HttpTools,
  request: FastifyRequest<{ Params: { id: string } }>,
): Promise<Workshop> {
  const found = await tools.workshops.find(request.params.id);
  if (!found.ok) throw new Refusal(found.problem);
  return found.value;
}
