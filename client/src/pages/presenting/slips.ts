import type { CoveredPaper, StampedPaper } from '@board/shared/consensus/paper';
import type { ErrorCode } from '@board/shared/errors';
import type { PersonId, PresentationId, WorkshopId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import type { Result } from '@board/shared/result';
import { KeptCovers, nameOf, type SlipStorage, slipList } from './slip-covers.ts';

/** The arithmetic of slips, as shared/consensus/paper.ts has it. */
interface Papers {
  coverNewPaper(): CoveredPaper;
  /** Throws on an answer that is not a stamp. */
  uncover(paper: CoveredPaper, stamped: string): StampedPaper;
}

/** What slips need from the world around them. Every call of storage may throw. */
export interface SlipPorts {
  key: string;
  storage: () => SlipStorage;
  collect(covered: string[]): Promise<Result<{ stamped: string[] }, { code: ErrorCode | 'offline' }>>;
  /** Rejects without network. */
  loadPapers(): Promise<Papers>;
}

/** The key under which a person's slips lie. Two people who share a device do not share slips. */
export function slipsKey(workshop: WorkshopId, person: PersonId, presentation: PresentationId): string {
  return `board:slips:${workshop}:${person}:${presentation}`;
}

/** Forgets the slips of presentations that are not going on any more. */
export function forgetOldSlips(storage: Storage, workshop: WorkshopId, keep: PresentationId | null): void {
  const isOld = (key: string): boolean =>
    key.startsWith(`board:slips:${workshop}:`) && !`${key}:`.includes(`:${keep}:`);
  for (const key of Object.keys(storage).filter(isOld)) storage.removeItem(key);
}

/**
 * One person's slips for one presentation: collected with the session, all at once, when the form is opened, and handed in one
 * by one without it, so that the two cannot be brought together.
 */
export class Slips {
  readonly #ports: SlipPorts;
  readonly #covers: KeptCovers;
  #memory: StampedPaper[] | null = null;
  #collecting: Promise<ErrorCode | 'offline' | null> | null = null;

  constructor(ports: SlipPorts) {
    this.#ports = ports;
    this.#covers = new KeptCovers(`${ports.key}:`, ports.storage);
  }

  /** Slips that can still be handed in; null while none were collected. */
  left(): number | null {
    return this.#stamped()?.length ?? null;
  }

  /** Collects the slips, unless they are there. Resolves to what kept it from that, or null. */
  collect(): Promise<ErrorCode | 'offline' | null> {
    this.#collecting ??= this.#collect().finally(() => {
      this.#collecting = null;
    });
    return this.#collecting;
  }

  /** Takes the next slip from the device, whatever becomes of it. */
  take(): StampedPaper | null {
    const [next, ...rest] = this.#stamped() ?? [];
    if (next) this.#write(rest);
    return next ?? null;
  }

  /** The server does not know these slips any more, as after a restore: new ones are collected next time. */
  forget(): void {
    this.#memory = null;
    this.#covers.forget();
    try {
      this.#ports.storage().removeItem(this.#ports.key);
    } catch {
      // Nothing was kept there.
    }
  }

  /** With the slips that some tab of this browser has asked with before, since the server may have stamped those: that tab may be gone by now. */
  async #collect(): Promise<ErrorCode | 'offline' | null> {
    const refused = new Set<string>();
    try {
      const papers = await this.#ports.loadPapers();
      const untried = (): CoveredPaper[] | undefined => this.#covers.all().find((one) => !refused.has(nameOf(one)));
      for (let covers = untried() ?? this.#newCovers(papers); ; ) {
        if (this.#stamped()) return null;
        const answer = await this.#ports.collect(covers.map((slip) => slip.covered));
        // Another tab may have had the same answer, and have used some of them since.
        if (this.#stamped()) return null;
        if (answer.ok) {
          this.#write(covers.map((slip, index) => papers.uncover(slip, answer.value.stamped[index] ?? '')));
          this.#covers.forget();
          return null;
        }
        refused.add(nameOf(covers));
        const next = answer.problem.code === 'slips-elsewhere' ? untried() : undefined;
        if (!next) return answer.problem.code;
        covers = next;
      }
    } catch {
      return 'offline';
    }
  }

  #newCovers(papers: Papers): CoveredPaper[] {
    const covers = Array.from({ length: limits.feedbackPerPerson }, () => papers.coverNewPaper());
    if (!this.#stamped()) this.#covers.keep(covers);
    return covers;
  }

  #stamped(): StampedPaper[] | null {
    if (this.#memory) return this.#memory;
    try {
      return parseStamped(this.#ports.storage().getItem(this.#ports.key));
    } catch {
      return null;
    }
  }

  #write(stamped: StampedPaper[]): void {
    try {
      this.#ports.storage().setItem(this.#ports.key, JSON.stringify({ stamped }));
      this.#memory = null;
    } catch {
      this.#memory = stamped;
    }
  }
}

/** Reads what was stored; null for what is not of our shape. */
function parseStamped(text: string | null): StampedPaper[] | null {
  const { stamped } = (JSON.parse(text ?? '{}') ?? {}) as { stamped?: unknown };
  return slipList(stamped, ['paper', 'stamp']) as StampedPaper[] | null;
}
