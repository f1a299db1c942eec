import { copyFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CodeFound } from '@board/shared/commands';
import type { ErrorBody } from '@board/shared/errors';
import { groupDocument } from '@board/shared/ids';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createWorkshop, join as joinWorkshop, type Workshop } from '../support/people.ts';
import { RawSocket } from '../support/raw-socket.ts';
import { ServerProcess } from '../support/server-process.ts';

let server: ServerProcess;
let one: Workshop;
let other: Workshop;
/** The whole data folder as it was when all was well. */
const sound = new Map<string, Buffer>();

const path = (name: string) => join(server.dataFolder, name);
const workshopFile = (workshop: Workshop) => join('workshops', `${workshop.workshopId}.sqlite`);

beforeAll(async () => {
  server = await ServerProcess.start();
  one = await createWorkshop(server.address, 'The one whose file breaks', ['Health']);
  other = await createWorkshop(server.address, 'The other one', ['Land']);
  await server.stop();
  for (const name of ['registry.json', 'registry.last-good.json', workshopFile(one), workshopFile(other)])
    sound.set(name, await readFile(path(name)));
});

beforeEach(async () => {
  await server.kill();
  await rm(path('workshops'), { recursive: true });
  await rm(path('registry.json'), { force: true });
  await mkdir(path('workshops'));
  for (const [name, bytes] of sound) await writeFile(path(name), bytes);
});

afterAll(async () => {
  await server?.remove();
});

/** The workshop behind a join code, or the refusal. */
async function lookUp(workshop: Workshop): Promise<{ status: number; body: Partial<CodeFound & ErrorBody> }> {
  return workshop.facilitator.call('GET', `/api/codes/${workshop.joinCode}`);
}

const damages: Record<string, () => Promise<void>> = {
  'cut to half': () => truncate(path('registry.json'), Math.floor(sound.get('registry.json')!.byteLength / 2)),
  'cut to nothing': () => truncate(path('registry.json'), 0),
  'holding null': () => writeFile(path('registry.json'), 'null'),
};

for (const [damage, inflict] of Object.entries(damages)) {
  test(`CA27 LO21 (O27) a list of workshops ${damage}: both workshops are there, and the damaged list is kept aside`, async () => {
    await inflict();
    const damaged = await readFile(path('registry.json'));
    await server.start();
    expect((await lookUp(one)).status).toBe(200);
    expect((await lookUp(other)).status).toBe(200);
    const aside = (await readdir(server.dataFolder)).find((name) => name.startsWith('registry.damaged-'));
    expect(aside).toBeDefined();
    expect(await readFile(path(aside!))).toEqual(damaged);
    await rm(path(aside!));
  });
}

test('CA27 LO21 (O27) a damaged list without anything to make it anew from: the server says so, does not start, and changes nothing', async () => {
  await rm(path('workshops'), { recursive: true });
  await rm(path('registry.last-good.json'));
  await damages['cut to half']!();
  const before = await readFile(path('registry.json'));
  const printed = server.output.length;
  server.launch();
  expect((await server.ended()).code).toBe(1);
  expect(server.output.slice(printed)).toContain('is damaged');
  expect(await readFile(path('registry.json'))).toEqual(before);
  await copyFile(path('registry.json'), path('registry.last-good.json'));
});

const garbage = 'garbage ';
const fileDamages: Record<string, (bytes: Buffer) => Buffer> = {
  'cut to half': (bytes) => bytes.subarray(0, Math.floor(bytes.byteLength / 2)),
  'cut to nothing': (bytes) => bytes.subarray(0, 0),
  'holding null': () => Buffer.from('null'),
  'overwritten with garbage': () => Buffer.alloc(20_000, garbage),
  'with garbage in its middle': (bytes) => Buffer.from(bytes).fill(garbage, 4096, 12_288),
};

test(`CA27 LO3 (O27) workshops' files that are ${Object.keys(fileDamages).join(', ')}: refused in plain words, left as they are, and the other workshop works`, async () => {
  await server.start();
  const damaged = new Map<Workshop, Buffer>();
  for (const damage of Object.keys(fileDamages))
    damaged.set(await createWorkshop(server.address, damage, ['Health']), Buffer.alloc(0));
  await server.stop();
  for (const [place, workshop] of [...damaged.keys()].entries()) {
    const whole = await readFile(path(workshopFile(workshop)));
    damaged.set(workshop, Object.values(fileDamages)[place]!(whole));
    await writeFile(path(workshopFile(workshop)), damaged.get(workshop)!);
  }
  await server.start();
  for (const workshop of damaged.keys()) {
    const refused = await workshop.facilitator.call<ErrorBody>('GET', `/api/workshops/${workshop.workshopId}/me`);
    expect(refused).toMatchObject({ status: 503, body: { error: { code: 'workshop-damaged' } } });
    const socket = new RawSocket(workshop.facilitator, `/sync/${workshop.workshopId}/board?generation=1`);
    expect((await socket.whenClosed()).reason).toBe('workshop-damaged');
  }
  const member = await joinWorkshop(other, 'Someone', { groupId: other.groups[0]!.id });
  const address = `/sync/${other.workshopId}/${groupDocument(other.groups[0]!.id)}?generation=1`;
  const fine = new RawSocket(member.caller, address);
  await fine.frame('state-vector');
  fine.close();
  await server.stop();
  for (const [workshop, bytes] of damaged) expect(await readFile(path(workshopFile(workshop)))).toEqual(bytes);
});
