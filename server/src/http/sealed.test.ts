import type { VoteId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { sealedText } from '@board/shared/protocol/padding';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here } from '../gathering.fixture.ts';
import { openVote, paperFor } from '../hall.fixture.ts';
import { close, onItem, people, twoItems } from './votes.fixture.ts';

eachInItsWorkshop(twoItems);

/** What goes over the wire besides the payload: the status line, and every header. */
const send = async (vote: VoteId, what: 'ballots' | 'lift', body: object) => {
  const answer = await hall.app.inject({
    method: 'POST',
    url: `${here.at}/votes/${vote}/${what}`,
    headers: { 'content-type': 'application/json' },
    payload: sealedText(body),
  });
  const { date: _, ...headers } = answer.headers;
  const length = answer.statusMessage.length + JSON.stringify(headers).length + answer.rawPayload.length;
  return { status: answer.statusCode, length, bytes: answer.rawPayload.length };
};

/** The numbers that requests may change, without those of the process. */
const numbers = async (): Promise<string> =>
  (await hall.meter.text())
    .split('\n')
    .filter((line) => /^board_(refused|commit)/.test(line))
    .join('\n');

test('VO82 every answer to a secret ballot or a lift is of one length, whatever was taken or refused', async () => {
  const all = await people(4);
  const vote = await openVote(here, { ...onItem(), slotMinutes: 10 });
  const papers = await Promise.all(all.map((person) => paperFor(person, here.at, vote)));
  const says = [
    { position: 'block', reason: 'May is too early.' },
    { position: 'agree' },
    { position: 'reservation', reason: 'With a date.' },
    { position: 'stand-aside' },
  ];
  const answers = [];
  for (const [place, paper] of papers.entries())
    answers.push(await send(vote, 'ballots', { ...paper, ...says[place] }));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  await close(vote);
  answers.push(await send(vote, 'ballots', { ...papers[0], position: 'agree' }));
  for (const { paper } of papers) answers.push(await send(vote, 'lift', { paper }));
  expect(answers.slice(4).map(({ status }) => status)).toEqual([409, 200, 409, 409, 409]);
  for (const { bytes } of answers) expect(bytes).toBe(limits.sealedAnswerBytes);
  expect(new Set(answers.map(({ length }) => length)).size).toBe(1);
});

test('VO83 the numbers do not tell whether a paper was a block, nor that one was lifted', async () => {
  const all = await people(3);
  const vote = await openVote(here, { ...onItem(), slotMinutes: 10 });
  const papers = await Promise.all(all.map((person) => paperFor(person, here.at, vote)));
  for (const [place, paper] of papers.entries()) {
    const says = place === 0 ? { position: 'block', reason: 'May is too early.' } : { position: 'agree' };
    await send(vote, 'ballots', { ...paper, ...says });
  }
  await close(vote);
  const before = await numbers();
  expect(before).toContain('board_commit_seconds_count');
  expect((await send(vote, 'lift', { paper: papers[1]!.paper })).status).toBe(409);
  expect((await send(vote, 'lift', { paper: papers[0]!.paper })).status).toBe(200);
  expect((await send(vote, 'ballots', { ...papers[0], position: 'agree' })).status).toBe(409);
  expect(await numbers()).toBe(before);
});
