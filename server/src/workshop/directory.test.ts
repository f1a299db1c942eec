import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { addItem, readItems } from '@board/shared/model/charter';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Browser, come, edit, type Gathering, gather, Hall } from '../hall.fixture.ts';
import type { Clock } from '../ports.ts';

/** A clock whose time passes when the test says so, and otherwise by itself. */
class SteppedClock implements Clock {
  #ahead = 0;
  readonly #timers = new Set<{ at: number; run: () => void }>();

  now(): number {
    return Date.now() + this.#ahead;
  }

  elapsed(): number {
    return this.now();
  }

  after(delay: number, run: () => void): () => void {
    const timer = { at: this.now() + delay, run };
    this.#timers.add(timer);
    const real = setTimeout(() => this.#fire(timer), delay);
    real.unref();
    return () => {
      clearTimeout(real);
      this.#timers.delete(timer);
    };
  }

  async pass(milliseconds: number): Promise<void> {
    this.#ahead += milliseconds;
    const due = [...this.#timers].filter((timer) => timer.at <= this.now()).sort((a, b) => a.at - b.at);
    for (const timer of due) this.#fire(timer);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }

  #fire(timer: { at: number; run: () => void }): void {
    if (this.#timers.delete(timer)) timer.run();
  }
}

const aRest = 10 * 60_000;
let clock: SteppedClock;
let hall: Hall;
let here: Gathering;

beforeEach(async () => {
  clock = new SteppedClock();
  hall = await Hall.start({}, clock);
  here = await gather(hall);
});
afterEach(() => hall.remove());

/** An open file has its write-ahead log beside it. */
const isOpen = (): boolean => existsSync(join(hall.folder, 'workshops', `${here.workshopId}.sqlite-wal`));

/** Long enough for a workshop that nobody needs: rooms are put away first, and the first look finds that it was used. */
async function rest(): Promise<void> {
  for (let part = 0; part < 3; part += 1) await clock.pass(aRest);
}

test('LO50 a workshop that nobody needs is put away, and comes back when somebody asks', async () => {
  await edit(here, 'charter', (doc) => void addItem(doc, 'An item'));
  expect(isOpen()).toBe(true);
  await rest();
  await expect.poll(isOpen).toBe(false);
  expect((await here.facilitator.call('GET', `${here.at}/me`)).status).toBe(200);
  expect(isOpen()).toBe(true);
  const workshop = await hall.workshop(here.workshopId);
  expect(await workshop.rooms.read('charter', (doc) => readItems(doc).map(({ text }) => text))).toEqual(['An item']);
});

test('LO50 one that somebody is connected to, or asks for now and then, stays', async () => {
  const workshop = await hall.workshop(here.workshopId);
  const { personId } = await here.facilitator.must<{ personId: Parameters<typeof workshop.connect>[0] }>(
    'GET',
    `${here.at}/me`,
  );
  const leave = workshop.connect(personId);
  await rest();
  expect(await hall.workshop(here.workshopId)).toBe(workshop);
  leave();
  for (let count = 0; count < 5; count += 1) {
    await here.facilitator.must('GET', `${here.at}/me`);
    await clock.pass(aRest);
  }
  expect(await hall.workshop(here.workshopId)).toBe(workshop);
});

test('LO50 a request that is being answered holds its workshop, however long that takes', async () => {
  const workshop = await hall.workshop(here.workshopId);
  let goOn = (): void => {};
  const append = workshop.append.bind(workshop);
  workshop.append = async (...asked) => {
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await append(...asked);
  };
  const stage = here.facilitator.call('PUT', `${here.at}/stage`, { stage: 'plenary' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await rest();
  expect(isOpen()).toBe(true);
  goOn();
  expect((await stage).status).toBe(204);
  await rest();
  await expect.poll(isOpen).toBe(false);
  expect((await hall.workshop(here.workshopId)).state.stage).toBe('plenary');
});

test('LO51 whoever asks while a workshop is being put away gets it anew when that is done, and everybody the same', async () => {
  const before = await hall.workshop(here.workshopId);
  let goOn = (): void => {};
  const close = before.close.bind(before);
  before.close = async () => {
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await close();
  };
  await rest();
  const asked = Array.from({ length: 20 }, () => hall.workshop(here.workshopId));
  const joined = come(here, 'Ana');
  await new Promise((resolve) => setTimeout(resolve, 50));
  goOn();
  const found = new Set(await Promise.all(asked));
  expect(found.size).toBe(1);
  expect(found.has(before)).toBe(false);
  const { personId } = await joined;
  expect([...found][0]!.personById(personId)?.name).toBe('Ana');
});

test('LO51 put away and asked for again and again, nothing is lost and no file is open twice', async () => {
  for (let round = 0; round < 12; round += 1) {
    await edit(here, 'charter', (doc) => void addItem(doc, `Item ${round}`));
    for (let part = 0; part < 4; part += 1) {
      const asked = part === 2 ? new Browser(hall).call('GET', `/api/codes/${here.joinCode}`) : null;
      await clock.pass(aRest);
      if (asked) expect((await asked).status).toBe(200);
    }
  }
  const workshop = await hall.workshop(here.workshopId);
  const items = await workshop.rooms.read('charter', (doc) => readItems(doc).map(({ text }) => text));
  expect(items).toEqual(Array.from({ length: 12 }, (_, round) => `Item ${round}`));
  expect(hall.journalLines.join()).not.toMatch(/damaged|not-closed|not-loaded/);
});

for (const fault of ['log', 'registry'] as const)
  test(`WO6 a workshop whose ${fault} cannot be written is not created: nothing of it is open, on the disk or known at the next start`, async () => {
    const before = await readdir(hall.folder, { recursive: true });
    const asked = { title: 'Never there', groups: ['Health'] };
    hall.faults[fault] = true;
    for (let attempt = 0; attempt < 3; attempt += 1)
      expect(await here.facilitator.refusal('POST', '/api/workshops', asked)).toBe('503 not-stored');
    expect(await readdir(hall.folder, { recursive: true })).toEqual(before);
    hall.faults[fault] = false;
    await here.facilitator.must('POST', '/api/workshops', asked);
    await hall.restart();
    const files = (await readdir(join(hall.folder, 'workshops'))).filter((name) => name.endsWith('.sqlite'));
    expect(files).toHaveLength(2);
    expect(hall.journalLines.join()).not.toMatch(/not-closed|not-discarded|not-readable|taken-into-registry/);
  });
