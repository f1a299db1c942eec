import { readdir, readFile } from 'node:fs/promises';
import { errorStatus } from '@board/shared/errors';
import { closeCodes } from '@board/shared/protocol/close-codes';
import { expect, test } from 'vitest';
import { disagreements, rulesOf } from './scripts/checks/agreement.ts';
import { readBook } from './scripts/checks/book.ts';
import { root } from './scripts/run.ts';

const english = `${root}client/src/locales/en/`;

/** The words of every file of the English locale that stand under `errors`. */
async function errorWords(): Promise<Record<string, unknown>> {
  const words: Record<string, unknown> = {};
  for (const name of await readdir(english)) {
    const file = JSON.parse(await readFile(`${english}${name}`, 'utf8')) as { errors?: Record<string, unknown> };
    Object.assign(words, file.errors);
  }
  return words;
}

test('HO4 the book of rules and the tests agree', async () => {
  const { spec, files } = await readBook();
  expect(rulesOf(spec).length).toBeGreaterThan(20);
  expect(disagreements(spec, files)).toEqual([]);
});

test('HO5 every error code has its words on screen', async () => {
  const words = await errorWords();
  expect(Object.keys(errorStatus).filter((code) => typeof words[code] !== 'string' || words[code] === '')).toEqual([]);
});

test('HO5 every close code is an error code and lies in the range that its kind needs', () => {
  for (const [reason, code] of Object.entries(closeCodes)) {
    expect(Object.keys(errorStatus)).toContain(reason);
    expect(code).toBeGreaterThanOrEqual(4400);
    expect(code).toBeLessThanOrEqual(4599);
  }
});
