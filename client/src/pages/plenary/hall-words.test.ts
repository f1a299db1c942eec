import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allWords } from './hall.tsx';

/** The files that one file draws from, itself included, by their imports. */
function drawnFrom(file: URL, known = new Map<string, string>()): ReadonlyMap<string, string> {
  if (known.has(file.href)) return known;
  const text = readFileSync(file, 'utf8');
  known.set(file.href, text);
  for (const [, path] of text.matchAll(/from '(\.[^']+\.tsx?)'/g)) if (path) drawnFrom(new URL(path, file), known);
  return known;
}

test('SC21 the words of every part of every scene are waited for at once, so that none makes the wall blank', () => {
  const files = drawnFrom(new URL('./hall.tsx', import.meta.url));
  const used = [...files.values()].flatMap((text) =>
    [...text.matchAll(/useTranslation\(([^)]*)\)/g)].flatMap(([, names]) =>
      [...(names ?? '').matchAll(/'([a-z]+)'/g)].map(([, name]) => name),
    ),
  );
  expect(files.size).toBeGreaterThan(50);
  expect([...new Set(used)].filter((name) => !allWords.some((known) => known === name))).toEqual([]);
});
