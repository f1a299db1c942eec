import { setTimeout as pause } from 'node:timers/promises';
import { type DocumentName, groupDocument } from '@board/shared/ids';
import { addRows, isSame } from '../cases/scenery.ts';
import type { Random } from '../sim/random.ts';
import { by, createWorkshop, type Joined, join, type Workshop } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';
import { until } from '../support/until.ts';
import { readWorkshopFile } from '../support/workshop-file.ts';
import { Writer } from '../support/writer.ts';
import { Followers } from './followers.ts';
import { Editor, Latencies } from './typing.ts';

const editors = 40;
const keysPerSecond = 3;
const rows = 300;
const followers = 150;
const joiners = 5;
/** Milliseconds of the network, in each direction. */
const delay = 200;
/** This share of all connections is cut, again and again after so many milliseconds. */
const cutShare = 0.03;
const cutEvery = 5_000;

export interface Observed {
  /** The share of keys that others saw within a second, and the time within which 95 % were seen. */
  withinSecond: number;
  p95: number;
  keys: number;
  /** Milliseconds until each late joiner had the whole document. */
  joined: number[];
  cuts: number;
  heard: number;
  listening: number;
  /** Editors whose cell is not what they typed, as the file has it. */
  wrongCells: number;
  /** Tabs that do not hold what the file holds. */
  different: number;
  /** The longest time, in seconds, in which the server did nothing else. */
  blocked: number;
}

/** Forty people type at once in one long strategy for so many seconds, on a slow network that loses connections. */
export async function fortyType(seconds: number, random: Random): Promise<Observed> {
  const server = await ServerProcess.start();
  const network = await TcpProxy.before(server.port);
  const tabs: Writer[] = [];
  try {
    const workshop = await createWorkshop(server.address, 'A workshop', ['Health']);
    const document = groupDocument(workshop.groups[0]!.id);
    const people = await everybody(workshop);
    const open = (who: Joined): Writer => {
      const tab = new Writer(by(network.address, who), document, 1);
      tabs.push(tab);
      return tab;
    };
    const all = await sitDown(people.slice(0, editors), open);
    const phones = new Followers(network.address, people.slice(editors, editors + followers));
    await until('all phones listen', () => phones.listening === followers && phones.heard >= followers);
    network.delay = delay;
    await server.number('nodejs_eventloop_lag_max_seconds');
    const latencies = new Latencies();
    for (const editor of all) latencies.watch(editor, all);
    const { joined, cuts } = await typeFor(seconds, { all, network, random, late: people.slice(-joiners), open });
    const blocked = await server.number('nodejs_eventloop_lag_max_seconds');
    await until('everybody is back', () => tabs.every(({ provider }) => provider.synced));
    network.delay = 0;
    const { listening, heard } = phones;
    phones.end();
    const file = await compare({ server, workshop, document, all, tabs });
    const seen = { withinSecond: latencies.shareWithin(1_000), p95: latencies.quantile(0.95), keys: latencies.count };
    return { ...seen, ...file, joined, cuts, heard, listening, blocked };
  } finally {
    for (const tab of tabs) tab.close();
    await network.close();
    await server.remove();
  }
}

async function everybody(workshop: Workshop): Promise<Joined[]> {
  const groupId = workshop.groups[0]!.id;
  const people: Joined[] = [];
  for (let place = 0; place < editors + followers + joiners; place++)
    people.push(await join(workshop, `Person ${place}`, { groupId }));
  return people;
}

async function sitDown(people: readonly Joined[], open: (who: Joined) => Writer): Promise<Editor[]> {
  const first = await open(people[0]!).synced();
  first.write('rows', (doc) => addRows(doc, rows));
  await first.allStored();
  const rest = await Promise.all(people.slice(1).map((who) => open(who).synced()));
  const all = [first, ...rest].map((writer, place) => new Editor(writer, place * 7));
  await Promise.all(all.map(({ writer }) => writer.allStored()));
  return all;
}

interface Typing {
  all: readonly Editor[];
  network: TcpProxy;
  random: Random;
  late: readonly Joined[];
  open(who: Joined): Writer;
}

async function typeFor(
  seconds: number,
  { all, network, random, late, open }: Typing,
): Promise<{ joined: number[]; cuts: number }> {
  let cuts = 0;
  const timers = all.map((editor) => {
    const next = (): NodeJS.Timeout => setTimeout(press, (1_000 / keysPerSecond) * (0.5 + random.below(1_000) / 1_000));
    const press = (): void => {
      editor.type();
      timer.now = next();
    };
    const timer = { now: next() };
    return timer;
  });
  const cutting = setInterval(() => {
    network.cut(() => {
      const isCut = random.chance(cutShare);
      if (isCut) cuts += 1;
      return isCut;
    });
  }, cutEvery);
  const joined = await Promise.all(
    late.map(async (who, place) => {
      await pause((seconds * 1_000 * (place + 0.5)) / late.length);
      const began = performance.now();
      await open(who).synced();
      return Math.round(performance.now() - began);
    }),
  );
  await pause((seconds * 500) / late.length);
  clearInterval(cutting);
  for (const timer of timers) clearTimeout(timer.now);
  return { joined, cuts };
}

interface Scene {
  server: ServerProcess;
  workshop: Workshop;
  document: DocumentName;
  all: readonly Editor[];
  tabs: readonly Writer[];
}

/** The file has every key, and every tab has what the file has. */
async function compare({
  server,
  workshop,
  document,
  all,
  tabs,
}: Scene): Promise<{ wrongCells: number; different: number }> {
  const first = tabs[0]!;
  await until('all tabs agree', () => tabs.every(({ doc }) => isSame(doc, first.doc))).catch(() => {});
  await Promise.all(tabs.map((tab) => tab.allStored()));
  const { documents } = await readWorkshopFile(server.dataFolder, workshop.workshopId);
  const kept = documents.get(document)!;
  const words = kept.getMap('rows').toJSON();
  const cells = new Set(
    Object.values(words as Record<string, { mechanisms: string }>).flatMap(({ mechanisms }) => paragraphs(mechanisms)),
  );
  return {
    wrongCells: all.filter(({ typed }) => !cells.has(typed)).length,
    different: tabs.filter(({ doc }) => !isSame(doc, kept)).length,
  };
}

const paragraphs = (xml: string): string[] =>
  [...xml.matchAll(/<paragraph>([^<]*)<\/paragraph>/g)].map(([, text]) => text!);
