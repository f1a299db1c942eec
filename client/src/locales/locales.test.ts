import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { languages } from '../languages.ts';

const folder = new URL('.', import.meta.url);
const pluralForm = /_(zero|one|two|few|many|other)$/;

/** The words of one file, flat: `errors.offline` → sentence. An array of words counts by its places. */
function wordsOf(language: string, file: string): Map<string, string> {
  const words = new Map<string, string>();
  const collect = (value: unknown, path: string): void => {
    if (typeof value === 'string') words.set(path, value);
    else for (const [key, inner] of Object.entries(value as object)) collect(inner, path ? `${path}.${key}` : key);
  };
  collect(JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8')), '');
  return words;
}

const filesOf = (language: string) => readdirSync(new URL(`${language}/`, folder)).sort();
const stem = (key: string) => key.replace(pluralForm, '');
const placeholders = (text: string) => [...new Set(text.match(/\{\{[^}]+\}\}/g))].sort();
const others = languages.map(({ code }) => code).filter((code) => code !== 'en');

test('UI1 a language has no words that English lacks, and leaves no gap in a sentence', () => {
  for (const language of others) {
    for (const file of filesOf(language)) {
      const english = wordsOf('en', file);
      // A form for "one" may leave the figure out, so a count's gaps are those of all its forms.
      const stems = new Map<string, string>();
      for (const [key, text] of english) stems.set(stem(key), `${stems.get(stem(key)) ?? ''} ${text}`);
      for (const [key, text] of wordsOf(language, file)) {
        const place = `${language}/${file}: ${key}`;
        expect(stems.has(stem(key)), place).toBe(true);
        expect(text.trim(), place).not.toBe('');
        const allowed = placeholders(stems.get(stem(key))!);
        for (const used of placeholders(text)) expect(allowed, place).toContain(used);
        if (!pluralForm.test(key)) expect(placeholders(text), place).toEqual(allowed);
      }
    }
  }
});

test('UI1 every language has all the words of the frame, and all forms of a count that its grammar needs', () => {
  const english = new Set([...wordsOf('en', 'frame.json').keys()].map(stem));
  for (const language of others) {
    const words = wordsOf(language, 'frame.json');
    const stems = new Set([...words.keys()].map(stem));
    expect(
      [...english].filter((key) => !stems.has(key)),
      language,
    ).toEqual([]);
  }
  for (const { code } of languages) {
    const forms = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
    for (const file of filesOf(code)) {
      const words = wordsOf(code, file);
      const counted = new Set([...words.keys()].filter((key) => /_other$/.test(key)).map(stem));
      for (const key of counted) {
        for (const form of forms) expect(words.has(`${key}_${form}`), `${code}/${file}: ${key}_${form}`).toBe(true);
      }
    }
  }
});

test('UI27 what a button of the strategy is called has the words on it, in every language', () => {
  const pairs = [
    ['row.menu', 'row.menuOf'],
    ['row.up', 'clusters.upNamed'],
    ['row.down', 'clusters.downNamed'],
    ['clusters.remove', 'clusters.removeNamed'],
    ['add.take', 'add.takeNamed'],
    ['sheet.write', 'sheet.writeIn'],
  ] as const;
  for (const { code } of languages) {
    const words = wordsOf(code, 'strategy.json');
    for (const [seen, spoken] of pairs)
      expect(words.get(spoken)?.toLowerCase(), `${code}: ${spoken}`).toContain(words.get(seen)?.toLowerCase());
  }
});
