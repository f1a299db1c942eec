import type { StepId } from '@board/shared/ids';
import type { NowView, StepView } from '@board/shared/live-stage';
import type { LiveView } from '@board/shared/live-view';
import { type Stage, stages } from '@board/shared/stages';

export type ShownStep = StepView & { id: StepId };

/** The steps of the agenda in their order. */
export function stepsInOrder(agenda: LiveView['agenda']): ShownStep[] {
  return Object.entries(agenda)
    .map(([id, step]) => ({ id: id as StepId, ...step }))
    .sort((a, b) => a.place - b.place);
}

/** Where the hall is on its agenda. */
export interface Course {
  /** Null: the stage was set by hand, or the step is on the agenda no more. */
  now: ShownStep | null;
  before: ShownStep | null;
  next: ShownStep | null;
  /** What "go on" sets: the next step, or where the agenda has none, the next stage. Null at the very end. */
  goOn: { stage: Stage; step: ShownStep | null } | null;
}

/**
 * Follows the agenda. Off it (a stage that was set by hand), the next step is the first of a later stage; before anything
 * has begun, the first of all.
 */
export function courseOf(steps: readonly ShownStep[], { step, since }: NowView, stage: Stage): Course {
  const place = steps.findIndex(({ id }) => id === step);
  const next = place >= 0 ? (steps[place + 1] ?? null) : offCourse(steps, stage, since === 0);
  const nextStage = stages[stages.indexOf(stage) + 1];
  const after = nextStage ? { stage: nextStage, step: null } : null;
  return {
    now: steps[place] ?? null,
    before: place > 0 ? (steps[place - 1] ?? null) : null,
    next,
    goOn: next ? { stage: next.stage, step: next } : after,
  };
}

function offCourse(steps: readonly ShownStep[], stage: Stage, isBeginning: boolean): ShownStep | null {
  if (isBeginning) return steps[0] ?? null;
  return steps.find((one) => stages.indexOf(one.stage) > stages.indexOf(stage)) ?? null;
}
