/** Foreign words inside of a sentence, so that their direction does not mix with the sentence's own: "120 organisers" stays in order in Arabic. */
export function isolated(words: string): string {
  return `\u2068${words}\u2069`;
}
