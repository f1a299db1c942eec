import type { CoveredPaper, StampedPaper } from '@board/shared/consensus/paper';
import type { ErrorCode } from '@board/shared/errors';
import type { PersonId, PresentationId, WorkshopId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import type { Result } from '@board/shared/result';

/** The arithmetic of slips, as shared/consensus/paper.ts has it. */
interface Papers {
  coverNewPaper(): CoveredPaper;
  /** Throws on an answer that is not a stamp. */
  uncover(paper: CoveredPaper, stamped: string): StampedPaper;
}

/** What slips need from the world around them. Every call of storage may throw. */
export interface SlipPorts {
  key: string;
  storage: () => Pick<Storage, 'getItem' | 'setItem'>;
  collect(covered: string[]): Promise<Result<{ stamped: string[] }, { code: ErrorCode | 'offline' }>>;
  /** Rejects without network. */
  loadPapers(): Promise<Papers>;
}

/** What this device keeps of one presentation: no word of what was said. */
interface KeptSlips {
  /** Written before the server is asked, so that a lost answer can be asked for again with the same slips. */
  covered?: CoveredPaper[];
  /** Those that were not handed in yet: what has left the device is forgotten here. */
  stamped?: StampedPaper[];
}

/** The key under which a person's slips lie. Two people who share a device do not share slips. */
export function slipsKey(workshop: WorkshopId, person: PersonId, presentation: PresentationId): string {
  return `board:slips:${workshop}:${person}:${presentation}`;
}

/** Forgets the slips of presentations that are not going on any more. */
export function forgetOldSlips(storage: Storage, workshop: WorkshopId, keep: PresentationId | null): void {
  const old = Object.keys(storage).filter(
    (key) => key.startsWith(`board:slips:${workshop}:`) && !key.endsWith(`:${keep}`),
  );
  for (const key of old) storage.removeItem(key);
}

/**
 * One person's slips for one presentation: collected with the session, all at once, when the form is opened, and handed in one
 * by one without it, so that the two cannot be brought together.
 */
export class Slips {
  readonly #ports: SlipPorts;
  #memory: KeptSlips | null = null;
  #collecting: Promise<ErrorCode | 'offline' | null> | null = null;

  constructor(ports: SlipPorts) {
    this.#ports = ports;
  }

  /** Slips that can still be handed in; null while none were collected. */
  left(): number | null {
    return this.#read().stamped?.length ?? null;
  }

  /** Collects the slips, unless they are there. Resolves to what kept it from that, or null. */
  collect(): Promise<ErrorCode | 'offline' | null> {
    this.#collecting ??= this.#collect(true).finally(() => {
      this.#collecting = null;
    });
    return this.#collecting;
  }

  /** Takes the next slip from the device, whatever becomes of it. */
  take(): StampedPaper | null {
    const [next, ...rest] = this.#read().stamped ?? [];
    if (next) this.#write({ stamped: rest });
    return next ?? null;
  }

  /** The server does not know these slips any more, as after a restore: new ones are collected next time. */
  forget(): void {
    this.#write({});
  }

  async #collect(mayRepeat: boolean): Promise<ErrorCode | 'offline' | null> {
    if (this.#read().stamped) return null;
    try {
      const papers = await this.#ports.loadPapers();
      const covered =
        this.#read().covered ?? Array.from({ length: limits.feedbackPerPerson }, () => papers.coverNewPaper());
      this.#write({ covered });
      const answer = await this.#ports.collect(covered.map((slip) => slip.covered));
      if (!answer.ok) {
        // Another tab of this browser asked at the same moment: its slips lie in the same place.
        const isOtherTabs = answer.problem.code === 'slips-elsewhere' && !isSame(this.#read().covered, covered);
        return isOtherTabs && mayRepeat ? this.#collect(false) : answer.problem.code;
      }
      const { stamped } = answer.value;
      const uncovered = covered.map((slip, index) => papers.uncover(slip, stamped[index] ?? ''));
      this.#write({ stamped: uncovered });
      return null;
    } catch {
      return 'offline';
    }
  }

  #read(): KeptSlips {
    if (this.#memory) return this.#memory;
    try {
      return parseKept(this.#ports.storage().getItem(this.#ports.key));
    } catch {
      return {};
    }
  }

  #write(kept: KeptSlips): void {
    try {
      this.#ports.storage().setItem(this.#ports.key, JSON.stringify(kept));
      this.#memory = null;
    } catch {
      this.#memory = kept;
    }
  }
}

function isSame(a: CoveredPaper[] | undefined, b: CoveredPaper[]): boolean {
  return a?.map(({ covered }) => covered).join() === b.map(({ covered }) => covered).join();
}

/** Reads what was stored; what is not of our shape is left out. */
function parseKept(text: string | null): KeptSlips {
  const raw = (JSON.parse(text ?? '{}') ?? {}) as Partial<Record<keyof KeptSlips, unknown>>;
  const covered = listOf(raw.covered, ['paper', 'cover', 'covered']);
  const stamped = listOf(raw.stamped, ['paper', 'stamp']);
  return {
    ...(covered ? { covered: covered as unknown as CoveredPaper[] } : {}),
    ...(stamped ? { stamped: stamped as unknown as StampedPaper[] } : {}),
  };
}

function listOf(value: unknown, names: readonly string[]): Record<string, string>[] | null {
  if (!Array.isArray(value) || value.length > limits.feedbackPerPerson) return null;
  const isOurs = (one: unknown): boolean =>
    names.every((name) => /^[0-9a-f]{64,128}$/.test(String((one as Record<string, unknown> | null)?.[name])));
  return value.every(isOurs) ? (value as Record<string, string>[]) : null;
}
