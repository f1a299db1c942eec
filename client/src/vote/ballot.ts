import type { CastBallot } from '@board/shared/commands-votes';
import type { CoveredPaper, StampedPaper } from '@board/shared/consensus/paper';
import type { ErrorCode } from '@board/shared/errors';
import type { Secrecy } from '@board/shared/live-view';
import type { Result } from '@board/shared/result';
import { isPassing } from '../api/passing.ts';
import { afterCounting, type BallotState, endingOf, isSameChoice, lacksReason, stateOf } from './ballot-states.ts';
import type { Choice } from './choice.ts';
import { type BallotKeeper, type KeptBallot, mayBeInBox } from './kept-ballot.ts';

type Trouble = ErrorCode | 'offline';
type Answer<Value> = Promise<Result<Value, { code: Trouble }>>;

/** The arithmetic of papers, as shared/consensus/paper.ts has it. */
interface Papers {
  coverNewPaper(): CoveredPaper;
  /** Throws on an answer that is not a stamp. */
  uncover(paper: CoveredPaper, stamped: string): StampedPaper;
}

/** What a ballot needs from the world around it. */
export interface BallotPorts {
  secrecy: Secrecy;
  /** False for facilitators, observers and screens, at first: nothing is asked of the server then. */
  mayVote: boolean;
  /** The vote was closed before this page saw it. */
  isClosed: boolean;
  /** Milliseconds after which the paper is asked for; see paper-turn.ts. */
  turn: number;
  keeper: BallotKeeper;
  collect(covered: string): Answer<{ stamped: string }>;
  cast(ballot: CastBallot): Answer<unknown>;
  /** One's own ballot as the server has it: another device of this person may have sent it. Only asked in an open vote. */
  look(): Answer<{ choice: Choice | null }>;
  /** The device knows that it has no network: then nothing leaves it, and a ballot that comes too late was surely not counted. */
  isOffline(): boolean;
  /** Only asked in a secret vote. Rejects without network. */
  loadPapers(): Promise<Papers>;
  /** Runs something once after `delay` milliseconds; returns how to call it off. */
  after(delay: number, run: () => void): () => void;
}

const delays = [1000, 2000, 4000, 8000, 15_000];

/**
 * One person's ballot in one vote. In a secret vote it collects its paper as soon as it exists, long before anybody
 * chooses. One request is on its way at a time, so that the last choice wins and a double tap is one ballot.
 * All methods may be called at any time and as often as somebody taps.
 */
export class Ballot {
  readonly #ports: BallotPorts;
  readonly #listeners = new Set<() => void>();
  #current: BallotState;
  #isBusy = false;
  #isClosed: boolean;
  #failures = 0;
  #refusal: ErrorCode | null = null;
  #callOff = (): void => {};
  /** Before this phone's turn to ask for a paper. */
  #isResting: boolean;
  #mayVote: boolean;
  /** What this page was refused a stamp for. */
  readonly #refusedCovers = new Set<string>();

