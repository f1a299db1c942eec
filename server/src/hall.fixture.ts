import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Me, PersonJoined, WorkshopCreated } from '@board/shared/commands';
import type { PairingBegun, PairingClaimed } from '@board/shared/commands-screen';
import type { OpenVote, VoteOpened } from '@board/shared/commands-votes';
import { coverNewPaper, type StampedPaper, uncover } from '@board/shared/consensus/paper';
import type { DocumentName, GroupId, VoteId, WorkshopId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import type { FastifyInstance } from 'fastify';
import * as Y from 'yjs';
import { asideInThread } from './adapters/aside.ts';
import { openRegistry } from './adapters/lowdb-registry.ts';
import { prometheusMeter } from './adapters/prometheus-meter.ts';
import { systemClock } from './adapters/system-clock.ts';
import { openWorkshopFiles } from './adapters/workshop-files.ts';
import { Backlog } from './backlog.ts';
import type { Config } from './config.ts';
import { demonstration } from './demonstration/content.ts';
import { type Faults, faulty, faultyList } from './faults.fixture.ts';
import { buildApp } from './http/app.ts';
import { openTakingUp } from './http/taking-up.ts';
import type { Clock, Journal } from './ports.ts';
import { openRooms } from './room/rooms.ts';
import { trials } from './trials.fixture.ts';
import { Workshops } from './workshop/directory.ts';
import { writeFor } from './workshop/hand.ts';
import { surveyWorkshops } from './workshop/survey.ts';
import type { Workshop } from './workshop/workshop.ts';

export interface Answer<Body> {
  status: number;
  body: Body;
  cookies: { name: string; value: string }[];
  headers: Record<string, unknown>;
}

/** A whole server in this process, on real files in a folder of its own, spoken to without a network. */
export class Hall {
  readonly folder: string;
  readonly faults: Faults = { log: false, sheets: false, registry: false };
  /** Everything told to the journal, as text. */
  readonly journalLines: string[] = [];
  isStopping = false;
  /** Bytes that may wait for all slow readers, from the next start on. */
  mostUnread = limits.outboxBytesInAll;
  /** What was metered. */
  readonly meter = prometheusMeter();
  app!: FastifyInstance;
  workshops!: Workshops;
  #files!: ReturnType<typeof openWorkshopFiles>;
  readonly #config: Config;
  readonly #clock: Clock;

  private constructor(folder: string, config: Config, clock: Clock) {
    this.folder = folder;
    this.#config = config;
    this.#clock = clock;
  }

  static async start(set: Partial<Config> = {}, clock: Clock = systemClock(), from?: string): Promise<Hall> {
    const folder = from ?? (await mkdtemp(join(tmpdir(), 'board-hall-')));
    const config = {
      host: '127.0.0.1',
      port: 0,
      dataDir: folder,
      publicUrl: null,
      createKey: null,
      metricsKey: null,
      ...set,
    };
    const hall = new Hall(folder, config, clock);
    await hall.#open();
    return hall;
  }

  /** Stops as at a signal and starts again on the same files. */
  async restart(): Promise<void> {
    await this.#close();
    await this.#open();
  }

  /** Another server on a copy of what is on the disk at this moment, as after a power cut. */
  async afterPowerCut(): Promise<Hall> {
    const copy = await mkdtemp(join(tmpdir(), 'board-hall-'));
    await cp(this.folder, copy, { recursive: true });
    return Hall.start({}, this.#clock, copy);
  }

  /** Stops and removes the files. */
  async remove(): Promise<void> {
    await this.#close();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Stops only. */
  async stop(): Promise<void> {
    await this.#close();
  }

  async workshop(id: WorkshopId): Promise<Workshop> {
    const found = await this.workshops.find(id);
    if (!found.ok) throw new Error(found.problem);
    return found.value;
  }

  async #open(): Promise<void> {
    const clock = this.#clock;
    const note = (event: string, facts: object = {}): void =>
      void this.journalLines.push(JSON.stringify({ event, ...facts }));
    const journal: Journal = { info: note, warn: note, error: note };
    this.#files = openWorkshopFiles({ folder: join(this.folder, 'workshops'), clock, journal, meter: this.meter });
    const survey = (known: ReadonlySet<WorkshopId>) => surveyWorkshops(this.#files, known, journal);
    const registry = await openRegistry({ folder: this.folder, clock, journal, survey });
    if (!registry.ok) throw new Error(registry.problem);
    this.workshops = new Workshops(faulty(this.#files, this.faults), faultyList(registry.value, this.faults), {
      clock,
      journal,
      makeRooms: (log, generation) => openRooms({ log, clock, journal, meter: this.meter, trials, generation }),
    });
    this.app = await buildApp({
      config: this.#config,
      workshops: this.workshops,
      clock,
      journal,
      meter: this.meter,
      numbers: this.meter,
      demonstration,
      takeUp: openTakingUp(asideInThread),
      addresses: () => ['http://board.example'],
      backlog: new Backlog(this.mostUnread),
      isStopping: () => this.isStopping,
      clientFiles: null,
    });
  }

  async #close(): Promise<void> {
    await this.app.close();
    await this.workshops.close();
    await this.#files.stop();
  }
}

/** One browser: keeps its cookies. */
export class Browser {
  readonly hall: Hall;
  readonly jar = new Map<string, string>();

  constructor(hall: Hall) {
    this.hall = hall;
  }

  async call<Body = unknown>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object | string,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.hall.app.inject({
      method,
      url,
      headers: { ...(cookie === '' ? {} : { cookie }), ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value } of answer.cookies) this.jar.set(name, value);
    const body = (answer.body === '' ? null : JSON.parse(answer.body)) as Body;
    return { status: answer.statusCode, body, cookies: answer.cookies, headers: answer.headers };
  }

  /** Like `call`; a refusal fails the test. */
  async must<Body>(...call: Parameters<Browser['call']>): Promise<Body> {
    const answer = await this.call<Body>(...call);
    if (answer.status >= 300) throw new Error(`${call[0]} ${call[1]}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** The refusal of a command, as `status code` and its field when there is one. */
  async refusal(...call: Parameters<Browser['call']>): Promise<string> {
    const { status, body } = await this.call<{ error?: { code: string; message: string; field?: string } }>(...call);
    if (!body?.error?.message) return `${status} without a refusal`;
    return [status, body.error.code, body.error.field].filter((part) => part !== undefined).join(' ');
  }
}

/** A workshop with its facilitator's browser. */
export interface Gathering extends WorkshopCreated {
  facilitator: Browser;
  /** The address of the workshop's commands. */
  at: string;
}

export async function gather(hall: Hall, groups: string[] = ['Fair trial', 'Water']): Promise<Gathering> {
  const facilitator = new Browser(hall);
  const created = await facilitator.must<WorkshopCreated>('POST', '/api/workshops', { title: 'Our workshop', groups });
  return { ...created, facilitator, at: `/api/workshops/${created.workshopId}` };
}

/** Joins with the code; a screen is let in by the facilitator. */
export async function come(
  here: Gathering,
  name: string,
  as: { groupId?: GroupId; role?: string } = {},
): Promise<Browser & PersonJoined> {
  const { facilitator, at, joinCode } = here;
  const browser = new Browser(facilitator.hall);
  if (as.role === 'screen') {
    await pair(here, browser, name);
    const { personId, role } = await browser.must<Me>('GET', `${at}/me`);
    return Object.assign(browser, { personId, role });
  }
  return Object.assign(
    browser,
    await browser.must<PersonJoined>('POST', `${at}/people`, { code: joinCode, name, ...as }),
  );
}

/** A browser shows a code, the facilitator types it, the browser comes in as a screen. */
export async function pair({ facilitator, at }: Gathering, browser: Browser, name = 'Screen'): Promise<PairingClaimed> {
  const { code, secret } = await browser.must<PairingBegun>('POST', '/api/screens', {});
  await facilitator.must('POST', `${at}/screens`, { code });
  return browser.must<PairingClaimed>('POST', '/api/screens/claim', { secret, name });
}

/** Changes a document as the facilitator would. */
export async function edit(
  { facilitator, at, workshopId }: Gathering,
  document: DocumentName,
  change: (doc: Y.Doc) => void,
): Promise<void> {
  const workshop = await facilitator.hall.workshop(workshopId);
  const me = workshop.personById((await facilitator.must<Me>('GET', `${at}/me`)).personId)!;
  const copy = new Y.Doc();
  Y.applyUpdate(copy, await workshop.rooms.read(document, (doc) => Y.encodeStateAsUpdate(doc)));
  const before = Y.encodeStateVector(copy);
  change(copy);
  await writeFor(me, workshop, document, Y.encodeStateAsUpdate(copy, before));
}

const usualVote = { rule: 'consensus', quorum: { numerator: 1, denominator: 2 }, secrecy: 'secret' } as const;

/** Opens a vote, on the whole charter unless told otherwise: in the stage that opens votes, and then the hall is where it was. */
export async function openVote(here: Gathering, set: Partial<OpenVote> = {}): Promise<VoteId> {
  const { facilitator, at, workshopId } = here;
  const vote = { scope: { kind: 'charter' }, ...usualVote, ...set };
  const { stage } = (await facilitator.hall.workshop(workshopId)).state;
  await facilitator.must('PUT', `${at}/stage`, { stage: 'charter-adoption' });
  const { voteId } = await facilitator.must<VoteOpened>('POST', `${at}/votes`, vote);
  await facilitator.must('PUT', `${at}/stage`, { stage });
  return voteId;
}

/** Collects a paper as a phone does. */
export async function paperFor(person: Browser, at: string, vote: VoteId): Promise<StampedPaper> {
  const covered = coverNewPaper();
  const { stamped } = await person.must<{ stamped: string }>('POST', `${at}/votes/${vote}/papers`, {
    covered: covered.covered,
  });
  return uncover(covered, stamped);
}

/** Collects a paper and hands in a ballot, the latter without any cookie. */
export async function voteSecretly(
  person: Browser,
  at: string,
  vote: VoteId,
  position: string,
  reason?: string,
): Promise<void> {
  const paper = await paperFor(person, at, vote);
  const ballot = { ...paper, position, ...(reason === undefined ? {} : { reason }) };
  await new Browser(person.hall).must('POST', `${at}/votes/${vote}/ballots`, ballot);
}
