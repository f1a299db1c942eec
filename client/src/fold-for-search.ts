/**
 * Letters as they are compared in a search: without case, accents, Arabic vowel marks and kashida, and without zero-width
 * signs, which Khmer writers set or leave out. Khmer vowels stay: they are letters of their own.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0640\u200b-\u200d]/g, '')
    .toLowerCase();
}
