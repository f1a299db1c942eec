import { foldJoinCode, newJoinCode, newSecret, type PersonId, type WorkshopId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import type { Clock } from '../ports.ts';
import { Refusal } from './refusal.ts';
import { hashOf } from './sessions.ts';

/** Milliseconds that a code stands on a wall; then the screen asks for another. */
const lifetime = 10 * 60_000;

/** Who has let a screen in, and where. */
export interface Admittance {
  workshop: WorkshopId;
  by: PersonId;
}

/** A screen that shows a code. Kept for a while after it was let in, since an answer may be lost. */
interface Pairing {
  code: string;
  secretHash: string;
  address: string;
  endsAt: number;
  admitted: Admittance | null;
  /** Made once, however often the screen asks. */
  session: Promise<unknown> | null;
}

/**
 * Screens that wait to be let in. In memory only: whoever waits while the server restarts asks for a new code. The code
 * goes from the wall to the facilitator and lets one screen in; what the screen itself comes in with is its secret.
 */
export class Pairings {
  readonly #clock: Clock;
  /** Whoever has not asked for longest first. */
  readonly #byCode = new Map<string, Pairing>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A new code and its secret. Of one address only so many wait: who has not asked for longest goes. Throws `too-many-requests`. */
  begin(address: string): { code: string; secret: string } {
    this.#forgetOld();
    const neighbours = [...this.#byCode.values()].filter((one) => one.address === address);
    if (neighbours.length >= limits.waitingScreensPerAddress) this.#byCode.delete(neighbours[0]!.code);
    if (this.#byCode.size >= limits.waitingScreens) throw new Refusal('too-many-requests');
    const code = this.#freeCode();
    const secret = newSecret();
    const endsAt = this.#clock.now() + lifetime;
    this.#byCode.set(code, { code, secretHash: hashOf(secret), address, endsAt, admitted: null, session: null });
    return { code, secret };
  }

  /** Lets in the screen that shows a code, as it is typed. Throws `unknown-screen`, also for one that was let in elsewhere. */
  admit(typed: string, { workshop, by }: Admittance): void {
    this.#forgetOld();
    const pairing = this.#byCode.get(foldJoinCode(typed));
    const isElsewhere = pairing?.admitted && pairing.admitted.workshop !== workshop;
    if (!pairing || isElsewhere) throw new Refusal('unknown-screen', 'code');
    pairing.admitted ??= { workshop, by };
  }

  /**
   * What has become of a screen: null while nobody has typed its code, else what `comeIn` made of it, once. Throws
   * `unknown-screen` when the code is not valid any more.
   */
  async claim<Session>(secret: string, comeIn: (admitted: Admittance) => Promise<Session>): Promise<Session | null> {
    this.#forgetOld();
    const hash = hashOf(secret);
    const pairing = [...this.#byCode.values()].find((one) => one.secretHash === hash);
    if (!pairing) throw new Refusal('unknown-screen');
    const { code, admitted } = pairing;
    this.#byCode.delete(code);
    this.#byCode.set(code, pairing);
    if (!admitted) return null;
    pairing.session ??= comeIn(admitted).catch((problem: unknown) => {
      // Not stored, perhaps: asked again, it is tried again.
      pairing.session = null;
      throw problem;
    });
    return pairing.session as Promise<Session>;
  }

  #forgetOld(): void {
    const now = this.#clock.now();
    for (const { code, endsAt } of this.#byCode.values()) if (endsAt <= now) this.#byCode.delete(code);
  }

  #freeCode(): string {
    for (;;) {
      const code = newJoinCode();
      if (!this.#byCode.has(code)) return code;
    }
  }
}
