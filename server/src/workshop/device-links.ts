import { newSecret, type PersonId, type WorkshopId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import type { Clock } from '../ports.ts';
import { Refusal } from './refusal.ts';
import { hashOf } from './sessions.ts';

/** A key that brings in one device. */
interface DeviceLink {
  workshop: WorkshopId;
  person: PersonId;
  keyHash: string;
  endsAt: number;
  /** The device that came with it. Kept for as long as the key lasts, since an answer may be lost. */
  used: { claimHash: string; outcome: Promise<unknown> } | null;
}

/** Keys with which people bring in another device as themselves. In memory only, and of each only the hash: a restart takes them back. */
export class DeviceLinks {
  readonly #clock: Clock;
  /** By workshop and person, the oldest first. */
  readonly #links = new Map<string, DeviceLink>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A new key, in the place of one that this person made before. */
  begin(workshop: WorkshopId, person: PersonId): string {
    this.#forgetOld();
    this.takeBack(workshop, person);
    if (this.#links.size >= limits.deviceLinks) this.#links.delete(this.#links.keys().next().value ?? '');
    const key = newSecret();
    const endsAt = this.#clock.elapsed() + limits.deviceLinkMs;
    this.#links.set(place(workshop, person), { workshop, person, keyHash: hashOf(key), endsAt, used: null });
    return key;
  }

  takeBack(workshop: WorkshopId, person: PersonId): void {
    this.#links.delete(place(workshop, person));
  }

  /** True while a key of this person waits for a device. */
  isAwaited(workshop: WorkshopId, person: PersonId): boolean {
    this.#forgetOld();
    return this.#links.get(place(workshop, person))?.used === null;
  }

  /** Whose key it is. Throws `device-link-over` when it opens nothing (any more), or another device came with it. */
  ownerOf(workshop: WorkshopId, key: string, claim: string): PersonId {
    return this.#find(workshop, key, claim).person;
  }

  /** What `comeIn` makes of a key, once: asked again by the same device, it is the same. `holds` tells whether the key was not taken back meanwhile. */
  use<Outcome>(
    workshop: WorkshopId,
    { key, claim }: { key: string; claim: string },
    comeIn: (holds: () => boolean) => Promise<Outcome>,
  ): Promise<Outcome> {
    const link = this.#find(workshop, key, claim);
    const holds = (): boolean => this.#links.get(place(workshop, link.person)) === link;
    link.used ??= {
      claimHash: hashOf(claim),
      outcome: comeIn(holds).catch((problem: unknown) => {
        // Not stored, perhaps: asked again, it is tried again.
        link.used = null;
        throw problem;
      }),
    };
    return link.used.outcome as Promise<Outcome>;
  }

  #find(workshop: WorkshopId, key: string, claim: string): DeviceLink {
    this.#forgetOld();
    const hash = hashOf(key);
    const link = [...this.#links.values()].find((one) => one.workshop === workshop && one.keyHash === hash);
    if (!link || (link.used && link.used.claimHash !== hashOf(claim))) throw new Refusal('device-link-over');
    return link;
  }

  #forgetOld(): void {
    const now = this.#clock.elapsed();
    for (const [at, { endsAt }] of this.#links) if (endsAt <= now) this.#links.delete(at);
  }
}

function place(workshop: WorkshopId, person: PersonId): string {
  return `${workshop} ${person}`;
}
