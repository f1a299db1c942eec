import type { CoveredPaper } from '@board/shared/consensus/paper';
import { limits } from '@board/shared/protocol/limits';

/** What slips need of `localStorage`. Every call may throw. */
export type SlipStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * Slips that some tab of a browser has asked a stamp for and not got yet. What each tab asks with lies under a key of its own: of two
 * that ask at once, none takes away what the other may have a stamp for. In memory where storage is forbidden or full.
 */
export class KeptCovers {
  readonly #prefix: string;
  readonly #storage: () => SlipStorage;
  #memory: CoveredPaper[][] = [];

  constructor(prefix: string, storage: () => SlipStorage) {
    this.#prefix = prefix;
    this.#storage = storage;
  }

  /** All that are kept; what is not of our shape is left out. */
  all(): CoveredPaper[][] {
    try {
      const kept = this.#keys().flatMap((key) => {
        const covers = slipList(parse(this.#storage().getItem(key)), ['paper', 'cover', 'covered']);
        return covers && covers.length > 0 ? [covers as unknown as CoveredPaper[]] : [];
      });
      return [...this.#memory, ...kept];
    } catch {
      return this.#memory;
    }
  }

  /** Before the server is asked, so that a lost answer can be asked for again with the same slips, from any tab. */
  keep(covers: CoveredPaper[]): void {
    try {
      this.#storage().setItem(`${this.#prefix}${nameOf(covers).slice(0, 16)}`, JSON.stringify(covers));
    } catch {
      this.#memory = [...this.#memory, covers];
    }
  }

  forget(): void {
    this.#memory = [];
    try {
      for (const key of this.#keys()) this.#storage().removeItem(key);
    } catch {
      // Nothing was kept there.
    }
  }

  #keys(): string[] {
    const storage = this.#storage();
    const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
    return keys.filter((key) => key.startsWith(this.#prefix));
  }
}

/** What tells slips that are asked for together from others. */
export function nameOf(covers: readonly CoveredPaper[]): string {
  return covers.map(({ covered }) => covered).join();
}

/** A list of slips as it was stored, each with these parts; null for what is not of that shape. */
export function slipList(value: unknown, parts: readonly string[]): Record<string, string>[] | null {
  if (!Array.isArray(value) || value.length > limits.feedbackPerPerson) return null;
  const isOurs = (one: unknown): boolean =>
    parts.every((part) => /^[0-9a-f]{64,128}$/.test(String((one as Record<string, unknown> | null)?.[part])));
  return value.every(isOurs) ? (value as Record<string, string>[]) : null;
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
