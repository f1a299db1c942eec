import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginGroupWork, finishStrategies, typeAtOnce, typeWhileAway } from './acts/group-work.ts';
import { comeBack, everybodyJoins } from './acts/join.ts';
import { drawCharter, present, readFromTheBack } from './acts/plenary.ts';
import { createWorkshop, takeInReport } from './acts/prepare.ts';
import { adopt, blockAndAskAgain, voteOnFirst } from './acts/votes.ts';
import { type Cast, enterAll, everybody } from './cast.ts';
import { Hall } from './support/hall.ts';

/**
 * The whole workshop in real browsers, from an empty folder to an adopted charter. Each act builds on the one before;
 * after each, no page may have had an error, a request to elsewhere, or a serious finding by axe.
 */
let cast: Cast;

beforeAll(async () => {
  cast = await enterAll(await Hall.open('story'));
});
afterAll(async () => {
  await cast?.hall.close();
});

/** Plays one act. When it fails, everybody's page is kept as a picture. */
async function play(act: (cast: Cast) => Promise<void>): Promise<void> {
  await act(cast).catch(async (problem: unknown) => {
    await cast.hall.shootAll(everybody(cast));
    throw problem;
  });
  expect(cast.hall.troubles.splice(0)).toEqual([]);
}

test('UI20 a facilitator creates a workshop and gets a code, a QR code and a link', () => play(createWorkshop));
test('UI20 the pasted report is shown before it is taken in', () => play(takeInReport));
test('UI20 two groups, three phones and a projector join without an account', () => play(everybodyJoins));
test('UI20 coming back on the same device needs nothing', () => play(comeBack));
test('UI20 the groups open their strategies and take recommendations from the catalogue', () => play(beginGroupWork));
test('UI20 several people type at once, two of them in one cell', () => play(typeAtOnce));
test('UI20 words typed while the server is away survive the page and arrive later', () => play(typeWhileAway));
test('UI20 the groups mark priorities and contributions, and the projector shows their progress', () =>
  play(finishStrategies));
test('UI20 the projector shows a group’s priorities as they are typed', () => play(present));
test('UI20 the projector can be read from the back of the hall', () => play(readFromTheBack));
test('UI20 the contributions become the charter, in front of all', () => play(drawCharter));
test('UI20 phones vote on an item, and nobody sees how before it is closed', () => play(voteOnFirst));
test('UI20 a block needs a reason and stops an item; new words are asked again', () => play(blockAndAskAgain));
test('UI20 the whole charter is adopted and printed', () => play(adopt));
