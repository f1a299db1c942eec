import { type CommentId, groupDocument, newId, type RowId } from '@board/shared/ids';
import { addRow } from '@board/shared/model/strategy-edits';
import { beforeEach, expect, test } from 'vitest';
import { eachInItsWorkshop, here } from '../gathering.fixture.ts';
import { type Browser, come, edit } from '../hall.fixture.ts';

let row: RowId;
eachInItsWorkshop();
beforeEach(async () => {
  await edit(here, groupDocument(here.groups[0]!.id), (doc) => {
    row = addRow(doc, null)!;
  });
});

const isDone = '200 without a refusal';
const mayGoOn = '204 without a refusal';
const groupId = () => here.groups[0]!.id;

/** Sends so many at once; tells how many are answered by the time something else is. */
function flood(many: number, send: (count: number) => Promise<unknown>) {
  let answered = 0;
  const all = Array.from({ length: many }, (_, count) => send(count).finally(() => (answered += 1)));
  return {
    answeredAfter: async (other: Promise<string>): Promise<[string, number]> => [await other, answered],
    over: () => Promise.all(all),
  };
}

const say = (who: Browser, id = newId<CommentId>()): Promise<string> =>
  who.refusal('POST', `${here.at}/groups/${groupId()}/comments`, { id, text: 'Said', place: { row, cell: null } });

test('DO104 A member who asks for hundreds of decisions at once holds up neither the hall’s stage nor the own removal', async () => {
  const eve = await come(here, 'Eve', { groupId: groupId() });
  const keep = (count: number) =>
    eve.refusal('PATCH', `${here.at}/groups/${groupId()}`, { keptClosed: count % 2 === 0 });
  const many = flood(300, keep);
  const move = here.facilitator.refusal('PUT', `${here.at}/stage`, { stage: 'plenary' });
  const [answer, before] = await many.answeredAfter(move);
  expect(answer).toBe(mayGoOn);
  expect(before).toBeLessThan(150);
  const away = here.facilitator.refusal('DELETE', `${here.at}/people/${eve.personId}?words=out`);
  const [removed, until] = await many.answeredAfter(away);
  expect(removed).toBe(mayGoOn);
  expect(until).toBeLessThan(250);
  await many.over();
});

test('DO104 Somebody who rewords comments hundreds of times at once keeps nobody else’s waiting', async () => {
  const eve = await come(here, 'Eve', { groupId: groupId() });
  const ana = await come(here, 'Ana', { groupId: groupId() });
  const ids = [newId<CommentId>(), newId<CommentId>(), newId<CommentId>()];
  for (const id of ids) expect(await say(eve, id)).toBe(mayGoOn);
  const many = flood(270, (count) =>
    eve.refusal('PATCH', `${here.at}/comments/${ids[count % 3]}`, { text: `Said ${count}` }),
  );
  const [answer, before] = await many.answeredAfter(say(ana));
  expect(answer).toBe(mayGoOn);
  expect(before).toBeLessThan(100);
  await many.over();
});

test('DO104 Members who change group again and again starve nobody’s other decisions', async () => {
  const crowd = await Promise.all(Array.from({ length: 12 }, (_, count) => come(here, `Eve ${count}`)));
  const ana = await come(here, 'Ana', { groupId: groupId() });
  let changed = 0;
  let isOver = false;
  const again = async (eve: Browser, first: number): Promise<void> => {
    for (let count = first; !isOver && changed < 1_000; count += 1) {
      await eve.refusal('PATCH', `${here.at}/me`, { groupId: here.groups[count % 2]!.id });
      changed += 1;
    }
  };
  const going = crowd.flatMap((eve) => [0, 1, 2, 3].map((first) => again(eve, first)));
  await expect.poll(() => changed, { timeout: 20_000 }).toBeGreaterThan(50);
  const before = changed;
  expect(await ana.refusal('PATCH', `${here.at}/me`, { name: 'Anna' })).toBe(isDone);
  expect(changed - before).toBeLessThan(200);
  isOver = true;
  await Promise.all(going);
});
