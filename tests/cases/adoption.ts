import type { VoteOpened } from '@board/shared/commands-votes';
import { Voter } from '../crash/voter.ts';
import type { Joined, Workshop } from '../support/people.ts';

/** Puts the whole charter, which must have an item, to a vote that adopts it; then the hall is at work again. `voters` are members who agree. */
export async function adoptCharter(workshop: Workshop, voters: readonly Joined[]): Promise<void> {
  const at = `/api/workshops/${workshop.workshopId}`;
  const votes = `${at}/votes`;
  await workshop.facilitator.must('PUT', `${at}/stage`, { stage: 'charter-adoption' });
  const body = {
    scope: { kind: 'charter' },
    rule: 'simple-majority',
    quorum: { numerator: 1, denominator: 10 },
    secrecy: 'secret',
  };
  const { voteId } = await workshop.facilitator.must<VoteOpened>('POST', votes, body);
  for (const who of voters) {
    const voter = new Voter(who, voteId);
    await voter.collect();
    await voter.cast('agree');
  }
  await workshop.facilitator.must('POST', `${votes}/${voteId}/close`, {});
  await workshop.facilitator.must('PUT', `${at}/stage`, { stage: 'group-work' });
}
