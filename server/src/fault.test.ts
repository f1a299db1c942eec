import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { faultOf } from './fault.ts';

const written = 'what somebody wrote';

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (problem) {
    return problem;
  }
  throw new Error('it threw nothing');
}

test('DO37 a fault is told by its name and place, and never by a message that may quote somebody', () => {
  const told = [
    thrownBy(() => JSON.parse(`{"cell": ${written}}`)),
    thrownBy(() => {
      throw new RangeError(written);
    }),
    written,
    { message: written },
    null,
  ].map(faultOf);
  expect(told.join('\n')).not.toContain('somebody');
  expect(told[0]).toMatch(/^SyntaxError JSON\.parse/);
  expect(told[1]).toMatch(/^RangeError .*fault\.test\.ts:\d+:\d+/);
  expect(told.slice(2)).toEqual(['string', 'object', 'object']);
});

test('DO37 what the disk and the database say of themselves stays readable', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'board-fault-'));
  try {
    const database = new DatabaseSync(join(folder, 'full.sqlite'));
    database.exec('CREATE TABLE sheets (body BLOB); PRAGMA max_page_count = 2');
    const full = thrownBy(() => database.exec('INSERT INTO sheets VALUES (zeroblob(100000))'));
    database.close();
    expect(faultOf(full)).toBe('ERR_SQLITE_ERROR: database or disk is full');
    const missing = await writeFile(join(folder, 'none', 'file'), '').catch((problem: unknown) => problem);
    expect(faultOf(missing)).toMatch(/^ENOENT: no such file or directory/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
