/** Words in the reader's language, else in English, else in whatever there is; with the language that they are in. */
export function wordsIn(text: Readonly<Record<string, string>>, language: string): { words: string; language: string } {
  const found = [language, 'en', ...Object.keys(text)].find((one) => text[one]);
  return found === undefined ? { words: '', language } : { words: text[found] ?? '', language: found };
}
