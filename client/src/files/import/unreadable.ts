import type { FoundProblem } from '@board/shared/upr/found';

/** Thrown inside the readers, from however deep, when a file cannot be read; `readInput` turns it into its answer. */
export class Unreadable extends Error {
  readonly problem: FoundProblem;

  constructor(problem: FoundProblem) {
    super(problem);
    this.problem = problem;
  }
}
