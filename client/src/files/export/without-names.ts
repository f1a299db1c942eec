import type { VoteResult, VoteView } from '@board/shared/live-view';
import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import type { DecidedPart } from '@board/shared/workshop-file/parts-decided';

/**
 * The same workshop without the names of people where the board itself notes them: who took part, who wrote or settled a
 * comment, proposed an amendment, said something to a group, leads a step, took which position in a named vote. What people have written into a text stays as they wrote it.
 */
export function withoutNames(file: WorkshopFile): WorkshopFile {
  const { agenda, comments, votes, adopted, decided } = file;
  return {
    ...file,
    withNames: false,
    agenda: agenda.map((step) => ({ ...step, facilitator: '' })),
    comments: comments.map(({ resolved, ...comment }) => ({
      ...comment,
      name: '',
      resolved: resolved && { ...resolved, name: '' },
    })),
    votes: votes.map(namelessVote),
    adopted: adopted && { ...adopted, votes: adopted.votes.map(namelessVote) },
    ...(decided && { decided: namelessDecided(decided) }),
  };
}

function namelessDecided({ amendments, feedback, ...decided }: DecidedPart): DecidedPart {
  return {
    ...decided,
    amendments: amendments.map((one) => ({ ...one, name: '' })),
    feedback: feedback.map((one) => ({ ...one, name: '' })),
    people: [],
  };
}

function namelessVote(vote: VoteView): VoteView {
  return { ...vote, result: vote.result && namelessResult(vote.result) };
}

function namelessResult({ named: _, ...result }: VoteResult): VoteResult {
  return { ...result, remarks: result.remarks.map(({ position, text }) => ({ position, text })) };
}
