import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { JoinCodeRenewed, PersonJoined, TogetherProposed } from '@board/shared/commands';
import {
  type CommentId,
  type GroupId,
  groupDocument,
  newId,
  type PersonId,
  type RecommendationId,
  type RowId,
} from '@board/shared/ids';
import { addRow } from '@board/shared/model/strategy-edits';
import { can } from '@board/shared/policy';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser, come, edit, type Gathering, gather, Hall } from '../hall.fixture.ts';
import type { Decision } from '../workshop/decisions.ts';
import { fold, nothingDecided, rightsOf, type WorkshopState } from '../workshop/fold.ts';

interface Decided {
  seq: number;
  author: PersonId | null;
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
  const log = decisionsIn(here);
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

test('WO54 whoever comes with a code that is being revoked has joined before, or not at all', async () => {
  const here = await gather(hall);
  let code = here.joinCode;
  let joined = 0;
  for (let round = 0; round < 8; round++) {
    const command = { code, name: 'Old code', groupId: here.groups[0]!.id };
    const stop = keepTrying(6, () => new Browser(hall).call('POST', `${here.at}/people`, command));
    await pause(20);
    const renew = { endSessions: round % 2 === 0 };
    code = (await here.facilitator.must<JoinCodeRenewed>('POST', `${here.at}/join-code`, renew)).joinCode;
    await stop();
    const log = decisionsIn(here).map(({ decision }) => decision.type);
    expect(log.at(-1)).toBe('join-code-renewed');
    expect(log.length).toBeGreaterThan(joined + 1);
    joined = log.length;
  }
});

test('DO72 whatever is decided while a stage or a strategy is being closed was allowed by what stood before it', async () => {
  const here = await gather(hall);
  const [own, other] = here.groups.map((group) => group.id) as [GroupId, GroupId];
  const [row, theirs] = await rowsOnTheSame(here);
  const [ana, ben, cy] = [
    await come(here, 'Ana', { groupId: own }),
    await come(here, 'Ben', { groupId: other }),
    await come(here, 'Cy'),
  ];
  await here.facilitator.must('PATCH', `${here.at}/groups/${own}`, { presented: true });
  const together = { from: { groupId: other, row: theirs }, to: { groupId: own, row } };
  let count = 0;
  const comment = () => ({ id: newId<CommentId>(), text: 'Words', place: { row, cell: null } });
  const tries: (() => Promise<unknown>)[] = [
    () => ana.call('PATCH', `${here.at}/me`, { name: `Ana ${count++}` }),
    () => cy.call('PATCH', `${here.at}/me`, { groupId: count++ % 2 === 0 ? own : other }),
    () => new Browser(hall).call('POST', `${here.at}/people`, { code: here.joinCode, name: 'New' }),
    () => ben.call('POST', `${here.at}/groups/${own}/comments`, comment()),
    async () => {
      const { body } = await ben.call<TogetherProposed>('POST', `${here.at}/together`, together);
      await ben.call('DELETE', `${here.at}/together/${body.id}`);
    },
  ];
  const stops = tries.map((attempt) => keepTrying(2, attempt));
  for (const [path, closed, open] of [
    [`${here.at}/stage`, { stage: 'closed' }, { stage: 'plenary' }],
    [`${here.at}/groups/${other}`, { open: false }, { open: true }],
    [`${here.at}/groups/${own}`, { keptClosed: true }, { keptClosed: false }],
  ] as const) {
    for (let round = 0; round < 8; round++) {
      for (const to of [closed, open]) {
        await pause(15);
        await here.facilitator.must('stage' in to ? 'PUT' : 'PATCH', path, to);
      }
    }
  }
  for (const stop of stops) await stop();
  expect(notAllowed(decisionsIn(here))).toEqual([]);
});

/** Tries again and again, so many at once, until the returned function is called; that resolves when the last answer is there. */
function keepTrying(parallel: number, attempt: () => Promise<unknown>): () => Promise<void> {
  let isOver = false;
  const one = async (): Promise<void> => {
    while (!isOver) {
      await attempt();
      // An address may ask so much in ten seconds, and a busy machine makes this long.
      await pause(8);
    }
  };
  const running = Promise.all(Array.from({ length: parallel }, one));
  return async () => {
    isOver = true;
    await running;
  };
}

/** A row of each of the first two groups, about the same recommendation. */
async function rowsOnTheSame(here: Gathering): Promise<RowId[]> {
  const recommendation = newId<RecommendationId>();
  const rows: RowId[] = [];
  for (const { id } of here.groups) {
    await edit(here, groupDocument(id), (doc) => void rows.push(addRow(doc, recommendation)));
  }
  return rows;
}

/** Decisions that the state just before them did not allow their author. */
function notAllowed(log: readonly Decided[]): Decided[] {
  let state = nothingDecided;
  return log.filter(({ seq, author, decision }) => {
    const before = state;
    state = fold(state, [{ seq, at: 0, author, body: { kind: 'decision', decision } }]);
    return !wasAllowed(before, author, decision);
  });
}

function wasAllowed(before: WorkshopState, author: PersonId | null, decision: Decision): boolean {
  const rights = rightsOf(before);
  const person = before.people.get(author ?? ('' as PersonId));
  if (decision.type === 'comment-added')
    return can(person!, { do: 'comment', group: decision.groupId }, rights).allowed;
  if (decision.type === 'together-asked')
    return can(person!, { do: 'work-together', group: decision.rows[0].groupId }, rights).allowed;
  return decision.type === 'stage-set' || !rights.workshopClosed;
}

function decisionsIn(here: Gathering): Decided[] {
  const database = new DatabaseSync(join(hall.folder, 'workshops', `${here.workshopId}.sqlite`), { readOnly: true });
  const rows = database.prepare(`SELECT seq, author, body FROM log WHERE kind = 'decision' ORDER BY seq`).all();
  database.close();
  return rows.map(({ seq, author, body }) => ({
    seq: Number(seq),
    author: author === null ? null : (String(author) as PersonId),
    decision: JSON.parse(String(body)) as Decision,
  }));
}

function takesAway(decision: Decision, person: string | null): boolean {
  if (decision.type !== 'person-removed' && decision.type !== 'role-changed') return false;
  return decision.personId === person;
}
