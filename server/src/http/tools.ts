import type { FastifyRequest } from 'fastify';
import type { Backlog } from '../backlog.ts';
import type { Config } from '../config.ts';
import type { Demonstration } from '../demonstration/demonstration.ts';
import type { Clock, Journal, Meter } from '../ports.ts';
import type { DeviceLinks } from '../workshop/device-links.ts';
import type { Workshops } from '../workshop/directory.ts';
import type { Pairings } from '../workshop/pairings.ts';
import { Refusal } from '../workshop/refusal.ts';
import type { Workshop } from '../workshop/workshop.ts';
import type { GuessGuard } from './guesses.ts';
import type { Newcomers } from './newcomers.ts';
import type { TakeUp } from './taking-up.ts';

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
  takeUp: TakeUp;
  /** Addresses under which others may reach this server, best first. */
  addresses(): string[];
  /** True once the server is being stopped. */
  isStopping(): boolean;
  /** What waits for all slow readers of the server. */
  backlog: Backlog;
  /** The built client's files by their addresses, such as `/assets/main.js`; null when there is none. */
  clientFiles: ReadonlyMap<string, Buffer> | null;
}

/** What routes share. */
export interface RouteTools extends HttpTools {
  guesses: GuessGuard;
  newcomers: Newcomers;
  /** Screens that wait to be let in. */
  pairings: Pairings;
  /** Keys with which people bring in another device. */
  deviceLinks: DeviceLinks;
  /** Cookies go over TLS only. */
  isSecure: boolean;
}

/** The parameters of an address below a workshop. */
export interface AtWorkshop {
  Params: { id: string };
}

/** The workshop that an address names. Throws `unknown-workshop`, `workshop-damaged` or `not-stored`. */
export async function workshopAt(
  tools: HttpTools,
  request: Pick<FastifyRequest<{ Params: { id: string } }>, 'params'>,
): Promise<Workshop> {
  const found = await tools.workshops.find(request.params.id);
  if (!found.ok) throw new Refusal(found.problem);
  return found.value;
}
