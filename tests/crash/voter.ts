import type { BallotCounted, PaperStamped } from '@board/shared/commands-votes';
import { coverNewPaper, type StampedPaper, uncover } from '@board/shared/consensus/paper';
import type { Position, Tally } from '@board/shared/consensus/rules';
import type { VoteId } from '@board/shared/ids';
import { Caller } from '../support/caller.ts';
import type { Joined } from '../support/people.ts';

/** A phone that votes by script, as the voting page does: collect a paper, uncover its stamp, hand in without a cookie. */
export class Voter {
  /** The positions that the server may rightly count: the last one that it told to be counted, and later ones without an answer. */
  possible: Position[] = [];
  /** A ballot of this phone was told to be counted. */
  isCounted = false;
  readonly #who: Joined;
  readonly #nobody: Caller;
  readonly #vote: string;
  #paper: StampedPaper | null = null;

  constructor(who: Joined, vote: VoteId) {
    this.#who = who;
    this.#nobody = new Caller(who.caller.address);
    this.#vote = `/api/workshops/${who.workshopId}/votes/${vote}`;
  }

  async collect(): Promise<void> {
    const covered = coverNewPaper();
    const body = { covered: covered.covered };
    const { stamped } = await this.#who.caller.must<PaperStamped>('POST', `${this.#vote}/papers`, body);
    this.#paper = uncover(covered, stamped);
  }

  /** Hands in a ballot or changes it. A lost connection leaves the position possible; a refusal throws. */
  async cast(position: Position): Promise<void> {
    if (this.#paper === null) throw new Error('a ballot needs a paper');
    this.possible.push(position);
    const reason = position === 'agree' ? {} : { reason: 'said by a script' };
    const answer = await this.#nobody
      .call<BallotCounted>('POST', `${this.#vote}/ballots`, { ...this.#paper, position, ...reason })
      .catch(() => null);
    if (answer === null || answer.status === 503) return;
    if (!answer.body.counted) throw new Error(`not counted: ${answer.status} ${JSON.stringify(answer.body)}`);
    this.isCounted = true;
    this.possible = [position];
  }
}

/** Every way in which a tally cannot be what these voters were told. */
export function tallyFaults(tally: Tally, voters: readonly Voter[]): string[] {
  const faults: string[] = [];
  const cast = voters.filter((voter) => voter.possible.length > 0);
  const turnout = Object.values(tally).reduce((sum, count) => sum + count, 0);
  const counted = voters.filter((voter) => voter.isCounted).length;
  if (turnout < counted || turnout > cast.length)
    faults.push(`${turnout} ballots, but ${counted} were counted and ${cast.length} handed in`);
  for (const position of Object.keys(tally) as Position[]) {
    const sure = cast.filter((one) => one.isCounted && one.possible.every((other) => other === position)).length;
    const possible = cast.filter((one) => one.possible.includes(position)).length;
    if (tally[position] < sure || tally[position] > possible)
      faults.push(`${tally[position]} × ${position}, but ${sure} to ${possible} were told`);
  }
  return faults;
}
