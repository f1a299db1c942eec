import type { VoteResult, VoteView } from '@board/shared/live-view';
import type { WorkshopFile } from '@board/shared/workshop-file/parts';

/**
 * The same workshop without the names of people where the board itself notes them: who wrote or settled a comment, who
 * leads a step, who took which position in a named vote. What people have written into a text stays as they wrote it.
 */
export function withoutNames(file: WorkshopFile): WorkshopFile {
  const { agenda, comments, votes, adopted } = file;
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
  };
}

function namelessVote(vote: VoteView): VoteView {
  return { ...vote, result: vote.result && namelessResult(vote.result) };
}

function namelessResult({ named: _, ...result }: VoteResult): VoteResult {
  return { ...result, remarks: result.remarks.map(({ position, text }) => ({ position, text })) };
}
