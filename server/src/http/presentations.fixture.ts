import type { GroupFeedback, PresentationBegun } from '@board/shared/commands-present';
import { type CoveredPaper, coverNewPaper, type StampedPaper, uncover } from '@board/shared/consensus/paper';
import {
  type FeedbackId,
  type GroupId,
  groupDocument,
  newId,
  type PresentationId,
  type RowId,
} from '@board/shared/ids';
import { addRow, setPriority } from '@board/shared/model/strategy-edits';
import type { FeedbackMode } from '@board/shared/presentation';
import { limits } from '@board/shared/protocol/limits';
import type { Stage } from '@board/shared/stages';
import { systemClock } from '../adapters/system-clock.ts';
import { eachInItsWorkshop, hall, here } from '../gathering.fixture.ts';
import { Browser, come, edit } from '../hall.fixture.ts';
import type { Clock } from '../ports.ts';
import { namelessWindow } from '../workshop/feedback-box.ts';

/** The groups of the present test's workshop. */
export let first: GroupId;
export let second: GroupId;
/** A priority of the first group. */
export let row: RowId;

let held: (() => void)[] = [];

/** A clock that stays at the beginning of ten seconds, since its time runs a hundred times slower; its longer waits end when a test says so. */
function heldClock(): Clock {
  const real = systemClock();
  const begun = real.now();
  const start = Math.ceil(begun / namelessWindow) * namelessWindow;
  return {
    now: () => start + Math.floor((real.now() - begun) / 100),
    elapsed: () => real.elapsed(),
    after: (delay, run) => {
      if (delay < 1000) return real.after(delay, run);
      held.push(run);
      return () => {
        held = held.filter((one) => one !== run);
      };
    },
  };
}

/** Lets the ten seconds pass after which what was said without a name is shown. */
export function passTenSeconds(): void {
  const due = held;
  held = [];
  for (const run of due) run();
}

/** The calling file has one hall, and each of its tests a workshop of its own, which is in the plenary. */
export function eachWithTwoGroups(): void {
  eachInItsWorkshop(async () => {
    await goTo('plenary');
    [first, second] = here.groups.map(({ id }) => id) as [GroupId, GroupId];
    await edit(here, groupDocument(first), (doc) => {
      row = addRow(doc, null);
      setPriority(doc, row, true);
    });
  }, heldClock());
}

export const goTo = (stage: Stage): Promise<unknown> => here.facilitator.must('PUT', `${here.at}/stage`, { stage });

/** Somebody of the second group. */
export const guest = (name = 'Gus') => come(here, name, { groupId: second });

export async function begin(groupId = first, feedback: FeedbackMode = 'named'): Promise<PresentationId> {
  const begun = await here.facilitator.must<PresentationBegun>('POST', `${here.at}/presentations`, {
    groupId,
    feedback,
  });
  return begun.presentationId;
}

export const end = (id: PresentationId, presented = true): Promise<unknown> =>
  here.facilitator.must('POST', `${here.at}/presentations/${id}/end`, { presented });

export const feedbackAt = (id: PresentationId): string => `${here.at}/presentations/${id}/feedback`;

/** Says something by name. */
export async function say(who: Browser, id: PresentationId, text: string, more: object = {}): Promise<FeedbackId> {
  const feedback = newId<FeedbackId>();
  await who.must('POST', feedbackAt(id), { id: feedback, kind: 'question', text, row: null, ...more });
  return feedback;
}

/** Covered slips, as many as a person has. */
export const newSlips = (): CoveredPaper[] => Array.from({ length: limits.feedbackPerPerson }, () => coverNewPaper());

/** Collects slips as a phone does. */
export async function slipsFor(who: Browser, id: PresentationId, slips = newSlips()): Promise<StampedPaper[]> {
  const covered = slips.map((slip) => slip.covered);
  const path = `${here.at}/presentations/${id}/slips`;
  const { stamped } = await who.must<{ stamped: string[] }>('POST', path, { covered });
  return slips.map((slip, index) => uncover(slip, stamped[index]!));
}

/** Hands in a slip, without any cookie. */
export async function sayNameless(
  id: PresentationId,
  slip: StampedPaper,
  text: string,
  more: object = {},
): Promise<void> {
  const said = { ...slip, kind: 'suggestion', text, row: null, ...more };
  await new Browser(hall).must('POST', feedbackAt(id), said);
}

/** What a facilitator reads. */
export async function heard(group = first): Promise<NonNullable<GroupFeedback['feedback']>> {
  const path = `${here.at}/groups/${group}/feedback`;
  return (await here.facilitator.must<GroupFeedback>('GET', path)).feedback ?? [];
}

export const mark = (id: FeedbackId, marks: object): Promise<unknown> =>
  here.facilitator.must('PATCH', `${here.at}/feedback/${id}`, marks);
