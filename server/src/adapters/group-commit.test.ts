import { expect, test } from 'vitest';
import { groupCommit } from './group-commit.ts';
import type { Commit, Row } from './worker-protocol.ts';

const row = (body: string): Row => ({ at: 0, author: null, kind: 'decision', document: null, generation: null, body });

/** A disk that writes when it is told to. */
function manualDisk() {
  const commits: { commit: Commit; succeed(): Promise<void>; fail(): Promise<void> }[] = [];
  let seq = 0;
  const turn = async (): Promise<void> => {
    for (let count = 0; count < 10; count++) await Promise.resolve();
  };
  const write = (commit: Commit): Promise<number> =>
    new Promise((resolve, reject) => {
      commits.push({
        commit,
        async succeed() {
          seq += commit.rows.length;
          resolve(seq);
          await turn();
        },
        async fail() {
          reject(new Error('disk full'));
          await turn();
        },
      });
    });
  return { commits, write, turn };
}

test('LO19 what arrives while a commit is running goes into the next one, in order', async () => {
  const disk = manualDisk();
  const group = groupCommit(disk.write);
  const told: string[] = [];
  const add = (name: string): void => void group.add({ rows: [row(name)] }).then((seq) => told.push(`${name} ${seq}`));
  add('a');
  await disk.turn();
  for (const name of ['b', 'c', 'd']) add(name);
  expect(disk.commits).toHaveLength(1);
  await disk.commits[0]!.succeed();
  expect(told).toEqual(['a 1']);
  expect(disk.commits[1]!.commit.rows.map(({ body }) => body)).toEqual(['b', 'c', 'd']);
  await disk.commits[1]!.succeed();
  expect(told).toEqual(['a 1', 'b 2', 'c 3', 'd 4']);
});

test('LO19 of a sheet that is written several times in a window only the last version reaches the disk', async () => {
  const disk = manualDisk();
  const group = groupCommit(disk.write);
  const writes = [1, 2, 3].map((version) => group.add({ sheets: new Map([['box', Uint8Array.of(version)]]) }));
  await disk.turn();
  expect([...disk.commits[0]!.commit.sheets]).toEqual([['box', Uint8Array.of(3)]]);
  await disk.commits[0]!.succeed();
  await Promise.all(writes);
});

test('LO7 a failed commit takes with it all that was waiting, and nothing that comes later', async () => {
  const disk = manualDisk();
  const group = groupCommit(disk.write);
  const told: string[] = [];
  const add = (name: string): void =>
    void group.add({ rows: [row(name)] }).then(
      (seq) => told.push(`${name} ${seq}`),
      () => told.push(`${name} lost`),
    );
  add('a');
  await disk.turn();
  add('b');
  await disk.commits[0]!.fail();
  expect(told).toEqual(['a lost', 'b lost']);
  expect(disk.commits).toHaveLength(1);
  add('c');
  await disk.turn();
  await disk.commits[1]!.succeed();
  expect(told).toEqual(['a lost', 'b lost', 'c 1']);
  await group.idle();
});

test('LO19 idle waits for everything, also for what is added meanwhile', async () => {
  const disk = manualDisk();
  const group = groupCommit(disk.write);
  let isIdle = false;
  void group.add({ rows: [row('a')] });
  await disk.turn();
  void group.idle().then(() => {
    isIdle = true;
  });
  void group.add({ rows: [row('b')] });
  await disk.commits[0]!.succeed();
  expect(isIdle).toBe(false);
  await disk.commits[1]!.succeed();
  await disk.turn();
  expect(isIdle).toBe(true);
});
