/** Whoever takes room: one body that is on its way. */
export interface Holder {
  readonly network: string;
  /** Has to do without its room; gives back what it has taken. */
  letGo(): void;
}

/** What some holders have together, the one first that has taken nothing for longest. */
class Share {
  readonly holders = new Map<Holder, number>();
  bytes = 0;

  add(holder: Holder, bytes: number): void {
    const held = this.holders.get(holder) ?? 0;
    this.holders.delete(holder);
    this.holders.set(holder, held + bytes);
    this.bytes += bytes;
  }

  remove(holder: Holder): void {
    this.bytes -= this.holders.get(holder) ?? 0;
    this.holders.delete(holder);
  }
}

/**
 * So many bytes for one network, and so many in all. Where there are not as many left those have to go, of the network or of
 * all, that have taken nothing for longest: whoever only holds room keeps nobody from theirs.
 */
export class BodyRoom {
  readonly #perNetwork: number;
  readonly #inAll: number;
  readonly #all = new Share();
  readonly #networks = new Map<string, Share>();

  constructor(perNetwork: number, inAll: number) {
    this.#perNetwork = perNetwork;
    this.#inAll = inAll;
  }

  /** Takes so many more bytes. False when there are not as many though everybody else has gone. */
  take(holder: Holder, bytes: number): boolean {
    const own = this.#networks.get(holder.network) ?? new Share();
    if (!makeRoom(own, this.#perNetwork - bytes, holder)) return false;
    if (!makeRoom(this.#all, this.#inAll - bytes, holder)) return false;
    this.#networks.set(holder.network, own);
    own.add(holder, bytes);
    this.#all.add(holder, bytes);
    return true;
  }

  /** Gives back all that it has taken, once or more often. */
  leave(holder: Holder): void {
    this.#all.remove(holder);
    const own = this.#networks.get(holder.network);
    own?.remove(holder);
    if (own?.holders.size === 0) this.#networks.delete(holder.network);
  }
}

/** Lets go of others until no more than so many bytes are held. */
function makeRoom(share: Share, most: number, except: Holder): boolean {
  for (const holder of share.holders.keys()) {
    if (share.bytes <= most) return true;
    if (holder !== except) holder.letGo();
  }
  return share.bytes <= most;
}
