import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { PersonJoined } from '@board/shared/commands';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser, gather, Hall } from '../hall.fixture.ts';
import type { Decision } from '../workshop/decisions.ts';

interface Decided {
  seq: number;
  author: string | null;
  decision: Decision;
}

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.start();
});
afterAll(() => hall.remove());

test('DO71 what somebody decides while being removed or made an observer is carried out before, or not at all', async () => {
  const here = await gather(hall);
  const [own, other] = here.groups.map((group) => group.id);
  const workshop = await hall.workshop(here.workshopId);
  const people: string[] = [];
  for (let round = 0; round < 30; round++) {
    const browser = new Browser(hall);
    const command = { code: here.joinCode, name: `Person ${round}`, groupId: own };
    const { personId } = await browser.must<PersonJoined>('POST', `${here.at}/people`, command);
    people.push(personId);
    const takeAway: Parameters<Browser['call']> =
      round % 2 === 0
        ? ['DELETE', `${here.at}/people/${personId}`]
        : ['PATCH', `${here.at}/people/${personId}`, { role: 'observer' }];
    await Promise.all([
      here.facilitator.call('PUT', `${here.at}/stage`, { stage: round % 4 < 2 ? 'lobby' : 'plenary' }),
      browser.call('PATCH', `${here.at}/groups/${own}`, { keptClosed: round % 2 === 0 }),
      browser.call('PATCH', `${here.at}/me`, { groupId: other }),
      here.facilitator.call(...takeAway),
      browser.call('PATCH', `${here.at}/me`, { groupId: other }),
    ]);
  }
  const log = decisionsIn(join(hall.folder, 'workshops', `${here.workshopId}.sqlite`));
  const late = log.filter(({ author, seq }) => {
    const end = log.find(({ decision }) => takesAway(decision, author));
    return end !== undefined && end.seq < seq && people.includes(author ?? '');
  });
  expect(late).toEqual([]);
  for (const id of people) {
    const person = [...workshop.state.people.values()].find((one) => one.id === id);
    if (person?.role === 'observer') expect(person.groupId).toBeNull();
  }
});

function decisionsIn(path: string): Decided[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare(`SELECT seq, author, body FROM log WHERE kind = 'decision' ORDER BY seq`).all();
  database.close();
  return rows.map(({ seq, author, body }) => ({
    seq: Number(seq),
    author: author === null ? null : String(author),
    decision: JSON.parse(String(body)) as Decision,
  }));
}

function takesAway(decision: Decision, person: string | null): boolean {
  if (decision.type !== 'person-removed' && decision.type !== 'role-changed') return false;
  return decision.personId === person;
}
