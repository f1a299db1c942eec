import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginGroupWork, finishStrategies, typeAtOnce, typeWhileAway } from './acts/group-work.ts';
import { comeBack, everybodyJoins } from './acts/join.ts';
import { createWorkshop, takeInReport } from './acts/prepare.ts';
import { type Cast, enterAll, everybody } from './cast.ts';
import { Hall } from './support/hall.ts';

/**
 * The whole workshop in real browsers, from an empty folder to an adopted charter. Each act builds on the one before;
 * after each, no page may have had an error, a request to elsewhere, or a serious finding by axe.
 */
let cast: Cast;

beforeAll(async () => {
  cast = await enterAll(await Hall.open());
});
afterAll(async () => {
  await cast?.hall.close();
});

function act(name: string, play: (cast: Cast) => Promise<void>): void {
  test(name, async () => {
    await play(cast).catch(async (problem: unknown) => {
      await cast.hall.shootAll(everybody(cast));
      throw problem;
    });
    expect(cast.hall.troubles.splice(0)).toEqual([]);
  });
}

act('UI20 a facilitator creates a workshop and gets a code, a QR code and a link', createWorkshop);
act('UI20 the pasted report is shown before it is taken in', takeInReport);
act('UI20 two groups, three phones and a projector join without an account', everybodyJoins);
act('UI20 coming back on the same device needs nothing', comeBack);
act('UI20 the groups open their strategies and take recommendations from the catalogue', beginGroupWork);
act('UI20 several people type at once, two of them in one cell', typeAtOnce);
act('UI20 words typed while the server is away survive the page and arrive later', typeWhileAway);
act('UI20 the groups mark priorities and contributions, and the projector shows their progress', finishStrategies);
