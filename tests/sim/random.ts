import { randomBytes } from 'node:crypto';

const mask = (1n << 64n) - 1n;

/** A new seed: 64 bits as 16 hexadecimal digits. */
export function newSeed(): string {
  return randomBytes(8).toString('hex');
}

/** Everything that is left to chance in a simulated world comes from here, so that a seed tells the whole story again. sfc32, seeded by splitmix64. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** `seed` is hexadecimal. */
  constructor(seed: string) {
    let state = BigInt(`0x${seed}`) & mask;
    const next = (): number => {
      state = (state + 0x9e3779b97f4a7c15n) & mask;
      let mixed = state;
      mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
      mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & mask;
      return Number((mixed ^ (mixed >> 31n)) & 0xffffffffn);
    };
    this.#a = next();
    this.#b = next();
    this.#c = next();
    for (let round = 0; round < 12; round++) this.bits();
  }

  /** 32 random bits. */
  bits(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number {
    return Math.floor((this.bits() / 2 ** 32) * limit);
  }

  /** A whole number in a range, both ends included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** True with a probability from 0 to 1. */
  chance(probability: number): boolean {
    return this.bits() / 2 ** 32 < probability;
  }

  /** One of a list that is not empty. */
  pick<Member>(list: readonly Member[]): Member {
    return list[this.below(list.length)]!;
  }

  /** Fills bytes, in the place of the system's random source. */
  fill<Bytes extends Uint8Array | Uint32Array>(target: Bytes): Bytes {
    for (let index = 0; index < target.length; index++) target[index] = this.bits();
    return target;
  }
}
