import { type DocumentName, newId, type PersonId } from '@board/shared/ids';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entry, NewEntry, WorkshopLog } from '../ports.ts';
import type { Decision } from '../workshop/decisions.ts';
import { type LogUnderTest, openSqliteLog } from './sqlite-log.fixture.ts';

const author = newId<PersonId>();
const group = `group/${newId()}` as DocumentName;

const update = (fill: number, document: DocumentName = 'board', generation = 1): NewEntry => ({
  author,
  body: { kind: 'update', document, generation, update: Uint8Array.of(fill, fill) },
});
const creation = (document: DocumentName, generation: number): NewEntry => ({
  author: null,
  body: { kind: 'document', document, generation, state: Uint8Array.of(generation, 7) },
});
const decision: Decision = { type: 'stage-set', stage: 'plenary' };
const decided: NewEntry = { author, body: { kind: 'decision', decision } };

const fills = (entries: readonly Entry[]): (number | undefined)[] =>
  entries.map(({ body }) => (body.kind === 'update' ? body.update[0] : undefined));

let under: LogUnderTest;
let log: WorkshopLog;

/** What every adapter of `WorkshopLog` must do: one suite, run on each of them. */
const adapters = { SQLite: openSqliteLog };

for (const [name, open] of Object.entries(adapters)) {
  describe(name, () => {
    beforeEach(async () => {
      under = await open();
      log = under.log;
    });
    afterEach(() => under.remove());
    appendRules();
    readRules();
    followRules();
  });
}

function appendRules(): void {
  test('LO14 entries are numbered from 1 without gaps, also when many are appended at once and after reopening', async () => {
    const seqs = await Promise.all([
      log.append([update(1), update(2)]),
      log.append([decided]),
      log.append([update(3), creation('charter', 1), update(4)]),
    ]);
    expect(seqs).toEqual([2, 3, 6]);
    log = await under.reopen();
    expect(await log.append([update(5)])).toBe(7);
    expect(await log.append([])).toBe(7);
    const updates = await log.readUpdates('board', 1, 0);
    expect(updates.map(({ seq }) => seq)).toEqual([1, 2, 4, 6, 7]);
    expect(fills(updates)).toEqual([1, 2, 3, 4, 5]);
  });

  test('LO14 an entry is read back as it was written, with its author and its time', async () => {
    const before = Date.now();
    await log.append([decided, creation(group, 1), update(9, group)]);
    log = await under.reopen();
    const entries = [...(await log.readDecisions()), ...(await log.readUpdates(group, 1, 0))];
    expect(entries.map(({ author: who, body }) => ({ author: who, body }))).toEqual([
      decided,
      creation(group, 1),
      update(9, group),
    ]);
    for (const { at } of entries) expect(at).toBeGreaterThanOrEqual(before - 1);
  });
}

function readRules(): void {
  test('LO15 updates are read per document and generation, after a seq; decisions and creations together', async () => {
    await log.append([
      creation('board', 1),
      update(1),
      update(2, group),
      decided,
      update(3),
      update(4, 'board', 2),
      update(5),
    ]);
    expect(fills(await log.readUpdates('board', 1, 0))).toEqual([1, 3, 5]);
    expect(fills(await log.readUpdates('board', 1, 2))).toEqual([3, 5]);
    expect(fills(await log.readUpdates('board', 2, 0))).toEqual([4]);
    expect(fills(await log.readUpdates(group, 1, 0))).toEqual([2]);
    expect(await log.readUpdates('charter', 1, 0)).toEqual([]);
    expect((await log.readDecisions()).map(({ seq }) => seq)).toEqual([1, 4]);
  });

  test('LO72 a long history is handed over in portions', async () => {
    const large = (): NewEntry => {
      const update = new Uint8Array(3 * 1024 * 1024);
      return { author, body: { kind: 'update', document: 'board', generation: 1, update } };
    };
    for (let times = 0; times < 5; times++) await log.append([large()]);
    const first = await log.readUpdates('board', 1, 0);
    expect(first.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect((await log.readUpdates('board', 1, 3)).map(({ seq }) => seq)).toEqual([4, 5]);
    expect(await log.readUpdates('board', 1, 5)).toEqual([]);
  });

  test('LO17 a document begins with its creation and goes on from its latest snapshot', async () => {
    expect(await log.readSnapshot('board', 1)).toBeNull();
    await log.append([update(1, group), creation('board', 1), creation('board', 2)]);
    expect(await log.readSnapshot('board', 1)).toEqual({
      document: 'board',
      generation: 1,
      seq: 2,
      state: Uint8Array.of(1, 7),
      writers: new Map(),
    });
    const writers = new Map([[7, newId<PersonId>()]]);
    for (const seq of [3, 5])
      await log.writeSnapshot({ document: 'board', generation: 1, seq, state: Uint8Array.of(seq), writers });
    log = await under.reopen();
    expect(await log.readSnapshot('board', 1)).toEqual({
      document: 'board',
      generation: 1,
      seq: 5,
      state: Uint8Array.of(5),
      writers,
    });
    expect((await log.readSnapshot('board', 2))?.seq).toBe(3);
    expect(await log.readSnapshot('charter', 1)).toBeNull();
  });

  test('LO17 bytes that are a window on a larger buffer are stored alone', async () => {
    const large = new Uint8Array(100).fill(1);
    const window = large.subarray(10, 12).fill(5);
    await log.append([{ author, body: { kind: 'update', document: 'board', generation: 1, update: window } }]);
    const [entry] = await log.readUpdates('board', 1, 0);
    expect(entry?.body.kind === 'update' && [...entry.body.update]).toEqual([5, 5]);
  });
}

function followRules(): void {
  test('LO16 followers hear of entries in order, before the append resolves, until they stop', async () => {
    const heard: string[] = [];
    const stop = log.follow((entries) => heard.push(...entries.map(({ seq }) => `entry ${seq}`)));
    await Promise.all(
      [[update(1), update(2)], [decided]].map((entries) =>
        log.append(entries).then((seq) => heard.push(`append ${seq}`)),
      ),
    );
    expect(heard).toEqual(expect.arrayContaining(['entry 1', 'entry 2', 'entry 3', 'append 2', 'append 3']));
    for (const seq of [2, 3]) expect(heard.indexOf(`entry ${seq}`)).toBeLessThan(heard.indexOf(`append ${seq}`));
    expect(heard.filter((line) => line.startsWith('entry'))).toEqual(['entry 1', 'entry 2', 'entry 3']);
    stop();
    await log.append([update(3)]);
    expect(heard).toHaveLength(5);
  });

  test('LO16 a follower that throws stops neither the others nor the log', async () => {
    const heard: number[] = [];
    log.follow(() => {
      throw new Error('follower');
    });
    log.follow((entries) => heard.push(...entries.map(({ seq }) => seq)));
    expect(await log.append([update(1)])).toBe(1);
    expect(await log.append([update(2)])).toBe(2);
    expect(heard).toEqual([1, 2]);
  });

  test('LO18 closing waits for what is under way, and a closed log refuses', async () => {
    const appended = log.append([update(1)]);
    await log.close();
    expect(await appended).toBe(1);
    await expect(log.append([update(2)])).rejects.toThrow();
    log = await under.reopen();
    expect(fills(await log.readUpdates('board', 1, 0))).toEqual([1]);
  });
}
