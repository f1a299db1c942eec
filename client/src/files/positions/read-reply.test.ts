import { fail, ok } from '@board/shared/result';
import { afterEach, expect, test, vi } from 'vitest';
import { readPositions } from './read-positions.ts';
import { type ReplyQuestion, type ReplyWish, readReply } from './read-reply.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const read = (source: string | Blob, wish: ReplyWish = {}) => readReply(source, wish, new AbortController().signal);

/** A worker on the test's own thread; what it is asked, and how often it is ended, is noted. */
function readerOn(asked: ReplyQuestion[], onEnd: () => void) {
  return class extends EventTarget {
    onmessage: ((event: MessageEvent) => void) | null = null;
    postMessage(question: ReplyQuestion): void {
      asked.push(question);
      const { given, isInsisted } = question;
      const text = typeof given === 'string' ? given : new TextDecoder().decode(given);
      const found = readPositions(text, isInsisted);
      const answer = new MessageEvent('message', { data: found ? ok(found) : fail('nothing-found') });
      queueMicrotask(() => this.onmessage?.(answer));
    }
    terminate(): void {
      onEnd();
    }
  };
}

test('ME27 pasted words are read in a worker, as files are, and it is ended', async () => {
  const asked: ReplyQuestion[] = [];
  let ended = 0;
  vi.stubGlobal(
    'Worker',
    readerOn(asked, () => {
      ended += 1;
    }),
  );
  const text = 'Exampleland supports recommendations 110.1, 110.2.';
  expect(await read(text)).toMatchObject({ ok: true, value: { confidence: 1 } });
  expect(await read(new Blob([text]))).toMatchObject({ ok: true, value: { confidence: 1 } });
  expect(await read('A letter about the weather.')).toEqual(fail('nothing-found'));
  expect([asked[0]!.given, asked.length, ended]).toEqual([text, 3, 3]);
});

test('ME32 what somebody says to be a reply is read as one, however little it looks like it; without any position it is none', async () => {
  const asked: ReplyQuestion[] = [];
  vi.stubGlobal(
    'Worker',
    readerOn(asked, () => {}),
  );
  const mixed = [
    '110.1 Mend the roads of the north (Peru);',
    '110.2 Mend the bridges of the south (Chad);',
    '110.3 Open the archives (Togo).',
    'Exampleland accepts recommendation 110.2.',
  ].join('\n');
  expect(await read(mixed)).toEqual(fail('nothing-found'));
  const found = await read(mixed, { isInsisted: true, encoding: 'macintosh' });
  if (!found?.ok) throw new Error('not read');
  const said = found.value.statements.filter(({ stance }) => stance !== null);
  expect(said.map(({ references, stance }) => [references[0]!.printed, stance])).toEqual([['110.2', 'supported']]);
  expect(asked[1]).toEqual({ given: mixed, isInsisted: true, encoding: 'macintosh' });
  const letter = 'A letter about the year 110.5 of the weather.';
  expect(await read(letter, { isInsisted: true })).toEqual(fail('nothing-found'));
});

/** A worker that never answers. */
function silentReader(onEnd: () => void) {
  return class {
    postMessage(): void {}
    terminate(): void {
      onEnd();
    }
  };
}

test('ME36 what cannot be read as a reply says why: too large, too slow, no bytes', async () => {
  const large = Object.defineProperty(new Blob(['x']), 'size', { value: 50 * 1024 * 1024 });
  expect(await read(large, { isInsisted: true })).toEqual(fail('too-large'));
  const moved = Object.assign(new Blob(['x']), { arrayBuffer: () => Promise.reject(new Error('moved')) });
  expect(await read(moved, { isInsisted: true })).toEqual(fail('unreadable'));
  let ended = 0;
  vi.stubGlobal(
    'Worker',
    silentReader(() => {
      ended += 1;
    }),
  );
  vi.useFakeTimers();
  const slow = read('Exampleland supports 110.1.', { isInsisted: true });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ended).toBe(0);
  await vi.advanceTimersByTimeAsync(40_000);
  expect(await slow).toEqual(fail('too-slow'));
  expect(ended).toBe(1);
});

test('UP66 of two readings of a reply the first is ended as soon as the second begins', async () => {
  let ended = 0;
  vi.stubGlobal(
    'Worker',
    silentReader(() => {
      ended += 1;
    }),
  );
  const first = new AbortController();
  const reading = readReply('Exampleland supports 110.1.', {}, first.signal);
  await new Promise((resolve) => setTimeout(resolve));
  first.abort();
  expect(await reading).toBe(null);
  expect(ended).toBe(1);
});
