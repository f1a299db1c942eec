import type { CoveredPaper, StampedPaper } from '@board/shared/consensus/paper';
import { positions } from '@board/shared/consensus/rules';
import type { PersonId, VoteId, WorkshopId } from '@board/shared/ids';
import type { Choice } from './choice.ts';

/** How a ballot ended, which is all that is kept after closing. */
export type Ending = 'none' | 'counted' | 'too-late' | 'change-too-late' | 'unsure' | 'change-unsure';

/** What this device keeps of one vote. It never leaves the device. */
export interface KeptBallot {
  stamped?: StampedPaper;
  /** What the person last chose, while the server has not confirmed it. */
  wanted?: Choice;
  /** `wanted` has left the device at least once without an answer. */
  isUnanswered?: boolean;
  /** What the server has confirmed. */
  counted?: Choice;
  ending?: Ending;
  /** After closing, while blocks may be lifted: the paper's number. It is kept whatever the position was, so that it shows none. */
  paper?: string;
}

/** Whether a ballot that has ended is in the box, or may be: then its block can be lifted, by one who may vote no more as well. */
export function mayBeInBox({ ending }: Pick<KeptBallot, 'ending'>): boolean {
  return ending !== undefined && ending !== 'none' && ending !== 'too-late';
}

/** The place where one vote's ballot is kept. */
export interface BallotKeeper {
  read(): KeptBallot;
  write(kept: KeptBallot): void;
  /** Papers that some tab of this browser has asked a stamp for. They are kept until the vote is closed. */
  covers(): CoveredPaper[];
  /** Before the server is asked for its stamp, so that a lost answer can be asked for again with the same paper, from any tab. */
  keepCover(cover: CoveredPaper): void;
  forgetCovers(): void;
  /** False when the browser forbids storage: then the ballot lasts as long as the page, and the screen says so. */
  isLasting(): boolean;
}

/** What a keeper needs of `localStorage`. Every call may throw. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** The key under which a person's ballot lies. Two people who share a device do not share ballots. */
export function ballotKey(workshop: WorkshopId, person: PersonId, vote: VoteId): string {
  return `board:ballot:${workshop}:${person}:${vote}`;
}

/** Keeps a ballot in storage, and in memory where storage is forbidden or full. */
export function keepBallot(key: string, storage: () => TextStorage): BallotKeeper {
  let memory: KeptBallot | null = null;
  return {
    read() {
      if (memory) return memory;
      try {
        return parseKept(storage().getItem(key));
      } catch {
        return {};
      }
    },
    write(kept) {
      try {
        storage().setItem(key, JSON.stringify(kept));
        memory = null;
      } catch {
        memory = kept;
      }
    },
    ...keepCovers(`${key}:`, storage),
    isLasting: () => memory === null,
  };
}

/** Each cover lies under a key of its own: of two tabs that write at once, none takes away what the other may have a stamp for. */
function keepCovers(
  prefix: string,
  storage: () => TextStorage,
): Pick<BallotKeeper, 'covers' | 'keepCover' | 'forgetCovers'> {
  let memory: CoveredPaper[] = [];
  return {
    covers() {
      try {
        const kept = keysOf(storage(), prefix).map((key) => coverOf(parseObject(storage().getItem(key))));
        return [...memory, ...kept.filter((cover) => cover !== null)];
      } catch {
        return memory;
      }
    },
    keepCover(cover) {
      try {
        storage().setItem(`${prefix}${cover.covered.slice(0, 16)}`, JSON.stringify(cover));
      } catch {
        memory = [...memory, cover];
      }
    },
    forgetCovers() {
      memory = [];
      try {
        for (const key of keysOf(storage(), prefix)) storage().removeItem(key);
      } catch {
        // Nothing was kept there.
      }
    },
  };
}

function keysOf(storage: TextStorage, prefix: string): string[] {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
  return keys.filter((key) => key.startsWith(prefix));
}

const hex = (value: unknown, length: number): value is string =>
  typeof value === 'string' && value.length === length && /^[0-9a-f]+$/.test(value);
const endings: readonly Ending[] = ['none', 'counted', 'too-late', 'change-too-late', 'unsure', 'change-unsure'];

/** Reads what was stored; what is not of our shape is left out. */
function parseKept(text: string | null): KeptBallot {
  const raw = parseObject(text);
  const kept: KeptBallot = {};
  const stamped = objectOf(raw['stamped']);
  if (hex(stamped['paper'], 64) && hex(stamped['stamp'], 128))
    kept.stamped = { paper: stamped['paper'], stamp: stamped['stamp'] };
  const wanted = choiceOf(raw['wanted']);
  if (wanted) kept.wanted = wanted;
  const counted = choiceOf(raw['counted']);
  if (counted) kept.counted = counted;
  if (raw['isUnanswered'] === true) kept.isUnanswered = true;
  const ending = endings.find((one) => one === raw['ending']);
  if (ending) kept.ending = ending;
  if (hex(raw['paper'], 64)) kept.paper = raw['paper'];
  return kept;
}

function coverOf({ paper, cover, covered }: Record<string, unknown>): CoveredPaper | null {
  return hex(paper, 64) && hex(cover, 64) && hex(covered, 64) ? { paper, cover, covered } : null;
}

function parseObject(text: string | null): Record<string, unknown> {
  if (text === null) return {};
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return {};
  }
}

function objectOf(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}

function choiceOf(value: unknown): Choice | null {
  const raw = objectOf(value);
  const position = positions.find((one) => one === raw['position']);
  return position && typeof raw['reason'] === 'string' ? { position, reason: raw['reason'] } : null;
}
