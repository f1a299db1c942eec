import { expect, test } from 'vitest';
import { Box, Phone, settled } from './ballot-fakes.ts';

const agree = { position: 'agree', reason: '' } as const;
const block = { position: 'block', reason: 'The second sentence names people.' } as const;

test('VO73 while blocks may be lifted the device keeps the paper’s number, whatever was chosen, and no position', async () => {
  for (const choice of [agree, block]) {
    const box = new Box();
    const phone = new Phone(box);
    const ballot = phone.open();
    ballot.choose(choice);
    await settled();
    ballot.end();
    const [paper] = [...box.ballots.keys()];
    expect(ballot.paper()).toBe(paper);
    expect([...phone.stored.values()].join()).toBe(`{"ending":"counted","paper":"${paper}"}`);
    expect(phone.open({ isClosed: true }).paper()).toBe(paper);
    ballot.forget();
    expect([...phone.stored.values()].join()).toBe('{"ending":"counted"}');
  }
});

test('VO73 whoever has no counted ballot keeps no paper', async () => {
  const box = new Box();
  const phone = new Phone(box);
  const ballot = phone.open();
  await settled();
  ballot.end();
  expect([...phone.stored.values()].join()).toBe('{"ending":"none"}');
});

test('VO19 a ballot that was refused for words that had changed is sent when they are as before', async () => {
  const box = new Box();
  const ballot = new Phone(box).open();
  await settled();
  box.refusal = 'vote-stale';
  ballot.choose(agree);
  await settled();
  expect(ballot.state()).toMatchObject({ state: 'refused', code: 'vote-stale', choice: agree });
  box.refusal = null;
  ballot.takeUp('vote-stale');
  await settled();
  expect(ballot.state()).toEqual({ state: 'counted', choice: agree });
});

test('VO102 a ballot that was refused in a closed workshop is sent when that is open again', async () => {
  const box = new Box();
  const ballot = new Phone(box).open();
  await settled();
  box.refusal = 'workshop-closed';
  ballot.choose(agree);
  await settled();
  ballot.takeUp('vote-stale');
  expect(ballot.state()).toMatchObject({ state: 'refused', code: 'workshop-closed', choice: agree });
  box.refusal = null;
  ballot.takeUp('workshop-closed');
  await settled();
  expect(ballot.state()).toEqual({ state: 'counted', choice: agree });
});

test('VO103 who becomes a member again while the vote is open goes on, and who becomes an observer asks for nothing more', async () => {
  const box = new Box();
  const ballot = new Phone(box).open({ mayVote: false });
  await settled();
  expect(ballot.state()).toEqual({ state: 'not-on-roll' });
  ballot.admit(true);
  await settled();
  expect(ballot.state()).toEqual({ state: 'ready' });
  ballot.admit(false);
  ballot.choose(agree);
  await settled();
  expect(ballot.state()).toEqual({ state: 'not-on-roll' });
  expect(box.positions()).toEqual([]);
  ballot.admit(true);
  await settled();
  expect(ballot.state()).toEqual({ state: 'counted', choice: agree });
});

test('VO85 a block whose answer was lost, or that left with a page that was closed, can be lifted: its paper is kept', async () => {
  for (const isPageClosed of [false, true]) {
    const box = new Box();
    const phone = new Phone(box);
    const ballot = phone.open(isPageClosed ? { cast: (body) => box.cast(body).then(() => new Promise(() => {})) } : {});
    await settled();
    if (!isPageClosed) box.network = 'loses-answers';
    ballot.choose(block);
    await settled();
    expect(box.positions()).toEqual(['block']);
    box.network = 'up';
    box.isClosed = true;
    const later = phone.open({ isClosed: true });
    expect(later.paper()).toBe([...box.ballots.keys()][0]);
    expect(later.state()).toEqual({ state: 'too-late', hasEarlier: false, isSure: false });
    expect([...phone.stored.values()].join()).not.toContain('block');
  }
});

test('VO85 a ballot that surely never left is not taken for one that may be counted', async () => {
  const box = new Box();
  const phone = new Phone(box);
  const ballot = phone.open();
  await settled();
  box.refusal = 'too-many-requests';
  ballot.choose(agree);
  await settled();
  ballot.end();
  expect(ballot.state()).toEqual({ state: 'too-late', hasEarlier: false, isSure: true });
  expect(ballot.paper()).toBeNull();
});

test('VO86 who has voted and may not any more has no position on the device after closing', async () => {
  for (const secrecy of ['secret', 'open'] as const) {
    const box = new Box();
    const phone = new Phone(box);
    const cast = async () => ({ ok: true as const, value: null });
    const ballot = phone.open(secrecy === 'open' ? { secrecy, cast } : {});
    ballot.choose(block);
    await settled();
    expect([...phone.stored.values()].join()).toContain('block');
    const later = phone.open({ secrecy, mayVote: false, isClosed: true });
    expect([...phone.stored.values()].join()).not.toContain('block');
    expect(later.paper()).toBe(secrecy === 'open' ? null : [...box.ballots.keys()][0]);
  }
});

test('VO93 who has voted and votes no more can lift a block; who has not, or surely too late, has none to lift', async () => {
  for (const secrecy of ['secret', 'open'] as const) {
    const phone = new Phone(new Box());
    const cast = async () => ({ ok: true as const, value: null });
    const asked = secrecy === 'open' ? { secrecy, cast } : {};
    expect(phone.open({ ...asked, mayVote: false, isClosed: true }).mayBeIn()).toBe(false);
    const ballot = phone.open(asked);
    ballot.choose(block);
    await settled();
    expect(ballot.mayBeIn()).toBe(false);
    expect(phone.open({ ...asked, mayVote: false, isClosed: true }).mayBeIn()).toBe(true);
  }
  const late = new Box();
  late.network = 'down';
  const phone = new Phone(late);
  phone.open().choose(block);
  await settled();
  expect(phone.open({ isClosed: true }).mayBeIn()).toBe(false);
});

test('VO86 who never voted keeps nothing', async () => {
  const phone = new Phone(new Box());
  phone.open({ mayVote: false, isClosed: true });
  await settled();
  expect([...phone.stored.values()]).toEqual([]);
});
