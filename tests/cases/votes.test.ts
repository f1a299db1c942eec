import type { VoteOpened } from '@board/shared/commands-votes';
import { coverNewPaper, type StampedPaper, uncover } from '@board/shared/consensus/paper';
import { turnoutOf } from '@board/shared/consensus/rules';
import type { VoteId } from '@board/shared/ids';
import { applyLiveMessage, type LiveMessage } from '@board/shared/live-messages';
import type { LiveView, VoteView } from '@board/shared/live-view';
import { addItem } from '@board/shared/model/charter';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { Caller } from '../support/caller.ts';
import { createWorkshop, facilitatorOf, type Joined, join, type Workshop } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';
import { readWorkshopFile } from '../support/workshop-file.ts';
import { Writer } from '../support/writer.ts';

/** Four people vote on one item, on a real server. */
let server: ServerProcess;
let workshop: Workshop;
let people: Joined[];
let scope: { kind: 'item'; itemId: string };

beforeAll(async () => {
  server = await ServerProcess.start();
  workshop = await createWorkshop(server.address, 'A workshop', ['Health']);
  const writer = await new Writer(await facilitatorOf(workshop), 'charter', 1).synced();
  writer.write('item', (doc) => {
    scope = { kind: 'item', itemId: addItem(doc, 'We meet again.') };
  });
  await writer.allStored();
  writer.close();
  people = [];
  for (const name of ['Ana', 'Ben', 'Cy', 'Dan']) people.push(await join(workshop, name));
});
afterAll(() => server?.remove());

const at = (vote: VoteId, what: string) => `/api/workshops/${workshop.workshopId}/votes/${vote}/${what}`;
const nobody = () => new Caller(server.address);
const close = (vote: VoteId) => workshop.facilitator.must<VoteView>('POST', at(vote, 'close'), {});

async function open(): Promise<VoteId> {
  const body = { scope, rule: 'consensus', quorum: { numerator: 1, denominator: 2 }, secrecy: 'secret' };
  const path = `/api/workshops/${workshop.workshopId}/votes`;
  await workshop.facilitator.must('PUT', `/api/workshops/${workshop.workshopId}/stage`, { stage: 'charter-adoption' });
  return (await workshop.facilitator.must<VoteOpened>('POST', path, body)).voteId;
}

async function collect(who: Joined, vote: VoteId, covered = coverNewPaper()): Promise<StampedPaper> {
  const answer = await who.caller.must<{ stamped: string }>('POST', at(vote, 'papers'), { covered: covered.covered });
  return uncover(covered, answer.stamped);
}

const cast = (vote: VoteId, paper: StampedPaper, position: string) =>
  nobody().call<{ error?: { code: string } }>('POST', at(vote, 'ballots'), {
    ...{ ...paper, position },
    ...(position === 'block' ? { reason: 'Not yet.' } : {}),
  });

/** The frames that somebody is sent on the live view. */
class Listener {
  readonly frames: string[] = [];
  view: LiveView | null = null;
  readonly #socket: WebSocket;

  constructor({ caller: { address, cookie }, workshopId }: Joined) {
    this.#socket = new WebSocket(`${address.replace('http', 'ws')}/live/${workshopId}`, {
      headers: { origin: address, cookie },
    });
    this.#socket.on('message', (data) => {
      this.frames.push(String(data));
      this.view = applyLiveMessage(this.view, JSON.parse(String(data)) as LiveMessage);
    });
  }

  close(): void {
    this.#socket.close();
  }
}

test('CA13 (O13) a vote that is changed, tapped twice, sent from two devices or sent again is one vote everywhere', async () => {
  const vote = await open();
  const [ana, ben] = people as [Joined, Joined];
  const covered = coverNewPaper();
  const [paper, again] = await Promise.all([collect(ana, vote, covered), collect(ana, vote, covered)]);
  expect(again).toEqual(paper);
  const laptop = ana.caller.at(server.address);
  const other = await laptop.call('POST', at(vote, 'papers'), { covered: coverNewPaper().covered });
  expect([other.status, (other.body as { error: { code: string } }).error.code]).toEqual([
    409,
    'paper-already-collected',
  ]);
  await Promise.all([cast(vote, paper, 'block'), cast(vote, paper, 'block')]);
  for (const position of ['agree', 'reservation', 'stand-aside']) await cast(vote, paper, position);
  await cast(vote, paper, 'stand-aside');
  await cast(vote, await collect(ben, vote), 'agree');
  const screen = new Listener(await join(workshop, 'Hall', { role: 'screen' }));
  await until('the projector has the vote', () => screen.view?.votes[vote]?.turnout === 2);
  const closed = await close(vote);
  await until('the projector has the result', () => screen.view?.votes[vote]?.result !== null);
  screen.close();
  expect(closed.result!.tally).toEqual({ agree: 1, reservation: 0, 'stand-aside': 1, block: 0 });
  expect(screen.view!.votes[vote]).toEqual(closed);
  expect(turnoutOf(closed.result!.tally)).toBeLessThanOrEqual(closed.rollSize);
});

test('CA14 (O14) one at a time, four vote: no frame, no line of the log, no byte that is kept links a person to a position', async () => {
  const screen = new Listener(await join(workshop, 'Hall 2', { role: 'screen' }));
  const listener = new Listener(people[3]!);
  const vote = await open();
  const chosen = ['agree', 'stand-aside', 'block', 'reservation'];
  const papers = [];
  for (const [place, who] of people.entries()) {
    const paper = await collect(who, vote);
    await cast(vote, paper, chosen[place]!);
    papers.push(paper);
  }
  await until('all have heard', () => [screen, listener].every(({ view }) => view?.votes[vote]?.turnout === 4));
  // The first frame tells of the vote before, which is closed.
  const heard = [screen, listener].flatMap(({ frames }) => frames.slice(1)).join('\n');
  for (const word of ['"tally"', 'Not yet.', ...papers.map(({ paper }) => paper)]) expect(heard).not.toContain(word);
  const { result } = await close(vote);
  screen.close();
  listener.close();
  expect(result!.remarks).toEqual([{ position: 'block', text: 'Not yet.' }]);
  const { decisions } = await readWorkshopFile(server.dataFolder, workshop.workshopId);
  const about = decisions.map((entry) => JSON.stringify(entry.body)).filter((text) => text.includes(vote));
  expect(about).toHaveLength(2);
  const closing = about[1]!;
  for (const { id } of people) expect(closing).not.toContain(id);
  for (const name of ['Ana', 'Ben', 'Cy', 'Dan']) expect(closing).not.toContain(name);
  expect(server.output).not.toContain(vote);
});

test('CA15 (O15) a ballot that arrives after closing is told that the vote is closed, and changes nothing', async () => {
  const vote = await open();
  const paper = await collect(people[0]!, vote);
  const closed = await close(vote);
  const late = await cast(vote, paper, 'agree');
  expect([late.status, late.body.error?.code]).toEqual([409, 'vote-closed']);
  const unknown = await cast('a'.repeat(12) as VoteId, paper, 'agree');
  expect([unknown.status, unknown.body.error?.code]).toEqual([404, 'unknown-vote']);
  const listener = new Listener(people[1]!);
  await until('the result is there', () => Boolean(listener.view?.votes[vote]?.result));
  listener.close();
  expect(listener.view!.votes[vote]).toEqual(closed);
});
