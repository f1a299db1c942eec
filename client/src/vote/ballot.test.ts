import type { CastBallot } from '@board/shared/commands-votes';
import { ok } from '@board/shared/result';
import { expect, test } from 'vitest';
import { Box, Phone, settled } from './ballot-fakes.ts';
import { keepBallot } from './kept-ballot.ts';
import { paperTurn } from './paper-turn.ts';

const agree = { position: 'agree', reason: '' } as const;
const block = { position: 'block', reason: 'The second sentence names people.' } as const;

test('VO20 the paper is collected as soon as the vote is seen, before anybody has chosen', async () => {
  const box = new Box();
  const ballot = new Phone(box).open();
  expect(ballot.state()).toEqual({ state: 'collecting', isDelayed: false });
  await settled();
  expect(ballot.state()).toEqual({ state: 'ready' });
  expect(box.collectedBy).not.toBeNull();
  expect(box.ballots.size).toBe(0);
});

test('VO20 phones of a large hall ask one after the other within six seconds; who has chosen asks at once', async () => {
  expect([paperTurn(500, 1), paperTurn(500, 0), paperTurn(30, 1), paperTurn(5_000, 1)]).toEqual([6_000, 0, 360, 6_000]);
  const box = new Box();
  const phone = new Phone(box);
  const ballot = phone.open({ turn: 700 });
  ballot.retry();
  await settled();
  expect([box.requests, phone.timers.map(({ delay }) => delay)]).toEqual([0, [700]]);
  expect(ballot.state()).toEqual({ state: 'collecting', isDelayed: false });
  await phone.runTimers();
  expect(ballot.state()).toEqual({ state: 'ready' });
  const other = new Box();
  const quick = new Phone(other).open({ turn: 700 });
  quick.choose(agree);
  await settled();
  expect(quick.state()).toEqual({ state: 'counted', choice: agree });
});

test('VO21 a paper whose stamp was lost on the way is asked for again with the same cover, also after a reload', async () => {
  const box = new Box();
  const phone = new Phone(box);
  box.network = 'loses-answers';
  const before = phone.open();
  await settled();
  expect(before.state()).toEqual({ state: 'collecting', isDelayed: true });
  const covered = box.collectedBy;
  box.network = 'up';
  const after = phone.open();
  await settled();
  expect(after.state()).toEqual({ state: 'ready' });
  expect(box.collectedBy).toBe(covered);
  after.choose(agree);
  await settled();
  expect(after.state()).toEqual({ state: 'counted', choice: agree });
});

test('VO22 double taps, retries and changes leave one ballot with the last choice', async () => {
  const box = new Box();
  const phone = new Phone(box);
  const ballot = phone.open();
  await settled();
  ballot.choose(agree);
  ballot.choose(agree);
  ballot.choose(block);
  expect(ballot.state()).toMatchObject({ state: 'sending', choice: block });
  await settled();
  expect(box.positions()).toEqual(['block']);
  box.network = 'loses-answers';
  ballot.choose(agree);
  await settled();
  expect(ballot.state()).toEqual({ state: 'waiting', choice: agree, counted: block });
  box.network = 'up';
  await phone.runTimers();
  expect(ballot.state()).toEqual({ state: 'counted', choice: agree });
  expect(box.positions()).toEqual(['agree']);
});

test('VO22 a choice that is confirmed is not sent again by another tap on it', async () => {
  const box = new Box();
  const ballot = new Phone(box).open();
  ballot.choose(agree);
  await settled();
  const { requests } = box;
  ballot.choose(agree);
  ballot.retry();
  await settled();
  expect(box.requests).toBe(requests);
});

test('VO23 a ballot without network is kept on the device and sent after a reload', async () => {
  const box = new Box();
  const phone = new Phone(box);
  box.network = 'down';
  const before = phone.open();
  before.choose(agree);
  await settled();
  expect(before.state()).toEqual({ state: 'waiting', choice: agree, counted: null });
  box.network = 'up';
  const after = phone.open();
  await settled();
  expect(after.state()).toEqual({ state: 'counted', choice: agree });
  expect(box.positions()).toEqual(['agree']);
});

test('VO23 without network it is tried again with growing pauses, one timer at a time', async () => {
  const box = new Box();
  const phone = new Phone(box);
  box.network = 'down';
  const ballot = phone.open();
  await settled();
  const pauses: (number | undefined)[] = [];
  for (let attempt = 0; attempt < 6; attempt++) {
    expect(phone.timers.length).toBe(1);
    pauses.push(phone.timers[0]?.delay);
    await phone.runTimers();
  }
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
  box.network = 'up';
  ballot.retry();
  await settled();
  expect(phone.timers).toEqual([]);
  expect(ballot.state()).toEqual({ state: 'ready' });
});

test('VO24 a ballot that comes too late says so; what is kept shows no position', async () => {
  const box = new Box();
  const phone = new Phone(box);
  const ballot = phone.open();
  await settled();
  box.isClosed = true;
  ballot.choose(agree);
  await settled();
  expect(ballot.state()).toEqual({ state: 'too-late', hasEarlier: false, isSure: true });
  expect([...phone.stored.values()].join()).toBe('{"ending":"too-late"}');
  expect(phone.open({ isClosed: true }).state()).toEqual(ballot.state());
});

