import { groupDocument } from '@board/shared/ids';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readOneRow } from '@board/shared/model/strategy';
import { addAction, addRow, setContribution } from '@board/shared/model/strategy-edits';
import { limits } from '@board/shared/protocol/limits';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { edit, type Gathering, gather, Hall } from '../hall.fixture.ts';
import type { Clock } from '../ports.ts';
import { freshRooms, quiet } from '../room/room.fixture.ts';
import { nothingDecided } from './fold.ts';
import { LiveViewFeed } from './live-view.ts';

let hall: Hall;
let here: Gathering;
beforeAll(async () => {
  hall = await Hall.start();
  here = await gather(hall);
});
afterAll(() => hall.remove());

/** As much as is shown of one group's contributions. */
function giveMuch(doc: Y.Doc): void {
  const row = addRow(doc, null);
  const count = Math.ceil(limits.shownGroupText / limits.shownText);
  for (let at = 1; at < count; at++) addAction(doc, row);
  for (const { id } of readOneRow(doc, row)!.actions) {
    fillFragment(cellFragment(doc, { row, action: id, cell: 'text' })!, 'x'.repeat(limits.shownText));
    setContribution(doc, row, id, true);
  }
}

test('LV42 what one group writes does not fill the hall’s network: after a large change the next waits, a decision does not', async () => {
  const { live } = await hall.workshop(here.workshopId);
  const document = groupDocument(here.groups[0]!.id);
  await edit(here, document, giveMuch);
  await live.view();
  let sent = 0;
  const pushes: number[] = [];
  live.follow((changes) => {
    sent += JSON.stringify(changes).length;
    pushes.push(performance.now());
  });
  const [started, seconds] = [performance.now(), 4];
  while (performance.now() - started < seconds * 1_000) {
    await edit(here, document, (doc) => addRow(doc, null));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(pushes.length).toBeGreaterThan(2);
  // The first goes out at once.
  expect(sent).toBeLessThan(limits.patchTextPerSecond * (seconds + 1) + limits.shownGroupText);
  const count = pushes.length;
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'plenary' });
  const decided = performance.now();
  await expect.poll(() => pushes.length, { interval: 5 }).toBeGreaterThan(count);
  expect(pushes[count]! - decided).toBeLessThan(300);
});

/** A feed whose view takes so many milliseconds to make. */
async function dearFeed(cost: number) {
  const { clock: passing, rooms } = await freshRooms();
  let [worked, times] = [0, 0];
  const clock: Clock = {
    now: () => passing.now(),
    elapsed: () => passing.elapsed() + worked,
    after: (delay, run) => passing.after(delay, run),
  };
  const state = Object.defineProperty({ ...nothingDecided }, 'joinCode', {
    get: () => {
      times += 1;
      worked += cost;
      return `${times}`;
    },
  });
  const feed = new LiveViewFeed({
    ...{ rooms, clock, journal: quiet },
    now: () => ({
      ...{ state, isConnected: () => false, hasMarks: () => false, nameless: () => [] },
      turnout: () => ({ all: 0, byHand: 0, keys: [] }),
    }),
  });
  return { feed, pass: (ms: number) => passing.pass(ms), times: () => times };
}

test('LV44 a view that is dear to make is made in a twentieth of the time, and in a fifth where decisions follow one another', async () => {
  const [seconds, cost] = [60, limits.dearReadingMs * 2];
  for (const [isPrompt, part] of [
    [false, 20],
    [true, 4],
  ] as const) {
    const { feed, pass, times } = await dearFeed(cost);
    feed.follow(() => {});
    for (let at = 0; at < seconds * 20; at++) {
      feed.touch(isPrompt);
      await pass(50);
    }
    expect(times()).toBeGreaterThan(10);
    expect(times() * cost * part).toBeLessThanOrEqual(seconds * 1_000 + cost * part);
    feed.touch(true);
    // Who comes now is not shown what was before the decision, and waits for that.
    const [before, viewed] = [times(), feed.view()];
    await pass(cost * 20);
    expect((await viewed).workshop.joinCode).not.toBe(`${before}`);
    feed.stop();
  }
});
