/**
 * Tables as comma-separated text that opens with a double click: UTF-8 with a byte-order mark, ends of lines as Excel writes
 * them, and the separator that Excel expects in the language.
 *
 * What a spreadsheet would take for something else than words (a formula, a number whose last zero counts, a date, a sum) gets a
 * tab in front, inside of its quotes. A spreadsheet shows such a cell as it is and runs nothing; whoever reads the file
 * takes white space off the ends of a cell, as our own readers do, and has the text unchanged. A quote in front, the other
 * cure, would be seen, and would be one more after each round.
 */

const byteOrderMark = '\ufeff';

/** Signs that begin a formula in one spreadsheet or another, the wide ones too. */
const formula = /^[\s\u200b-\u200f]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;
/** Figures of any script with what may stand between them: numbers, dates, times, `1E5`, `3-4`, `12:30 pm`. */
const figures = /^[\s\u2212]*[\p{Nd}(.,][\p{Nd}\s.,:/()%eE'’+–\u2212-]*(?:[ap]\.?m\.?)?\s*$/iu;
/** A sum: figures with the sign of a currency before, between or behind them, or with its letters. */
const sums =
  /^(?=.*\p{Nd})\(?(?:\p{L}{0,3}\.?\s*\p{Sc}|[A-Z]{3}|[kK]r\.?|Fr\.?|Kč|zł|Ft|Rp|RM|Bs)?[\p{Nd}\s.,'’()%+−-]*(?:\p{Sc}\p{Nd}*|[A-Z]{3}|[kK]r\.?|Fr\.?|Kč|zł|Ft)?\s*$/u;
/** True and false, as spreadsheets call them, and the names of their errors. */
const values = /^\s*(?:true|false|vrai|faux|verdadero|falso|wahr|falsch|verdadeiro|vero|#[A-Z\d/?!]+)\s*$/i;
/** A day or a year with a word: `3 Mar`, `March 2027`. */
const dated = /^\s*(?:\d{1,4}[ ./-]?\p{L}{3,10}\.?(?:[ ./-]?\d{1,4})?|\p{L}{3,10}\.?[ ./-]?\d{1,4})\s*$/u;

/** Whether a spreadsheet would take a text for something else. */
export function isTakenForOther(text: string): boolean {
  return formula.test(text) || figures.test(text) || dated.test(text) || sums.test(text.trim()) || values.test(text);
}

/** The separator that Excel expects. */
function separatorOf(language: string): ';' | ',' {
  return language === 'fr' ? ';' : ',';
}

/** Lines of cells as a file. */
export function csvBytes(lines: readonly (readonly string[])[], language: string): Uint8Array<ArrayBuffer> {
  const separator = separatorOf(language);
  const text = lines.map((cells) => cells.map((cell) => quoted(cell, separator)).join(separator)).join('\r\n');
  return new TextEncoder().encode(`${byteOrderMark}${text}\r\n`);
}

function quoted(cell: string, separator: string): string {
  const text = isTakenForOther(cell) ? `\t${cell}` : cell;
  return /["\t\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}
