import { expect, test } from 'vitest';
import { Browser, gather, Hall } from '../hall.fixture.ts';
import { linesInAll } from '../lines.ts';
import { ManualClock } from '../room/room.fixture.ts';
import { linesOfNetwork } from './request-lines.ts';

/** Behind a proxy, which tells where each request comes from; journal lines as objects. */
async function start(clock = new ManualClock()) {
  const hall = await Hall.start({ publicUrl: 'https://board.example' }, clock);
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const refuse = async (address: string): Promise<string> =>
    new Browser(hall).call('POST', '/api/no-such-command', {}, from(address)).then(({ status }) => String(status));
  const lines = (): Record<string, unknown>[] => hall.journalLines.map((line) => JSON.parse(line));
  return { hall, clock, refuse, lines, from };
}

test('DO77 Commands that are refused without end leave a few lines about one network and about all, and the next says how many were left out', async () => {
  const { hall, clock, refuse, lines } = await start();
  for (let count = 0; count < 3 * linesOfNetwork; count++) expect(await refuse('10.0.0.1')).toBe('404');
  expect(lines()).toHaveLength(linesOfNetwork);
  await refuse('10.0.0.2');
  expect(lines().at(-1)).toMatchObject({ event: 'request-refused', status: 404, leftOut: 2 * linesOfNetwork });
  for (let network = 0; network < 3 * linesInAll; network++) await refuse(`10.0.1.${network % 250}`);
  expect(lines()).toHaveLength(linesInAll);
  await clock.pass(60_000);
  await refuse('10.0.0.1');
  expect(lines().at(-1)).toMatchObject({ leftOut: 2 * linesInAll + linesOfNetwork + 1 });
  await hall.remove();
});

test('DO77 Faults of the server’s own leave a few lines too, which no refusals hide', async () => {
  const { hall, refuse, lines, from } = await start();
  const here = await gather(hall);
  for (let count = 0; count < 2 * linesOfNetwork; count++) await refuse('10.0.0.1');
  const workshop = await hall.workshop(here.workshopId);
  workshop.rooms.read = () => Promise.reject(new Error('words'));
  const fail = () => new Browser(hall).call('GET', `/api/codes/${here.joinCode}`, undefined, from('10.0.0.1'));
  for (let count = 0; count < 2 * linesOfNetwork; count++) expect((await fail()).status).toBe(500);
  expect(lines().filter(({ event }) => event === 'request-failed')).toHaveLength(linesOfNetwork);
  await hall.remove();
});