test('VO24 what never left a device without network was surely not counted', async () => {
  const box = new Box();
  const phone = new Phone(box);
  let isOffline = false;
  const ballot = phone.open({ isOffline: () => isOffline });
  await settled();
  isOffline = true;
  const { requests } = box;
  ballot.choose(agree);
  await settled();
  await phone.runTimers();
  expect(ballot.state()).toEqual({ state: 'waiting', choice: agree, counted: null });
  expect(box.requests).toBe(requests);
  ballot.end();
  expect(ballot.state()).toEqual({ state: 'too-late', hasEarlier: false, isSure: true });
});

test('VO24 a change that comes too late leaves the earlier ballot; a lost answer is not called a refusal', async () => {
  const box = new Box();
  const phone = new Phone(box);
  const ballot = phone.open();
  ballot.choose(agree);
  await settled();
  box.network = 'loses-answers';
  ballot.choose(block);
  await settled();
  ballot.end();
  expect(ballot.state()).toEqual({ state: 'too-late', hasEarlier: true, isSure: false });
  expect(phone.timers).toEqual([]);
});

test('VO24 an answer that is on its way when the vote closes still counts', async () => {
  const box = new Box();
  const phone = new Phone(box);
  const ballot = phone.open();
  await settled();
  ballot.choose(agree);
  ballot.end();
  expect(ballot.state()).toMatchObject({ state: 'sending' });
  await settled();
  expect(ballot.state()).toEqual({ state: 'over', isCounted: true, isSecret: true });
  ballot.forget();
  expect([...phone.stored.values()].join()).toBe('{"ending":"counted"}');
});

test('VO25 a block without a reason never leaves the phone', async () => {
  const box = new Box();
  const ballot = new Phone(box).open();
  await settled();
  const { requests } = box;
  ballot.choose({ position: 'block', reason: '  ' });
  await settled();
  expect(ballot.state()).toEqual({ state: 'ready' });
  expect(box.requests).toBe(requests);
});

test('VO26 a second device is told where the paper is, and asks no more', async () => {
  const box = new Box();
  new Phone(box).open();
  await settled();
  const phone = new Phone(box);
  const second = phone.open();
  await settled();
  expect(second.state()).toEqual({ state: 'other-device' });
  expect(phone.timers).toEqual([]);
});

test('VO26 two tabs of one browser that ask at the same moment share one paper', async () => {
  const box = new Box();
  const phone = new Phone(box);
  const [one, two] = [phone.open(), phone.open()];
  await settled();
  expect([one.state(), two.state()]).toEqual([{ state: 'ready' }, { state: 'ready' }]);
  one.choose(agree);
  await settled();
  two.choose(block);
  await settled();
  expect(box.positions()).toEqual(['block']);
  one.retry();
  expect(one.state()).toEqual({ state: 'counted', choice: block });
});

test('VO27 whoever is not on the roll asks the server for nothing, or is told by it', async () => {
  const box = new Box();
  expect(new Phone(box).open({ mayVote: false }).state()).toEqual({ state: 'not-on-roll' });
  await settled();
  expect(box.requests).toBe(0);
  box.refusal = 'not-on-roll';
  const late = new Phone(box).open();
  await settled();
  expect(late.state()).toEqual({ state: 'not-on-roll' });
});

test('VO27 another refusal keeps the choice on screen', async () => {
  const box = new Box();
  const ballot = new Phone(box).open();
  await settled();
  box.refusal = 'paper-not-valid';
  ballot.choose(agree);
  await settled();
  expect(ballot.state()).toEqual({ state: 'refused', code: 'paper-not-valid', choice: agree, counted: null });
});

test('VO28 an open vote needs no paper', async () => {
  const sent: CastBallot[] = [];
  const ballot = new Phone(new Box()).open({
    secrecy: 'open',
    loadPapers: () => Promise.reject(new Error('not needed')),
    cast: async (one) => {
      sent.push(one);
      return ok(null);
    },
  });
  expect(ballot.state()).toEqual({ state: 'ready' });
  ballot.choose(block);
  await settled();
  expect(sent).toEqual([block]);
});

test('VO29 a browser that forbids storage still votes, and says that nothing lasts', async () => {
  const box = new Box();
  const keeper = keepBallot('ballot', () => {
    throw new DOMException('forbidden', 'SecurityError');
  });
  const ballot = new Phone(box).open({ keeper });
  ballot.choose(agree);
  await settled();
  expect(ballot.state()).toEqual({ state: 'counted', choice: agree });
  expect(keeper.isLasting()).toBe(false);
});

test('VO106 a ballot of an open vote that another device has sent is shown, and the last choice counts; one that waits here is later', async () => {
  const box = new Box();
  const phone = new Phone(box);
  const cast = async ({ position, reason = '' }: CastBallot) => {
    box.elsewhere = { position, reason } as typeof agree;
    return ok({});
  };
  const ballot = phone.open({ secrecy: 'open', cast });
  await settled();
  await ballot.lookElsewhere();
  expect(ballot.state()).toEqual({ state: 'ready' });
  box.elsewhere = block;
  await ballot.lookElsewhere();
  expect(ballot.state()).toEqual({ state: 'counted', choice: block });
  ballot.choose(agree);
  const looking = ballot.lookElsewhere();
  await settled();
  await looking;
  expect(ballot.state()).toEqual({ state: 'counted', choice: agree });
  box.network = 'down';
  await ballot.lookElsewhere();
  expect(ballot.state()).toEqual({ state: 'counted', choice: agree });
});
