import { expect, test } from 'vitest';
import { askForm } from './ask-form.ts';

test('FO78 what is too large is refused as such before a byte of it is read', async () => {
  const file = new Blob(['PK']);
  Object.defineProperty(file, 'size', { value: 200 * 1024 * 1024 });
  // A browser cannot hold the bytes of a file of some gigabytes.
  file.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
  const answer = await askForm(file, {} as never, new AbortController().signal);
  expect(answer).toEqual({ ok: false, problem: 'too-large' });
});