  constructor(ports: BallotPorts) {
    this.#ports = ports;
    this.#isClosed = ports.isClosed;
    this.#mayVote = ports.mayVote;
    const kept = ports.keeper.read();
    this.#isResting = ports.turn > 0 && this.#needsPaper(kept) && ports.keeper.covers().length === 0;
    this.#current = this.#describe();
    if (ports.isClosed) this.#settle();
    else if (this.#isResting) this.#callOff = ports.after(ports.turn, () => this.#comeUp());
    void this.#work();
  }

  /** The same object until something changes. */
  readonly state = (): BallotState => this.#current;

  /** Tells of changes; returns how to stop. */
  readonly follow = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Chooses, or changes the choice: kept on the device before it is sent. A block without a reason is not taken. */
  choose(choice: Choice): void {
    const kept = this.#ports.keeper.read();
    if (this.#isClosed || kept.ending || lacksReason(choice)) return;
    if (isSameChoice(kept.wanted ?? kept.counted, choice) && this.#refusal === null) return;
    if (this.#refusal !== 'paper-already-collected') this.#refusal = null;
    this.#failures = 0;
    this.#change({ ...kept, wanted: choice });
    void this.#work();
  }

  /** Goes on now: the network may be back, or another tab may have done something. */
  retry(): void {
    if (this.#refusal === 'paper-already-collected' && this.#hasOtherTabs()) this.#refusal = null;
    this.#tell();
    if (this.#refusal === null) void this.#work();
  }

  /** Looks what the server has: the last choice counts, whichever of a person's devices it came from. What waits here to be sent is later. */
  async lookElsewhere(): Promise<void> {
    if (this.#ports.secrecy !== 'open' || this.#isBusy || this.#isClosed || !this.#mayVote) return;
    const before = this.#ports.keeper.read();
    const answer = await this.#ports.look();
    const kept = this.#ports.keeper.read();
    const isOwnTurn = kept.wanted !== undefined || this.#isBusy || this.#isClosed || kept.ending !== undefined;
    const choice = answer.ok ? answer.value.choice : null;
    if (choice === null || isOwnTurn || !isSameChoice(before.counted, kept.counted)) return;
    if (!isSameChoice(choice, kept.counted)) this.#change({ ...kept, counted: choice });
  }

  /** What a ballot was refused for is over (the words stand again, the workshop is open again): it is sent now. */
  takeUp(refused: 'vote-stale' | 'workshop-closed'): void {
    if (this.#refusal !== refused) return;
    this.#refusal = null;
    this.retry();
  }

  /** A member has been made an observer, or a member again, while the vote is open. */
  admit(mayVote: boolean): void {
    if (mayVote === this.#mayVote) return;
    this.#mayVote = mayVote;
    if (this.#refusal === 'not-on-roll') this.#refusal = null;
    this.retry();
  }

  /** The vote is closed: what is on its way may still be answered, nothing new is sent, paper and position are forgotten. */
  end(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#callOff();
    if (!this.#isBusy) this.#settle();
  }

  #comeUp(): void {
    this.#isResting = false;
    void this.#work();
  }

  /** The paper if it is missing, else the ballot if it is not confirmed; then the next step, until nothing is left to do. */
  async #work(): Promise<void> {
    if (this.#isBusy || this.#isClosed || !this.#mayVote) return;
    if (this.#isResting && this.#ports.keeper.read().wanted === undefined) return;
    this.#isResting = false;
    this.#isBusy = true;
    this.#callOff();
    let trouble: Trouble | null = null;
    while (trouble === null && !this.#isClosed && this.#hasWork()) {
      trouble = await this.#step(this.#ports.keeper.read());
      if (trouble === null) this.#failures = 0;
    }
    this.#isBusy = false;
    if (trouble !== null) this.#stumble(trouble);
    if (this.#isClosed) this.#settle();
    this.#tell();
  }

  #hasWork(): boolean {
    const kept = this.#ports.keeper.read();
    return !kept.ending && (this.#needsPaper(kept) || kept.wanted !== undefined);
  }

  #needsPaper(kept: KeptBallot): boolean {
    return this.#ports.secrecy === 'secret' && !kept.stamped;
  }

  async #step(kept: KeptBallot): Promise<Trouble | null> {
    if (this.#needsPaper(kept)) return this.#collect();
    if (!kept.wanted) return null;
    this.#tell();
    if (this.#ports.isOffline()) return 'offline';
    const { wanted } = kept;
    const { position, reason } = wanted;
    // Written before it leaves: a page that is closed meanwhile must not be sure that it was not counted.
    const { keeper } = this.#ports;
    keeper.write({ ...keeper.read(), isUnanswered: true });
    const answer = await this.#ports.cast({ ...kept.stamped, position, ...(reason === '' ? {} : { reason }) });
    if (answer.ok) {
      this.#change(afterCounting(this.#ports.keeper.read(), wanted));
      return null;
    }
    const { code } = answer.problem;
    if (code !== 'offline' && code !== 'internal' && !kept.isUnanswered) {
      const { isUnanswered: _, ...rest } = keeper.read();
      keeper.write(rest);
    }
    return code;
  }

  async #collect(): Promise<Trouble | null> {
    const { keeper, loadPapers, collect } = this.#ports;
    try {
      const papers = await loadPapers();
      // Another tab may have come first meanwhile.
      if (keeper.read().stamped) return null;
      const cover = this.#coverToAsk(papers);
      const answer = await collect(cover.covered);
      if (answer.ok) {
        const stamped = papers.uncover(cover, answer.value.stamped);
        this.#change({ ...keeper.read(), stamped });
        return null;
      }
      const { code } = answer.problem;
      if (code !== 'paper-already-collected') return code;
      this.#refusedCovers.add(cover.covered);
      return this.#hasOtherTabs() ? null : code;
    } catch {
      return 'offline';
    }
  }

  /** One that a tab of this browser may have a stamp for, before a new one. */
  #coverToAsk(papers: Papers): CoveredPaper {
    const { keeper } = this.#ports;
    const kept = keeper.covers();
    const found = kept.find(({ covered }) => !this.#refusedCovers.has(covered)) ?? kept[0];
    if (found) return found;
    const cover = papers.coverNewPaper();
    keeper.keepCover(cover);
    return cover;
  }

  /** Another tab of this browser has the paper, or has asked for one that this page has not tried: that tab may be gone by now. */
  #hasOtherTabs(): boolean {
    const { keeper } = this.#ports;
    return (
      keeper.read().stamped !== undefined || keeper.covers().some(({ covered }) => !this.#refusedCovers.has(covered))
    );
  }

  #stumble(trouble: Trouble): void {
    if (trouble === 'vote-closed') this.#isClosed = true;
    else if (trouble === 'offline' || isPassing(trouble)) {
      const delay = delays[Math.min(this.#failures, delays.length - 1)] ?? 0;
      this.#failures += 1;
      if (!this.#isClosed) this.#callOff = this.#ports.after(delay, () => void this.#work());
    } else this.#refusal = trouble;
  }

  /** Nothing can be lifted (any more): the paper is forgotten too. */
  forget(): void {
    const { paper, ...rest } = this.#ports.keeper.read();
    if (this.#isClosed && paper !== undefined) this.#change(rest);
  }

  /** The number of a paper that may have been a block, while it is kept. */
  paper(): string | null {
    return this.#ports.keeper.read().paper ?? null;
  }

  /** After closing: whether it is in the box, or may be. */
  mayBeIn(): boolean {
    return mayBeInBox(this.#ports.keeper.read());
  }

  #settle(): void {
    this.#ports.keeper.forgetCovers();
    const kept = this.#ports.keeper.read();
    const { stamped, counted, wanted, isUnanswered } = kept;
    // Who may vote no more may have voted before, and that is forgotten too.
    const hasBallot = stamped !== undefined || counted !== undefined || wanted !== undefined;
    if (kept.ending || !(this.#mayVote || hasBallot)) return;
    // Whatever the ballot was: it is forgotten when the hall's page says that nothing can be lifted. One whose answer was lost may lie in the box.
    const mayBeIn = counted !== undefined || (wanted !== undefined && isUnanswered === true);
    this.#change({ ending: endingOf(kept), ...(stamped && mayBeIn ? { paper: stamped.paper } : {}) });
  }

  #describe(): BallotState {
    if (!this.#mayVote) return { state: 'not-on-roll' };
    return stateOf(this.#ports.keeper.read(), {
      secrecy: this.#ports.secrecy,
      isBusy: this.#isBusy,
      failures: this.#failures,
      refusal: this.#refusal,
    });
  }

  #change(kept: KeptBallot): void {
    this.#ports.keeper.write(kept);
    this.#tell();
  }

  #tell(): void {
    const next = this.#describe();
    if (JSON.stringify(next) === JSON.stringify(this.#current)) return;
    this.#current = next;
    for (const listener of this.#listeners) listener();
  }
}
