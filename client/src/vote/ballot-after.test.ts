import { expect, test } from 'vitest';
import { Box, Phone, settled } from './ballot-fakes.ts';

const agree = { position: 'agree', reason: '' } as const;
const block = { position: 'block', reason: 'The second sentence names people.' } as const;

test('VO73 while blocks may be lifted the device keeps the paper’s number, whatever was chosen, and no position', async () => {
  for (const choice of [agree, block]) {
    const box = new Box();
    const phone = new Phone(box);
    const ballot = phone.open({ mayLift: true });
    ballot.choose(choice);
    await settled();
    ballot.end();
    const [paper] = [...box.ballots.keys()];
    expect(ballot.paper()).toBe(paper);
    expect([...phone.stored.values()].join()).toBe(`{"ending":"counted","paper":"${paper}"}`);
    expect(phone.open({ mayLift: true, isClosed: true }).paper()).toBe(paper);
    ballot.forget();
    expect([...phone.stored.values()].join()).toBe('{"ending":"counted"}');
  }
});

test('VO73 whoever has no counted ballot keeps no paper', async () => {
  const box = new Box();
  const phone = new Phone(box);
  const ballot = phone.open({ mayLift: true });
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
  ballot.takeUp();
  await settled();
  expect(ballot.state()).toEqual({ state: 'counted', choice: agree });
});
