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

const fileDamages: Record<string, () => Promise<void>> = {
  'cut to half': () => truncate(path(workshopFile(one)), Math.floor(sound.get(workshopFile(one))!.byteLength / 2)),
  'cut to nothing': () => truncate(path(workshopFile(one)), 0),
  'holding null': () => writeFile(path(workshopFile(one)), 'null'),
  'overwritten with garbage': () => writeFile(path(workshopFile(one)), Buffer.alloc(20_000, 'garbage ')),
  'with garbage in its middle': async () => {
    const bytes = Buffer.from(sound.get(workshopFile(one))!);
    bytes.fill('garbage ', 4096, 12_288);
    await writeFile(path(workshopFile(one)), bytes);
  },
};

for (const [damage, inflict] of Object.entries(fileDamages)) {
  test(`CA27 LO3 (O27) a workshop's file ${damage}: refused in plain words, left as it is, and the other workshop works`, async () => {
    await inflict();
    const before = await readFile(path(workshopFile(one)));
    await server.start();
    const refused = await one.facilitator.call<ErrorBody>('GET', `/api/workshops/${one.workshopId}/me`);
    expect(refused).toMatchObject({ status: 503, body: { error: { code: 'workshop-damaged' } } });
    const socket = new RawSocket(one.facilitator, `/sync/${one.workshopId}/board?generation=1`);
    expect((await socket.whenClosed()).reason).toBe('workshop-damaged');
    const member = await joinWorkshop(other, 'Someone', { groupId: other.groups[0]!.id });
    const fine = new RawSocket(
      member.caller,
      `/sync/${other.workshopId}/${groupDocument(other.groups[0]!.id)}?generation=1`,
    );
    await fine.frame('state-vector');
    fine.close();
    await server.stop();
    expect(await readFile(path(workshopFile(one)))).toEqual(before);
  });
}
