import { readFileSync } from 'node:fs';
import { loadSdgTables } from '@board/shared/upr/sdg-titles';
import { loadStateTable } from '@board/shared/upr/state-names';
import type { Resource } from 'i18next';
import { documentWords, type Words, wordsFrom } from './words.ts';

/** The words of a language as the page hands them to the worker. For tests. */
export async function testWords(language: string): Promise<Words> {
  const [states, targets] = await Promise.all([loadStateTable(language), loadSdgTables(language)]);
  return wordsFrom({ language, resources: testResources(language), states, targets });
}

/** The words of a language, and of English, that documents need. For tests. */
export function testResources(language: string): Resource {
  return Object.fromEntries(
    [...new Set(['en', language])].map((code) => [
      code,
      Object.fromEntries(documentWords.map((space) => [space, read(`${code}/${space}.json`)])),
    ]),
  );
}

function read(path: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`../../locales/${path}`, import.meta.url), 'utf8'));
}
