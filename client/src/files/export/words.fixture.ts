import { readFileSync } from 'node:fs';
import { documentWords, type Words, wordsFrom } from './words.ts';

/** The words of a language as the page hands them to the worker. For tests. */
export function testWords(language: string): Promise<Words> {
  const resources = Object.fromEntries(
    [...new Set(['en', language])].map((code) => [
      code,
      Object.fromEntries(documentWords.map((space) => [space, read(`${code}/${space}.json`)])),
    ]),
  );
  return wordsFrom(language, resources);
}

function read(path: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`../../locales/${path}`, import.meta.url), 'utf8'));
}
