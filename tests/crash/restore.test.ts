import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LiveView } from '@board/shared/live-view';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ran, runScript } from '../scripts/run.ts';
import { RawSocket } from '../support/raw-socket.ts';
import { Writer } from '../support/writer.ts';
import { allOnOneScene, scene, typeWord, wordsIn } from './scene.ts';

let backups: string;

allOnOneScene();
beforeAll(async () => {
  backups = await mkdtemp(join(tmpdir(), 'board-backups-'));
});
afterAll(async () => {
  await rm(backups, { recursive: true });
});

const command = (name: 'backup' | 'restore', ...args: string[]): Promise<Ran> =>
  runScript(`server/scripts/${name}.ts`, args, { env: { DATA_DIR: scene.server.dataFolder } });

/** The generation of a document that the live view tells. */
async function generationOf(document: string): Promise<number> {
  const socket = new RawSocket(scene.facilitator.caller, `/live/${scene.workshop.workshopId}`);
  await expect.poll(() => socket.texts.length, { timeout: 60_000 }).toBeGreaterThan(0);
  const { view } = JSON.parse(socket.texts[0]!) as { view: LiveView };
  socket.close();
  return view.documents[document]!;
}

test('CA2 LO40 (O02) backed up while people type and restored later: the backup’s words are there, and no open page brings later ones back', async () => {
  const writer = scene.writers[0]!;
  typeWord(writer, 'early');
  await writer.allStored();
  let isOver = false;
  const typing = (async () => {
    for (let count = 0; !isOver; count += 1) {
      typeWord(scene.writers[2]!, `busy.${count}`);
      await scene.writers[2]!.allStored();
    }
  })();
  const backup = await command('backup', backups);
  isOver = true;
  await typing;
  expect([backup.code, backup.output]).toEqual([0, expect.stringContaining(`${scene.workshop.workshopId}  `)]);
  const [name] = (await readdir(backups)).filter((one) => !one.startsWith('.'));
  const folder = join(backups, name!);
  expect(backup.output).toContain(`Backup: ${folder}`);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    expect((await stat(join(entry.parentPath, entry.name))).mode & 0o077, entry.name).toBe(0);

  typeWord(writer, 'late');
  await writer.allStored();
  const refused = await command('restore', folder);
  expect([refused.code, refused.output]).toEqual([1, expect.stringContaining('A server is using')]);
  const closed: string[] = [];
  writer.provider.on('connection-close', (event) => void (event && closed.push(event.reason)));
  await scene.server.stop();
  typeWord(writer, 'offline');
  const restored = await command('restore', folder);
  expect([restored.code, restored.output]).toEqual([0, expect.stringContaining('is kept in')]);
  await scene.server.start();
  await expect.poll(() => closed, { timeout: 60_000 }).toContain('generation-moved');
  const old = new RawSocket(
    scene.facilitator.caller,
    `/sync/${scene.workshop.workshopId}/${writer.document}?generation=1`,
  );
  expect(await old.whenClosed()).toEqual({ code: 4409, reason: 'generation-moved' });
  const newcomer = await new Writer(scene.facilitator, writer.document, await generationOf(writer.document)).synced();
  expect([...wordsIn(newcomer)]).toContain('early');
  for (const later of ['late', 'offline']) expect([...wordsIn(newcomer)]).not.toContain(later);
  typeWord(newcomer, 'anew');
  await newcomer.allStored();
  newcomer.close();
});
