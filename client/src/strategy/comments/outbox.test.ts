import type { AddComment } from '@board/shared/commands';
import { type CommentId, newId, type RowId } from '@board/shared/ids';
import { fail, ok, type Result } from '@board/shared/result';
import { expect, test } from 'vitest';
import type { Refusal } from '../../api/request.ts';
import { type KeyedStorage, Outbox } from './outbox.ts';

/** A browser's storage, shared by its tabs. */
class Storage implements KeyedStorage {
  readonly items = new Map<string, string>();
  isForbidden = false;

  get length(): number {
    if (this.isForbidden) throw new Error('forbidden');
    return this.items.size;
  }

  key = (place: number): string | null => [...this.items.keys()][place] ?? null;
  getItem = (key: string): string | null => this.items.get(key) ?? null;
  removeItem = (key: string): void => void this.items.delete(key);
  setItem(key: string, value: string): void {
    if (this.isForbidden) throw new Error('forbidden');
    this.items.set(key, value);
  }
}

/** A server that answers as told, and remembers by id as ours does. */
function scene(storage = new Storage()) {
  const heard: string[] = [];
  const stored = new Map<CommentId, string>();
  const timers: (() => void)[] = [];
  const server = { answer: 'ok' as 'ok' | 'lost' | Refusal['code'] };
  const send = async ({ id, text }: AddComment): Promise<Result<unknown, Refusal>> => {
    heard.push(text);
    if (server.answer === 'ok' || server.answer === 'lost') stored.set(id, text);
    const code = server.answer === 'lost' ? 'offline' : server.answer;
    return code === 'ok' ? ok(null) : fail({ code, message: '' });
  };
  const later = (_wait: number, run: () => void): (() => void) => {
    timers.push(run);
    return () => void timers.splice(timers.indexOf(run), 1);
  };
  let time = 0;
  const box = (): Outbox => {
    time += 1;
    return new Outbox({ prefix: 'c.', storage: () => storage, send, onSent: () => {}, later, now: () => time++ });
  };
  return { storage, heard, stored, timers, server, box };
}

const comment = (text: string): AddComment => ({
  id: newId<CommentId>(),
  text,
  place: { row: newId<RowId>(), cell: null },
});
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

test('CO10 A comment without network is kept, also over a reload, and sent once when the server answers', async () => {
  const { box, server, stored, timers, heard } = scene();
  server.answer = 'offline';
  const first = box();
  first.add(comment('One'));
  first.add(comment('Two'));
  await settled();
  first.stop();
  const again = box();
  expect(again.getSnapshot().map(({ text }) => text)).toEqual(['One', 'Two']);
  again.flush();
  await settled();
  server.answer = 'ok';
  timers.at(-1)!();
  await settled();
  expect([...stored.values()]).toEqual(['One', 'Two']);
  expect(again.getSnapshot()).toEqual([]);
  expect(heard.filter((text) => text === 'Two')).toHaveLength(1);
});

test('CO10 A lost answer sends the same comment under the same id; two tabs do not make two of it', async () => {
  const { box, server, stored } = scene();
  server.answer = 'lost';
  const tab = box();
  tab.add(comment('Once'));
  await settled();
  const other = box();
  server.answer = 'ok';
  tab.flush();
  other.flush();
  await settled();
  expect([...stored.values()]).toEqual(['Once']);
  expect(box().getSnapshot()).toEqual([]);
});

test('CO10 A refused comment stays with its reason until it is tried again or thrown away, and holds up no other', async () => {
  const { box, server, stored } = scene();
  server.answer = 'comments-not-open';
  const tab = box();
  const refused = comment('No');
  tab.add(refused);
  await settled();
  expect(box().getSnapshot()).toMatchObject([{ text: 'No', refused: 'comments-not-open' }]);
  server.answer = 'ok';
  tab.add(comment('Yes'));
  await settled();
  expect([...stored.values()]).toEqual(['Yes']);
  tab.retry(refused.id);
  await settled();
  expect([...stored.values()]).toEqual(['Yes', 'No']);
  server.answer = 'unknown-row';
  const last = comment('Gone');
  tab.add(last);
  await settled();
  tab.discard(last.id);
  expect(tab.getSnapshot()).toEqual([]);
});

test('CO10 A browser that forbids storage keeps it as long as the page; foreign values are left out', async () => {
  const storage = new Storage();
  storage.items.set('c.x', '{"id":"x"}').set('c.y', 'no JSON').set('other', '{}');
  const { box, server } = scene(storage);
  expect(box().getSnapshot()).toEqual([]);
  storage.isForbidden = true;
  server.answer = 'offline';
  const tab = box();
  tab.add(comment('Kept'));
  await settled();
  expect(tab.getSnapshot()).toMatchObject([{ text: 'Kept', refused: null }]);
});
