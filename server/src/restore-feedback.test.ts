import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GroupFeedback, PresentationBegun } from '@board/shared/commands-present';
import { coverNewPaper, uncover } from '@board/shared/consensus/paper';
import { newId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import { Browser, come, gather } from './hall.fixture.ts';
import { again, backedUp, eachInItsHall, hall, restored } from './restore.fixture.ts';

eachInItsHall();

test('PR26 a backup holds nothing of what was said without a name while a group presents; restored, the presentation goes on with an empty box', async () => {
  const here = await gather(hall);
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'plenary' });
  const [first, second] = here.groups.map(({ id }) => id);
  const gus = await come(here, 'Gus', { groupId: second! });
  const { presentationId } = await here.facilitator.must<PresentationBegun>('POST', `${here.at}/presentations`, {
    groupId: first,
    feedback: 'nameless',
  });
  const at = `${here.at}/presentations/${presentationId}`;
  const collect = async (who: Browser) => {
    const covered = Array.from({ length: limits.feedbackPerPerson }, () => coverNewPaper());
    const body = { covered: covered.map((one) => one.covered) };
    const { stamped } = await who.must<{ stamped: string[] }>('POST', `${at}/slips`, body);
    return uncover(covered[0]!, stamped[0]!);
  };
  const said = { kind: 'question', row: null };
  const slip = await collect(gus);
  await new Browser(hall).must('POST', `${at}/feedback`, { ...slip, ...said, text: 'Who pays?' });
  const backup = await backedUp();
  const bytes = await readFile(join(backup, 'workshops', `${here.workshopId}.sqlite`), 'latin1');
  for (const part of ['Who pays?', slip.paper, 'slip-roll']) expect(bytes).not.toContain(part);
  await restored(backup);
  const old = { ...slip, ...said, text: 'Who pays?' };
  expect(await new Browser(hall).refusal('POST', `${at}/feedback`, old)).toBe('403 slip-not-valid');
  const fresh = await collect(again(gus));
  await new Browser(hall).must('POST', `${at}/feedback`, { ...fresh, ...said, text: 'Who decides?' });
  const facilitator = again(here.facilitator);
  await facilitator.must('POST', `${at}/end`, { presented: true });
  const { feedback } = await facilitator.must<GroupFeedback>('GET', `${here.at}/groups/${first}/feedback`);
  expect(feedback!.map(({ text }) => text)).toEqual(['Who decides?']);
});

test('PR26 what was hidden after a backup stays hidden when the backup is restored', async () => {
  const here = await gather(hall);
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'plenary' });
  const [first, second] = here.groups.map(({ id }) => id);
  const gus = await come(here, 'Gus', { groupId: second! });
  const { presentationId } = await here.facilitator.must<PresentationBegun>('POST', `${here.at}/presentations`, {
    groupId: first,
    feedback: 'named',
  });
  const id = newId();
  const said = { id, kind: 'question', row: null, text: 'Rude' };
  await gus.must('POST', `${here.at}/presentations/${presentationId}/feedback`, said);
  const backup = await backedUp();
  await here.facilitator.must('PATCH', `${here.at}/feedback/${id}`, { hidden: true });
  await restored(backup);
  expect((await (await hall.workshop(here.workshopId)).live.view()).feedback).toEqual({});
});
