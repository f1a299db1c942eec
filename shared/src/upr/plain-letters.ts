/**
 * Words as they are compared: in small letters, without accents, harakat and kashida, and with one letter where Arabic
 * writers put several (أ إ آ ٱ for ا, ى for ي, ة for ه). All other signs stay.
 */
export function plainLetters(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g, '')
    .replace(/[\u0671\u0672\u0673\u0675]/g, '\u0627')
    .replace(/[\u0649\u06cc]/g, '\u064a')
    .replaceAll('\u0629', '\u0647')
    .replaceAll('\u06a9', '\u0643')
    .toLowerCase();
}
