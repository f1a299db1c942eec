import { setTimeout as pause } from 'node:timers/promises';
import type { VoteOpened } from '@board/shared/commands-votes';
import type { VoteId } from '@board/shared/ids';
import type { VoteView } from '@board/shared/live-view';
import { facilitatorOf } from '../../support/people.ts';
import { kindOf } from '../kinds/kinds.ts';
import { cores, pinSelf } from '../machine/pinned.ts';
import { ProcessorTime } from '../machine/processor-time.ts';
import { Server } from '../machine/server.ts';
import { type Answers, Phone } from './phone.ts';
import { Projector } from './projector.ts';
import { prepareWorkshop, votePageFiles, writeOn } from './scene.ts';

/**
 * Five hundred people open the voting page within ten seconds of a QR code’s appearing, and all vote secretly within ten,
 * while eleven groups go on writing; the server has one core. Prints how long answers took, how far the projector was
 * behind, and whether every ballot was counted once. `node tests/bench/hall/votes.ts`, after `vite build client`.
 */

const people = 500;
const spread = 10_000;
const positions = ['agree', 'agree', 'agree', 'stand-aside'] as const;

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

const somewhen = (): Promise<void> => pause(Math.random() * spread);

function tell(answers: Answers): void {
  console.log('| asked for | times | p50 | p99 | longest |\n| --- | ---: | ---: | ---: | ---: |');
  for (const [what, times] of answers) {
    const [p50, p99, longest] = [0.5, 0.99, 1].map((share) => `${quantile(times, share).toFixed(1)} ms`);
    console.log(`| ${what} | ${times.length} | ${p50} | ${p99} | ${longest} |`);
  }
}

async function playHall(server: Server): Promise<void> {
  const files = await votePageFiles();
  const { workshop, itemId } = await prepareWorkshop(`http://127.0.0.1:${server.port}`);
  const { workshopId, joinCode, facilitator } = workshop;
  const { writers, stop } = await writeOn(workshop);
  let vote: VoteId | null = null;
  const projector = new Projector(await facilitatorOf(workshop), () => vote);
  const answers: Answers = new Map();
  const invitation = {
    port: server.port,
    workshopId,
    joinCode,
    groups: workshop.groups.map(({ id }) => id),
    people,
    files,
  };
  const phones = Array.from({ length: people }, () => new Phone(invitation, answers));
  const counted: number[] = [];
  const voted: Promise<void>[] = [];
  const processor = new ProcessorTime(server.pid);
  const before = { at: performance.now(), spent: processor.read(), own: process.cpuUsage() };
  const opened = phones.map(async (phone, index) => {
    await somewhen();
    await phone.open(`Person ${index}`, (seen) => {
      const voting = phone.vote(seen, somewhen(), positions[index % positions.length]!);
      voted.push(voting.then(() => void counted.push(performance.now())));
    });
  });
  await Promise.all(opened);
  const at = `/api/workshops/${workshopId}/votes`;
  const ask = {
    scope: { kind: 'item', itemId },
    rule: 'consensus',
    quorum: { numerator: 1, denominator: 2 },
    secrecy: 'secret',
  };
  vote = (await facilitator.must<VoteOpened>('POST', at, ask)).voteId;
  const began = performance.now();
  while (voted.length < people) await pause(10);
  const seen = performance.now() - began;
  await Promise.all(voted);
  const took = performance.now() - before.at;
  const busy = (processor.read() - before.spent) / 1e6 / took;
  const own = process.cpuUsage(before.own);
  const ownBusy = (own.user + own.system) / 1e3 / took;
  processor.stop();
  await pause(2_000);
  const behind = projector.behind(counted);
  const closed = await facilitator.must<VoteView>('POST', `${at}/${vote}/close`, {});
  console.log(
    `${people} phones, each with ${files.length} files, ${writers} others writing; server’s core ${(busy * 100).toFixed(0)} % busy, the phones’ ${(ownBusy * 100).toFixed(0)} %`,
  );
  tell(answers);
  console.log(
    `the vote was on all phones after ${Math.round(seen)} ms; the projector was at most ${Math.round(behind)} ms behind`,
  );
  console.log(`turnout ${closed.turnout} of ${people}: ${JSON.stringify(closed.result?.tally)}`);
  for (const phone of phones) phone.close();
  projector.close();
  stop();
}

pinSelf(cores.generator);
const server = await Server.start(kindOf('ours'));
await playHall(server).finally(() => server.remove());
process.exit();
