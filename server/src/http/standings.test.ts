import { newId, type PersonId } from '@board/shared/ids';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here, view } from '../gathering.fixture.ts';
import { come, openVote } from '../hall.fixture.ts';
import { close, onItem, people, twoItems } from './votes.fixture.ts';

eachInItsWorkshop(twoItems);

type Seated = Awaited<ReturnType<typeof people>>[number];

const standings = async (person: PersonId): Promise<object> => ({
  ...(await hall.workshop(here.workshopId)).standings(person),
});

test('VO122 Whoever does not vote on a device has a standing in the vote, after a restart too, and nobody else has one', async () => {
  const [ana, ben, cai] = (await people(3)) as [Seated, Seated, Seated];
  const screen = await come(here, 'Hall', { role: 'screen' });
  const watcher = await come(here, 'Eve', { role: 'observer' });
  for (const secrecy of ['open', 'secret'] as const) {
    const absent = { people: [cai.personId], note: 'left at noon' };
    const vote = await openVote(here, { ...onItem(), secrecy, byHand: [ben.personId], absent });
    const late = await come(here, 'Late');
    for (const one of [ana, screen, watcher, { personId: newId<PersonId>() }])
      expect(await standings(one.personId)).not.toHaveProperty(vote);
    await hall.restart();
    expect(await standings(ben.personId)).toMatchObject({ [vote]: 'by-hand' });
    expect(await standings(cai.personId)).toMatchObject({ [vote]: 'absent' });
    expect(await standings(late.personId)).toMatchObject({ [vote]: 'later' });
    const seen = JSON.stringify(await view());
    for (const { personId } of [ana, ben, cai, late]) expect(seen).not.toContain(personId);
    await close(vote);
    expect(await standings(ben.personId)).toMatchObject({ [vote]: 'by-hand' });
    // Else a block that could be lifted would be offered to somebody who has none.
    expect(await standings(late.personId)).toMatchObject({ [vote]: 'later' });
    await here.facilitator.must('DELETE', `${here.at}/people/${late.personId}`);
  }
});
